import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { linesOf, type Running, start } from '../processes.ts';
import { smallModel } from '../small-model.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { MANAGE_MESSAGES, PIN_MESSAGES } from './local/permissions.ts';
import { until } from './local/until.ts';
import type { Channel } from './local/world.ts';
import { answered, answerTo, labels, shown } from './scene.ts';

// Two shards, each a process with a model.
vi.setConfig({ testTimeout: 300_000 });

const MODEL_DIR = smallModel();

let discord: LocalDiscord;
let channels: readonly Channel[];
let folder: string;
let bot: Running;

const shardOf = ({ guild }: Channel) => Number((BigInt(guild?.id ?? 0) >> 22n) % 2n);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  discord = await openDiscord();
  const of = new Map<number, Channel>();
  for (let i = 0; of.size < 2; i++) {
    const channel = discord.channel(discord.guild(`Readers ${i}`));
    of.set(shardOf(channel), channel);
    await new Promise((later) => setTimeout(later, 1)); // an id has its millisecond
  }
  channels = [of.get(0), of.get(1)] as Channel[];
});

afterEach(async () => {
  bot.child.kill('SIGTERM');
  await bot.ended;
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
  expect(discord.broken).toEqual([]);
});

async function online(): Promise<void> {
  bot = start('src/main.ts', [], { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, DATA_DIR: folder, MODEL_DIR, SHARDS: '2' });
  await until('both shards are online', () => bot.out.split('is online').length > 2 || bot.child.exitCode !== null);
}

/** Where the bot is online several times, its log says which shard writes a line. */
const logged = () =>
  bot.err
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as { shard?: number; msg: string; interaction?: string });

const connected = () =>
  discord.gateway.shards
    .map((shard) => shard.join(' of '))
    .sort()
    .join();

/** The processes of the shards, the first one first. */
function shardsOf(parent: number | undefined): string[] {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const found = processes.map((line) => /^\s*(\d+)\s+(\d+)\s.*main\.ts/.exec(line));
  return found.flatMap((one) => (one && Number(one[2]) === parent ? (one[1] ?? []) : [])).sort((a, b) => Number(a) - Number(b));
}

test('two shards answer, each in its servers, lose nothing in a restart, and end together', async () => {
  const mona = discord.person('Mona', PIN_MESSAGES | MANAGE_MESSAGES);
  const ask = (channel: Channel) => answered(mona.asks(channel, 'when', { question: 'did the clashes begin' }));
  await online();
  expect(connected()).toBe('0 of 2,1 of 2');
  expect(linesOf(bot.out)).toEqual([
    expect.stringContaining('https://discord.com/oauth2/authorize?'),
    expect.stringContaining('(shard 0 of 2'),
    expect.stringContaining('(shard 1 of 2'),
  ]);
  expect(discord.count(/^PUT .*commands$/)).toBe(1);
  for (const channel of channels) {
    expect((await ask(channel)).content).toContain('The clashes began');
    const draft = answerTo(await mona.asks(channel, 'pin summary', { length: 'short' }));
    await until('the preview is there', () => labels(draft).includes('Pin it'));
    await mona.presses(draft, 'Pin it');
    await until('it is pinned', () => discord.pinned(channel).length === 1);
  }
  expect(new Set(logged().flatMap(({ shard, interaction }) => (interaction === '/when' ? [shard] : [])))).toEqual(new Set([0, 1]));
  bot.child.kill('SIGTERM');
  expect((await bot.ended).code).toBe(0);
  expect(discord.gateway.connected).toBe(false);
  await online();
  for (const channel of channels) {
    const second = await mona.asks(channel, 'pin summary');
    await until('it starts from the card', () => shown(answerTo(second)).quotes.length === 3);
  }
});

test('a shard that ends is started again, and one that Discord ends for good ends all, with one sentence', async () => {
  await online();
  const [, second] = shardsOf(bot.child.pid);
  process.kill(Number(second), 'SIGKILL');
  await until('the log says so', () => logged().some(({ msg }) => msg.startsWith('a shard has ended')));
  await until('it is online again', () => bot.out.split('(shard 1 of 2').length > 2);
  expect(connected()).toBe('0 of 2,1 of 2');
  discord.gateway.drop(4004, 1);
  const { code, err } = await bot.ended;
  const sentences = err.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
  expect([code, sentences]).toEqual([1, [expect.stringContaining('(4004)')]]);
  expect(discord.gateway.connected).toBe(false);
});
