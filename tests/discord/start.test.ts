import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aleppo, type Bot, launch, startBot } from './bot.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { until } from './local/until.ts';
import type { Channel, Guild } from './local/world.ts';

let discord: LocalDiscord;
let guild: Guild;
let channel: Channel;
const bots: Bot[] = [];

beforeEach(async () => {
  discord = await openDiscord();
  guild = discord.guild('Readers');
  channel = discord.channel(guild);
});

afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.stop()));
  await discord.close();
  expect(discord.broken).toEqual([]);
});

async function started(guildId?: string): Promise<Bot> {
  const bot = await startBot(discord, aleppo(), guildId);
  bots.push(bot);
  return bot;
}

const NAMES = ['who', 'where', 'when', 'what', 'ask', 'summary', 'article', 'forget', 'help'];

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

  test('in one server, ends with a clear sentence where the commands are everywhere already', async () => {
    await (await started()).stop();
    const problem = await launch(discord, aleppo(), guild.id).ended;
    expect(problem).toContain(`in server ${guild.id} everybody would see each of them twice`);
    expect(discord.person('Alice').commands(channel)).toEqual(NAMES);
  });

  test('with a token that Discord does not know ends with a clear sentence', async () => {
    expect(await launch(discord, aleppo(), undefined, 'aaa.bbb.ccc').ended).toMatch(/^Discord does not know this DISCORD_TOKEN\./);
  });

  test('without access to the server ends with a clear sentence', async () => {
    discord.world.closed.add(guild.id);
    const bot = launch(discord, aleppo(), guild.id);
    expect(await bot.ended).toMatch(/^The bot may not register commands in server/);
    expect(bot.printed).toEqual([expect.stringContaining('https://discord.com/oauth2/authorize?')]); // the way to add it
  });

  test('without a network ends with a clear sentence', async () => {
    const gone = await openDiscord();
    await gone.close();
    expect(await launch(gone, aleppo()).ended).toBe(
      `${gone.api} can't be reached (ECONNREFUSED). Check the network, and DISCORD_API_URL if it is set.`,
    );
  });

  test('while Discord is out of order ends with a clear sentence', async () => {
    discord.world.down = true;
    expect(await launch(discord, aleppo()).ended).toBe('Discord refused: it answers 503');
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
