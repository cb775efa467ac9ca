import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linesOf, type Running, run, start } from '../processes.ts';
import { smallModel } from '../small-model.ts';
import { freePort, hasRedis, type RedisServer, startRedis } from '../store/redis-server.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import type { Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Channel, Message } from './local/world.ts';
import { answered } from './scene.ts';

let discord: LocalDiscord;
let channel: Channel;
let alice: Person;
let running: Running[] = [];

beforeEach(async () => {
  discord = await openDiscord();
  channel = discord.channel(discord.guild('Readers'));
  alice = discord.person('Alice');
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  running = [];
  await discord.close();
  expect(discord.broken).toEqual([]);
});

const MAIN = 'src/main.ts';
const MODEL_DIR = smallModel();
const env = (REDIS_URL: string) => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, MODEL_DIR, REDIS_URL });

async function online(url: string): Promise<Running> {
  const bot = start(MAIN, [], env(url));
  running.push(bot);
  await until('the bot is online', () => bot.out.includes('is online') || bot.child.exitCode !== null);
  return bot;
}

const ask = (): Promise<Message> => answered(alice.asks(channel, 'when', { question: 'did the clashes begin' }));
/** Whether the answer's number is kept: its button has it. */
const isKept = ({ components }: Message) => /:follow:\w+:\d+,/.test(JSON.stringify(components));

test('where Redis is not there at the start, one sentence says so, without its password, and the bot tries on until it is stopped', async () => {
  const address = `127.0.0.1:${await freePort()}`;
  const bot = start(MAIN, [], env(`redis://:secret@${address}`));
  running.push(bot);
  const said = `The Redis at ${address} can't be used (connect ECONNREFUSED`;
  await until('it is said', () => bot.out.includes(said) || bot.child.exitCode !== null);
  bot.child.kill('SIGTERM');
  const { code, out, err } = await bot.ended;
  expect([code, linesOf(out), err]).toEqual([0, [expect.stringContaining('keeps trying until it gets through')], '']);
  expect(out + err).not.toContain('secret');
});

describe.skipIf(!hasRedis)('where Redis goes away', () => {
  let redis: RedisServer;
  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(() => redis.close());

  test('at the start, the bot begins as soon as it is back', async () => {
    await redis.stop();
    const bot = start(MAIN, [], env(redis.url));
    running.push(bot);
    await until('it tries on', () => bot.out.includes('keeps trying') || bot.child.exitCode !== null);
    await redis.start();
    await until('the bot is online', () => bot.out.includes('is online') || bot.child.exitCode !== null);
    expect(isKept(await ask())).toBe(true);
  });

  test('for good, since it refuses the password, the bot ends with one sentence', async () => {
    const { code, out, err } = await run(MAIN, [], [], env(redis.url.replace('//', '//:secret@')));
    expect([code, linesOf(out), err.trimEnd().split('\n')]).toEqual([1, [], [expect.stringContaining("can't be used (")]]);
    expect(err).not.toContain('secret');
  });

  test('answers go on, the log says once what is not kept, and it is kept again when it is back', async () => {
    const bot = await online(redis.url);
    const first = await ask();
    expect(isKept(first)).toBe(true);
    await redis.stop();
    for (let i = 0; i < 3; i++) expect(isKept(await ask())).toBe(false);
    expect(bot.err.split('\n').filter((line) => line.includes('could not save'))).toHaveLength(1);
    await redis.start();
    await until('it is kept again', async () => isKept(await ask()));
    bot.child.kill('SIGTERM');
    expect((await bot.ended).code).toBe(0);
  });
});
