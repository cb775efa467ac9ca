import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memoryStore, type Store } from '../../src/store/store.ts';
import { wording } from '../../src/wording.ts';
import { aleppo, type Bot, deskOn, launch, startBot } from './bot.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { until } from './local/until.ts';
import type { Channel, Guild } from './local/world.ts';
import { answers, SOMETHING_ELSE } from './something-else.ts';

let discord: LocalDiscord;
let guild: Guild;
let channel: Channel;
let memory: Store;
const bots: Bot[] = [];

beforeEach(async () => {
  discord = await openDiscord();
  guild = discord.guild('Readers');
  channel = discord.channel(guild);
  memory = memoryStore();
});

afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.stop()));
  await discord.close();
  expect(discord.broken).toEqual([]);
});

async function started(guildId?: string): Promise<Bot> {
  const bot = await startBot(discord, aleppo(), { ...(guildId && { guildId }) }, { memory });
  bots.push(bot);
  return bot;
}

const NAMES = ['who', 'where', 'when', 'what', 'ask', 'summary', 'article', 'forget', 'compare', 'help'];

describe('the start', () => {
  test('prints the invite link with just the permissions that are needed', async () => {
    const { printed } = await started();
    const link = new URL(/https:\S+/.exec(printed[0] ?? '')?.[0] ?? '');
    expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: discord.world.applicationId,
      scope: 'bot applications.commands',
      // view channel, send messages, also in threads, read message history, pin messages
      permissions: String((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n) | (1n << 51n)),
    });
    expect(printed[1]).toMatch(/^Verbatim\S* is online, in one server\./);
  });

  test('registers every command everywhere', async () => {
    await started();
    expect(discord.person('Alice').commands(channel)).toEqual(NAMES);
    expect(discord.person('Alice').commands(discord.person('Alice').direct)).toEqual(NAMES);
  });

  test('registers in one server alone where it is told to', async () => {
    await started(guild.id);
    expect(discord.person('Alice').commands(channel)).toEqual(NAMES);
    expect(discord.person('Alice').commands(discord.channel(discord.guild('Others')))).toEqual([]);
  });

  test('everywhere, takes out what was registered in one server, so that nobody sees a command twice', async () => {
    await (await started(guild.id)).stop();
    await started();
    await until('each command is there once', () => discord.person('Alice').commands(channel).length === NAMES.length);
    expect(discord.world.commands.get(guild.id)).toEqual([]);
  });

  test('everywhere, takes them out of other servers where one has removed the bot', async () => {
    const other = discord.guild('Others');
    for (const id of [guild.id, other.id]) await (await started(id)).stop();
    discord.removeBot(guild);
    await started();
    await until('they are taken out', () => discord.world.commands.get(other.id)?.length === 0);
    const asked = discord.count(/guilds.*commands/);
    await (await started()).stop(); // from then on, there is nothing to do
    expect(discord.count(/guilds.*commands/)).toBe(asked);
  });

  test('in one server, ends with a clear sentence where the commands are everywhere already', async () => {
    await (await started()).stop();
    const problem = await launch(discord, aleppo(), { guildId: guild.id }).ended;
    expect(problem).toContain(`in server ${guild.id} everybody would see each of them twice`);
    expect(discord.person('Alice').commands(channel)).toEqual(NAMES);
  });

  test('with a token that Discord does not know ends with a clear sentence', async () => {
    expect(await launch(discord, aleppo(), { token: 'aaa.bbb.ccc' }).ended).toMatch(/^Discord does not know this DISCORD_TOKEN\./);
  });

  test.each([
    ['when it asks who it is', /applications.@me$/],
    ['when it registers its commands', /^PUT .*commands$/],
  ])('with a token that Discord does not know for a moment %s goes on', async (_when, route) => {
    discord.fail(route, 401, 1);
    await started();
    expect(discord.person('Alice').commands(channel)).toEqual(NAMES);
  });

  test('without access to the server ends with a clear sentence', async () => {
    discord.world.closed.add(guild.id);
    const bot = launch(discord, aleppo(), { guildId: guild.id });
    expect(await bot.ended).toMatch(/^The bot is not allowed to register commands in server/);
    expect(bot.printed).toEqual([expect.stringContaining('https://discord.com/oauth2/authorize?')]); // the way to add it
  });

  test.each([
    [4010, 'There is no such shard'],
    [4011, 'Set SHARDS to auto'],
    [4012, 'Get the latest Verbatim'],
    [4013, 'Get the latest Verbatim'],
    [4014, 'privileged'],
  ])('ends with a clear sentence where Discord refuses the connection with %i', async (code, sentence) => {
    discord.gateway.refuse = code;
    const problem = await launch(discord, aleppo()).ended;
    expect(problem).toMatch(new RegExp(`^Discord has ended the connection for good \\(${code}\\)\\. .*${sentence}`));
    expect(discord.gateway.connections).toEqual(['identify']);
  });
});

test.each(SOMETHING_ELSE)('where something else answers than Discord, %s, the start ends and says so', async (_what, answer, status) => {
  const { api, close } = await answers(answer);
  const bot = launch(discord, aleppo(), { api });
  expect([await bot.ended, bot.printed]).toEqual([wording.notDiscord(api, status), []]);
  await close();
});

describe('where Discord is not there at the start, the bot says so once, tries on and is there when Discord is:', () => {
  /** The bot has tried in vain, and said this to the host. */
  async function tries(bot: Bot, sentence: string): Promise<void> {
    bots.push(bot);
    await until('it has tried twice', () => bot.logged.filter(({ seconds }) => seconds !== undefined).length > 1);
    expect(bot.printed.filter((line) => line.includes('keeps trying'))).toEqual([
      `${sentence} Verbatim keeps trying until it gets through. Ctrl-C stops it.`,
    ]);
  }

  const online = (bot: Bot) => until('the bot is online', () => bot.printed.some((line) => line.includes('is online')));

  test('no network', async () => {
    const { api } = discord;
    await discord.close();
    const bot = launch(discord, aleppo());
    await tries(bot, `${api} can't be reached (ECONNREFUSED). Check the network, and DISCORD_API_URL if it is set.`);
    expect(await bot.stop()).toBeUndefined();
  });

  test.each([
    ['all of it', () => Object.assign(discord.world, { down: true }), () => Object.assign(discord.world, { down: false })],
    ['where to connect', () => discord.fail(/gateway.bot$/, 503, 8), () => undefined], // each try is four requests
    ['the connection', () => Object.assign(discord.gateway, { down: true }), () => Object.assign(discord.gateway, { down: false })],
  ])('out of order is %s', async (_what, breaks, mends) => {
    breaks();
    const bot = launch(discord, aleppo());
    await tries(bot, 'Discord is having problems (it answers 503).');
    mends();
    await online(bot);
    expect((await discord.person('Alice').asks(channel, 'when', { question: 'did the clashes begin' })).original?.content).toContain(
      'began',
    );
    expect(discord.gateway.connections).toEqual(['identify']);
  });

  test('the registration of its commands, which those of before get their answers without', async () => {
    await (await started()).stop();
    discord.fail(/^PUT .*commands$/, 502, 12); // each try is four requests, and the third one comes before it connects
    const bot = launch(discord, aleppo());
    await online(bot);
    expect((await discord.person('Alice').asks(channel, 'when', { question: 'did the clashes begin' })).original?.content).toContain(
      'began',
    );
    await tries(bot, 'Discord is having problems (it answers 502).');
    await until('they are registered', () => discord.count(/^PUT .*commands$/) === 2);
  });
});

describe('a server in an outage at the start', () => {
  test('holds nobody else back, and nothing of it is let go', async () => {
    const other = discord.guild('Others');
    other.unavailable = true;
    const desk = deskOn(aleppo());
    const forgotten: string[] = [];
    const forget = {
      ...desk.forget,
      guilds: async function* () {
        yield* [other.id, guild.id, '123456789012345678'];
      },
      forgetGuild: async (id: string) => void forgotten.push(id),
    };
    const began = performance.now();
    bots.push(await startBot(discord, { ...desk, forget }));
    expect(performance.now() - began).toBeLessThan(10_000); // discord.js's own patience is 15 s
    await until('those that have gone are let go', () => forgotten.length > 0);
    expect(forgotten).toEqual(['123456789012345678']);
    await discord.person('Alice').asks(channel, 'when', { question: 'did the clashes begin' });
  });
});

describe('the end', () => {
  test('closes the connection, and is no problem', async () => {
    const bot = await started();
    expect(await bot.stop()).toBeUndefined();
    await until('the connection is closed', () => !discord.gateway.connected);
  });

  test('before the start is over is no problem either', async () => {
    expect(await launch(discord, aleppo()).stop()).toBeUndefined();
  });

  test('comes with a clear sentence when Discord ends the connection for good', async () => {
    const bot = await started();
    discord.gateway.drop(4004);
    expect(await bot.ended).toMatch(/^Discord has ended the connection for good \(4004\)\./);
  });
});
