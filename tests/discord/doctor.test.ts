import { afterEach, beforeEach, expect, test } from 'vitest';
import { onDiscord } from '../../src/doctor/discord.ts';
import type { Check, Finding } from '../../src/doctor/finding.ts';
import { wording } from '../../src/wording.ts';
import { aleppo, startBot } from './bot.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { EVERYTHING, PIN_MESSAGES, READ_HISTORY } from './local/permissions.ts';
import type { Guild } from './local/world.ts';
import { answers, SOMETHING_ELSE } from './something-else.ts';

let discord: LocalDiscord;
let guild: Guild;

beforeEach(async () => {
  discord = await openDiscord();
  guild = discord.guild('Readers');
});

afterEach(async () => {
  await discord.close();
  expect(discord.broken).toEqual([]);
});

async function examined(more: { api?: string; token?: string; guildId?: string; shards?: number | 'auto' } = {}): Promise<Finding[]> {
  const { api, token } = discord;
  const findings: Finding[] = [];
  for await (const finding of onDiscord({ api, token, ...more }, 20)) findings.push(finding);
  return findings;
}

async function found(check: Check, more = {}): Promise<Pick<Finding, 'state' | 'says'> | undefined> {
  return (await examined(more)).find((one) => one.check === check);
}

const states = (findings: readonly Finding[]) => findings.map(({ check, state }) => `${check}: ${state}`);

/** As after a first start. */
async function registered(guildId?: string): Promise<void> {
  await (await startBot(discord, aleppo(), { ...(guildId && { guildId }) })).stop();
}

test('where all is well, the doctor says so of each thing', async () => {
  await registered();
  const all = await examined();
  expect(states(all)).toEqual(
    ['network', 'clock', 'token', 'gateway', 'application', 'intents', 'servers', 'permissions', 'commands'].map((one) => `${one}: fine`),
  );
  const { id } = discord.world.bot;
  expect(all.map(({ says }) => says)).toEqual([
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api answers in [\d.]+ m?s\.$/),
    "It agrees with Discord's.",
    `Discord knows it: it belongs to Verbatim (${id}).`,
    '1,000 of 1,000 starts are left for today. Discord advises one shard.',
    `Verbatim (${discord.world.applicationId})`,
    'No privileged intent is switched on, and none is needed.',
    expect.stringMatching(/^The bot is in one server\. To add it to another: https:\/\/discord\.com\/oauth2\/authorize\?/),
    "The bot's roles let it do what it needs in that server. Channels can still forbid it.",
    'All 16 are registered everywhere, and nowhere twice.',
  ]);
});

test.each<[string, Check, change: () => unknown, says: string]>([
  ['an interactions endpoint', 'application', () => setting({ interactions_endpoint_url: 'https://example.com' }), 'empty that field'],
  ['a code grant', 'application', () => setting({ bot_require_code_grant: true }), 'switch "Requires OAuth2 Code Grant" off'],
  ['a clock that is behind', 'clock', () => ahead(60_000), "behind Discord's"],
  ['a clock that is ahead', 'clock', () => ahead(-60_000), "ahead of Discord's"],
  ['no start left', 'gateway', () => Object.assign(discord.world, { starts: 0 }), 'The next one is possible in 60 minutes.'],
  [
    'a server that denies something',
    'permissions',
    () => discord.guild('Strict', { botMay: EVERYTHING & ~PIN_MESSAGES & ~READ_HISTORY }),
    "The bot's roles lack Read Message History, Pin Messages in Strict (",
  ],
  [
    'commands that are seen twice',
    'commands',
    () => discord.world.commands.set(guild.id, [{ name: 'who' }]),
    `npm run commands -- --clear `,
  ],
])('%s is wrong, and the doctor says what to do', async (_what, check, change, says) => {
  await registered();
  change();
  expect(await found(check)).toMatchObject({ state: 'wrong', says: expect.stringContaining(says) });
});

function setting(settings: object): void {
  discord.world.settings = settings;
}

function ahead(ms: number): void {
  discord.world.clockAhead = ms;
}

test('privileged intents that are on are named, and nothing is wrong', async () => {
  setting({ flags: (1 << 15) | (1 << 18) });
  expect(await found('intents')).toMatchObject({ state: 'fine', says: expect.stringContaining('Server Members, Message Content') });
});

test('before the first start, the commands are still to come', async () => {
  expect(await found('commands')).toMatchObject({ state: 'not checked', says: expect.stringContaining('the next start registers them') });
});

test('with DISCORD_GUILD_ID, the commands are to be in that server alone', async () => {
  await registered(guild.id);
  expect(await found('commands', { guildId: guild.id })).toMatchObject({ state: 'fine' });
  discord.world.commands.set('global', [{ name: 'who' }]);
  expect(await found('commands', { guildId: guild.id })).toMatchObject({
    state: 'wrong',
    says: expect.stringContaining('see each of them twice'),
  });
});

test('with a token that Discord does not know, the doctor says so, and what can not be known then', async () => {
  const all = await examined({ token: 'aaa.bbb.ccc' });
  expect(states(all).slice(2)).toEqual([
    'token: wrong',
    ...['gateway', 'application', 'intents', 'servers', 'permissions', 'commands'].map((one) => `${one}: not checked`),
  ]);
  expect(all[2]?.says).toMatch(/^Discord does not know this DISCORD_TOKEN\./);
  expect(JSON.stringify(all)).not.toContain('aaa');
});

test('of several servers, all are looked at', async () => {
  discord.guild('Others');
  expect(await found('permissions')).toMatchObject({ says: expect.stringContaining('what it needs in all 2 servers.') });
});

test.each(SOMETHING_ELSE)('where something else answers than Discord, %s, the doctor says so', async (_what, answer, status) => {
  const { api, close } = await answers(answer);
  const [network] = await examined({ api });
  expect(network).toMatchObject({ check: 'network', state: 'wrong', says: wording.notDiscord(api, status) });
  await close();
});

test.each<[string, () => unknown, RegExp]>([
  ['without a network', () => discord.close(), /can't be reached \(ECONNREFUSED\)/],
  ['while Discord is out of order', () => Object.assign(discord.world, { down: true }), /it answers 503/],
])('%s the doctor says so, and ends', async (_what, breaks, says) => {
  await breaks();
  const all = await examined();
  expect(states(all)).toEqual(['network: wrong', ...all.slice(1).map(({ check }) => `${check}: not checked`)]);
  expect([all.length, all[0]?.says]).toEqual([9, expect.stringMatching(says)]);
  if (!discord.world.down) discord = await openDiscord();
});

test('of many servers, so many are looked at, and the doctor says so', async () => {
  for (let i = 0; i < 30; i++) discord.guild(`Server ${i}`);
  expect(await found('servers')).toMatchObject({
    says: expect.stringContaining('in 31 servers, and the checks below look at the first 20.'),
  });
  expect(discord.count(/guilds\/\d+\/commands/)).toBe(20);
});

test.each<[number | 'auto' | undefined, Finding['state']]>([
  [undefined, 'wrong'],
  [2, 'fine'],
  ['auto', 'fine'],
])('in 3,000 servers with SHARDS=%s is %s', async (shards, state) => {
  for (let i = 0; i < 30; i++) discord.guild(`Server ${i}`);
  setting({ approximate_guild_count: 3000 });
  expect(await found('servers', shards && { shards })).toMatchObject({ state, says: expect.stringContaining('in 3,000 servers') });
});

test('of many servers that lack something, ten are named', async () => {
  for (let i = 0; i < 15; i++) discord.guild(`Server ${i}`, { botMay: 0n });
  const { says = '' } = (await found('permissions')) ?? {};
  expect(says.match(/Server \d+/g)).toHaveLength(10);
  expect(says).toContain('; and in 5 more.');
});
