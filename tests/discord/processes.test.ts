import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linesOf, type Running, run, start } from '../processes.ts';
import { smallModel } from '../small-model.ts';
import { makeSmallDisk } from '../store/small-disk.ts';
import { aleppo, startBot } from './bot.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { until } from './local/until.ts';
import type { Channel, Guild } from './local/world.ts';
import { answered, shown } from './scene.ts';

let discord: LocalDiscord;
let guild: Guild;
let channel: Channel;
let folder: string;
const bots: Running[] = [];

const MODEL_DIR = smallModel();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  discord = await openDiscord();
  guild = discord.guild('Readers');
  channel = discord.channel(guild);
});

afterEach(async () => {
  for (const { child } of bots.splice(0)) child.kill('SIGKILL');
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
  expect(discord.broken).toEqual([]);
});

/** In milliseconds: five seconds, and room for a machine that has much else to do. */
const SOON = 20_000;

const disk = makeSmallDisk();
afterAll(() => disk.remove());

const START = 'src/main.ts';
const COMMANDS = 'src/commands.ts';
const ALL =
  '/who /where /when /what /ask /summary /article /forget /compare /library "Add to the library" /pin "Correct this answer" /corrections /gaps /help';

const env = (more = {}) => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, DATA_DIR: folder, MODEL_DIR, ...more });

async function online(more = {}) {
  const bot = start(START, [], env(more));
  bots.push(bot);
  await until('the bot is online', () => bot.out.includes('is online') || bot.child.exitCode !== null);
  return bot;
}

async function toldToWait(): Promise<Running> {
  const bot = await online();
  discord.fail(/callback/, 429, 1, 60);
  discord
    .person('Alice')
    .asks(channel, 'when', { question: 'did the clashes begin' })
    .catch(() => undefined);
  await until('it is told to wait', () => bot.err.includes('"status":429'));
  return bot;
}

describe('npm start with a token', () => {
  test('answers on Discord until it is told to stop, then closes the connection and ends well', async () => {
    const bot = await online({ MODEL_DIR: '' }); // the one that ships
    const { content } = await answered(discord.person('Alice').asks(channel, 'when', { question: 'did the clashes begin' }));
    expect(content).toContain('> The clashes began **on Friday**');
    bot.child.kill('SIGTERM');
    const { code, out, err } = await bot.ended;
    expect(code).toBe(0);
    expect(discord.gateway.closes).toEqual([1000]);
    expect(linesOf(out)).toEqual([expect.stringContaining('https://discord.com/oauth2/authorize?'), expect.stringContaining('is online')]);
    const log = err
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(log).toMatchObject([{ msg: 'ready' }, { interaction: '/when', msg: 'answered' }, { msg: 'closed' }]);
  });

  test.each<[string, () => Promise<Running>]>([
    [
      'while it tries to reach Discord, of which it tells the host',
      async () => {
        const bot = start(START, [], env({ DISCORD_API_URL: 'http://127.0.0.1:9/api' }));
        bots.push(bot);
        await until('it says so', () => bot.out.includes("can't be reached (ECONNREFUSED). Check the network"));
        return bot;
      },
    ],
    [
      'in an outage, while it waits before it connects again',
      async () => {
        const bot = await online();
        discord.world.down = true;
        discord.gateway.drop();
        await until('it has tried', () => discord.gateway.refused > 0);
        return bot;
      },
    ],
    ['while Discord asks it to wait for a minute', toldToWait],
  ])('ends soon, and well, when it is told to %s', async (_when, reached) => {
    const bot = await reached();
    const began = performance.now();
    bot.child.kill('SIGTERM');
    const { code } = await bot.ended;
    expect([code, performance.now() - began < SOON]).toEqual([0, true]);
  });

  test('goes on after kill -9 from what was said before', async () => {
    const alice = discord.person('Alice');
    const first = await online();
    await answered(alice.asks(channel, 'ask', { question: 'when did the clashes begin' }));
    first.child.kill('SIGKILL');
    await first.ended;
    await online();
    const { small, quotes } = shown(await answered(alice.asks(channel, 'ask', { question: 'where were they' })));
    expect([small[0], quotes]).toEqual(['about: clashes, begin', [expect.stringContaining('The clashes began')]]);
  });

  test('does not begin anew where its data are damaged, and says so', async () => {
    writeFileSync(join(folder, 'data.mdb'), 'nonsense '.repeat(5000));
    const { code, out, err } = await start(START, [], env()).ended;
    expect([code, linesOf(out)]).toEqual([1, []]);
    expect(err).toContain(`Verbatim can't read the data that it keeps in ${folder}`);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('refuses beside another one with the same token and the same folder, until that is gone', async () => {
    const first = await online();
    const second = await start(START, [], env()).ended;
    expect([second.code, linesOf(second.out)]).toEqual([1, []]);
    expect(second.err).toMatch(/^Verbatim is already running with this token and the folder .*\n$/);
    first.child.kill('SIGKILL');
    await first.ended;
    expect((await online()).out).toContain('is online');
  });

  test('answers on where its folder is removed, and says what that means once', async () => {
    const bot = await online();
    rmSync(folder, { recursive: true });
    const asked = () => answered(discord.person('Alice').asks(channel, 'when', { question: 'did the clashes begin' }));
    const lines = () => bot.err.split('\n').filter((line) => line.includes(`${folder} was removed`));
    while (lines().length === 0) expect((await asked()).content).toContain('The clashes began');
    for (let i = 0; i < 3; i++) await asked();
    expect(lines()).toHaveLength(1);
    bot.child.kill('SIGTERM');
    expect((await bot.ended).code).toBe(0);
  });

  test.runIf(disk.made)('answers on where the disk is full, and says so once; one that begins anew there refuses', async () => {
    const data = { DATA_DIR: join(disk.folder, 'data') };
    const bot = await online(data);
    disk.fill();
    const asked = (question: string) => answered(discord.person('Alice').asks(channel, 'when', { question }));
    for (const question of ['did the clashes begin', 'did the clashes start', 'did clashes begin'])
      expect((await asked(question)).content).toContain('The clashes began');
    expect(bot.err.split('\n').filter((line) => line.startsWith('{') && line.includes('No space left'))).toHaveLength(1);
    bot.child.kill('SIGTERM');
    expect((await bot.ended).code).toBe(0);
    const anew = await start(START, [], env({ DATA_DIR: join(disk.folder, 'new') })).ended;
    expect([anew.code, anew.err]).toEqual([1, expect.stringMatching(/^The disk is full: .*\n$/)]);
  });

  test('logs what LOG_LEVEL wants and nothing else, and ends well on Ctrl+C', async () => {
    const bot = await online({ LOG_LEVEL: 'silent' });
    bot.child.kill('SIGINT');
    expect(await bot.ended).toMatchObject({ code: 0, err: '' });
    expect(discord.gateway.closes).toEqual([1000]);
  });

  test.each([
    ['a token that Discord does not know', 'aaa.bbb.ccc', /^Discord does not know this DISCORD_TOKEN\./],
    ['a token that is none', 'secret words', /^DISCORD_TOKEN /],
  ])('with %s ends with one clear line', async (_what, token, sentence) => {
    const { code, err } = await run(START, [], [], env({ LOG_LEVEL: 'silent', DISCORD_TOKEN: token }));
    expect(err).toMatch(sentence);
    expect(err).not.toContain('secret');
    expect([code, err.trimEnd().split('\n').length]).toEqual([1, 1]);
  });
});

describe('npm start with a port', () => {
  /** One that is free, and somebody who takes it. */
  async function taken(): Promise<[port: number, other: Server]> {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    return [(other.address() as AddressInfo).port, other];
  }

  test('says there how it is, until it ends', async () => {
    const [port, other] = await taken();
    await new Promise((closed) => other.close(closed));
    const bot = await online({ PORT: `${port}` });
    await answered(discord.person('Alice').asks(channel, 'when', { question: 'did the clashes begin' }));
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    expect(await get('/readyz')).toBe('ok\n');
    expect(Number(/^verbatim_model_window_seconds_count (\d+)$/m.exec(await get('/metrics'))?.[1])).toBeGreaterThan(0);
    bot.child.kill('SIGTERM');
    expect((await bot.ended).code).toBe(0);
    await expect(get('/healthz')).rejects.toThrow('fetch failed');
  });

  test('that is taken ends with one clear line', async () => {
    const [port, other] = await taken();
    const { code, out, err } = await start(START, [], env({ PORT: `${port}` })).ended;
    other.close();
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      `Verbatim can't listen on 127.0.0.1:${port} (EADDRINUSE: another program already does). Set PORT to another number, or HOST to an address of this machine.\n`,
    );
  });
});

describe('npm run commands', () => {
  const commands = (...args: string[]) => run(COMMANDS, args, [], env());

  test('shows what is registered where, and clears a scope when told to', async () => {
    const other = discord.guild('Others');
    await (await startBot(discord, aleppo(), { guildId: guild.id })).stop();
    const before = ['In all servers and direct messages: none', `In Readers (${guild.id}): ${ALL}`, `In Others (${other.id}): none`];
    expect(await commands()).toEqual({ code: 0, out: `${before.join('\n')}\n`, err: '' });
    const after = [`In server ${guild.id}: cleared.`, before[0], `In Readers (${guild.id}): none`, before[2]];
    expect(await commands('--clear', guild.id)).toEqual({ code: 0, out: `${after.join('\n')}\n`, err: '' });
    expect(discord.world.commands.get(guild.id)).toEqual([]);
  });

  test('clears what is registered everywhere', async () => {
    await (await startBot(discord, aleppo())).stop();
    expect(discord.world.commands.get('global')).not.toEqual([]);
    expect((await commands('--clear', 'global')).out).toContain('In all servers and direct messages: cleared.\n');
    expect(discord.world.commands.get('global')).toEqual([]);
  });

  test.each([
    ['what is no scope', ['--clear', 'all'], {}, 2, '"all" is neither "global" nor a server\'s id.'],
    ['no token', [], { DISCORD_TOKEN: '' }, 1, 'DISCORD_TOKEN is not set'],
    ['a token that Discord does not know', [], { DISCORD_TOKEN: 'aaa.bbb.ccc' }, 1, 'Discord does not know this DISCORD_TOKEN.'],
  ])('with %s says so', async (_what, args, more, exit, sentence) => {
    const { code, out, err } = await run(COMMANDS, args, [], env(more));
    expect(err).toContain(sentence);
    expect([code, out]).toEqual([exit, '']);
  });
});
