import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { linesOf, type Running, run, start } from '../processes.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { until } from './local/until.ts';
import type { Channel, Guild } from './local/world.ts';
import { answered, shown } from './scene.ts';

let discord: LocalDiscord;
let guild: Guild;
let channel: Channel;
let folder: string;
const bots: Running[] = [];

vi.setConfig({ testTimeout: 180_000 }); // each start loads the model

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

const START = 'src/main.ts';
const COMMANDS = 'src/commands.ts';
const ALL = '/who /where /when /what /ask /summary /article /forget /pin "Correct this answer" /corrections /gaps /help';

const env = (more = {}) => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, DATA_DIR: folder, ...more });

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
  test.each(['SIGTERM', 'SIGINT'] as const)('answers on Discord until %s, then closes the connection and ends well', async (signal) => {
    const bot = await online();
    const { content } = await answered(discord.person('Alice').asks(channel, 'when', { question: 'did the clashes begin' }));
    expect(content).toContain('> The clashes began **on Friday**');
    bot.child.kill(signal);
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
    expect([small[0], quotes]).toEqual(['about: clashes, begin', [expect.stringContaining('in the city of Aleppo')]]);
  });

  test('does not begin anew where its data are damaged, and says so', async () => {
    writeFileSync(join(folder, 'data.mdb'), 'nonsense '.repeat(5000));
    const { code, out, err } = await start(START, [], env()).ended;
    expect([code, linesOf(out)]).toEqual([1, []]);
    expect(err).toContain(`${folder} can't be read as the data that Verbatim keeps`);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('logs what LOG_LEVEL wants and nothing else', async () => {
    const bot = await online({ LOG_LEVEL: 'silent' });
    bot.child.kill('SIGTERM');
    expect((await bot.ended).err).toBe('');
  });

  test.each([
    ['a token that Discord does not know', () => ({ DISCORD_TOKEN: 'aaa.bbb.ccc' }), /^Discord does not know this DISCORD_TOKEN\./],
    ['a token that is none', () => ({ DISCORD_TOKEN: 'secret words' }), /^DISCORD_TOKEN /],
    [
      'a server where it has no access',
      () => ({ DISCORD_GUILD_ID: '123456789012345678' }),
      /^The bot may not register commands in server 123456789012345678/,
    ],
  ])('with %s ends with one clear line', async (_what, more, sentence) => {
    discord.world.closed.add('123456789012345678');
    const { code, err } = await run(START, [], [], env({ LOG_LEVEL: 'silent', ...more() }));
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
      `127.0.0.1:${port} can't be listened at (EADDRINUSE: another program does). Set PORT to another number, or HOST to an address of this machine.\n`,
    );
  });
});

describe('npm run commands', () => {
  const commands = (...args: string[]) => run(COMMANDS, args, [], env());

  test('shows what is registered where, and clears a scope when told to', async () => {
    const other = discord.guild('Others');
    const bot = await online({ DISCORD_GUILD_ID: guild.id });
    bot.child.kill('SIGTERM');
    await bot.ended;
    const before = ['In all servers and direct messages: none', `In Readers (${guild.id}): ${ALL}`, `In Others (${other.id}): none`];
    expect(await commands()).toEqual({ code: 0, out: `${before.join('\n')}\n`, err: '' });
    const after = [`In server ${guild.id}: cleared.`, before[0], `In Readers (${guild.id}): none`, before[2]];
    expect(await commands('--clear', guild.id)).toEqual({ code: 0, out: `${after.join('\n')}\n`, err: '' });
    expect(discord.world.commands.get(guild.id)).toEqual([]);
  });

  test('clears what is registered everywhere', async () => {
    const bot = await online();
    bot.child.kill('SIGTERM');
    await bot.ended;
    expect((await commands()).out).toContain(`In all servers and direct messages: ${ALL}\n`);
    expect((await commands('--clear', 'global')).out).toContain('In all servers and direct messages: cleared.\n');
    expect(discord.world.commands.get('global')).toEqual([]);
  });

  test.each([
    ['what is no scope', ['--clear', 'all'], {}, 2, '"all" is neither "global" nor a server\'s id.'],
    ['an option that is none', ['--delete'], {}, 2, 'Usage: npm run commands'],
    ['no token', [], { DISCORD_TOKEN: '' }, 1, 'DISCORD_TOKEN is not set'],
    ['a token that Discord does not know', [], { DISCORD_TOKEN: 'aaa.bbb.ccc' }, 1, 'Discord does not know this DISCORD_TOKEN.'],
  ])('with %s says so', async (_what, args, more, exit, sentence) => {
    const { code, out, err } = await run(COMMANDS, args, [], env(more));
    expect(err).toContain(sentence);
    expect([code, out]).toEqual([exit, '']);
  });
});
