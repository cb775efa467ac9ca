import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { snowflake, type User } from '../tests/discord/local/world.ts';
import { start } from '../tests/processes.ts';
import { questionsOf } from './crowd.ts';
import { openLeanDiscord, type Sent } from './lean-discord.ts';
import { percentile, randomFrom } from './statistics.ts';
import { table } from './table.ts';

const USAGE = {
  call: 'npm run bench:load',
  does: 'Measures how soon people are acknowledged while many of them use the bot at once, whether or not it keeps up: an open loop, which sends at its own pace. First with questions that were asked before, then also with new ones, more than the model can handle. The bot runs in a process of its own, as npm start starts it; this process is a minimal Discord, which has no rules and costs little.',
  options: {
    rates: { takes: 'COUNT,…', unset: '500,1000', says: 'How many people use it per second, one rate after another.' },
    seconds: { takes: 'COUNT', unset: 20, says: 'How long each rate lasts.' },
    new: { takes: 'COUNT', unset: 20, says: 'How many new questions per second.' },
  },
} as const satisfies Usage;

const { rates, seconds: SECONDS, new: NEW } = (await argumentsOf(USAGE, process)).options;
const RATES = rates.split(',').map(Number);

/** Interactions are sent in bundles this often, in milliseconds. */
const BUNDLE = 5;
/** The pace of known answers beside new questions, a second. */
const BESIDE = 200;
/** Discord takes no acknowledgement after so many milliseconds. */
const TOO_LATE = 3000;
/** Nothing takes longer than so many milliseconds: not the start, and not the questions that wait at the end. */
const PATIENCE = 10 * 60_000;

const KNOWN = ['when did the clashes begin', 'who is Mohammad Saeed', 'where did the clashes begin', 'what did Saeed say'];

const discord = await openLeanDiscord(200, 5);
const people = Array.from({ length: 5000 }, (_, i): User => ({ id: snowflake(), username: `Person ${i}` }));
const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
const random = randomFrom(1);
const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const command = (name: string, options: object[] = []) => ({ id: snowflake(), name, type: 1, options });
const asking = (question: string) => command('ask', [{ name: 'question', type: 3, value: question }]);
const bot = start('src/main.ts', [], {
  ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, DATA_DIR: folder, COOLDOWN: 'off', LOG_LEVEL: 'warn' },
  MODEL_THREADS: process.env.MODEL_THREADS ?? '1',
});

try {
  await until(() => bot.out.includes('is online'));
  const answers = KNOWN.map((question) => discord.interact(2, any(discord.channels), any(people), asking(question)));
  await until(() => answers.every(({ answeredAt }) => answeredAt !== undefined));
  const rows = [];
  for (const rate of RATES) {
    await send(rate / 4, 2, () => mixed(answers)); // so that it is warm
    rows.push({ load: `${rate} a second, answers known`, ...figures(await send(rate, SECONDS, () => mixed(answers))) });
  }
  const fresh = questionsOf(0, NEW * SECONDS * 2);
  const share = NEW / (NEW + BESIDE);
  const asked: Sent[] = [];
  const all = await send(NEW + BESIDE, SECONDS, () => {
    if (random() >= share) return mixed(answers);
    const one = discord.interact(2, any(discord.channels), any(people), asking(fresh.pop()?.text ?? ''));
    asked.push(one);
    return one;
  });
  await until(() => asked.every(({ answeredAt, acknowledgedAt }) => answeredAt ?? acknowledgedAt === undefined));
  rows.push({ load: `${BESIDE} a second, answers known`, ...figures(all.filter((one) => !asked.includes(one))) });
  rows.push({ load: `and ${NEW} new questions`, ...figures(asked) });
  console.log(table(rows));
} finally {
  bot.child.kill();
  await bot.ended;
  rmSync(folder, { recursive: true });
  await discord.close();
  if (bot.err !== '') console.log(`\nThe bot's log:\n${bot.err.slice(0, 3000)}`);
}

async function until(isTrue: () => boolean): Promise<void> {
  const began = performance.now();
  while (!isTrue()) {
    if (bot.child.exitCode !== null || performance.now() - began > PATIENCE) throw new Error('the bot ended, or is stuck');
    await pause(BUNDLE);
  }
}

/** What people do where the answers are known. */
function mixed(answers: readonly Sent[]): Sent {
  const [channel, user, kind] = [any(discord.channels), any(people), random()];
  if (kind < 0.4) return discord.interact(2, channel, user, asking(any(KNOWN)));
  if (kind < 0.6) {
    const typed = { name: 'question', type: 3, value: any(KNOWN).slice(0, 6), focused: true };
    return discord.interact(4, channel, user, command('ask', [typed]));
  }
  if (kind < 0.8) {
    const answer = any(answers);
    const button = answer.components?.[0]?.components?.find(({ label }) => label === 'Show context');
    return discord.interact(3, channel, user, { custom_id: button?.custom_id, component_type: 2 }, answer);
  }
  return discord.interact(2, channel, user, command(kind < 0.9 ? 'help' : 'summary'));
}

/** Sends so many a second, whether or not the bot keeps up. @returns all of them, as soon as none can be acknowledged any more */
async function send(rate: number, seconds: number, one: () => Sent): Promise<Sent[]> {
  const [all, began]: [Sent[], number] = [[], performance.now()];
  while (performance.now() - began < seconds * 1000) {
    const due = ((performance.now() - began) / 1000) * rate;
    while (all.length < due) all.push(one());
    await pause(BUNDLE);
  }
  const last = performance.now();
  while (performance.now() - last < TOO_LATE && all.some(({ acknowledgedAt }) => acknowledgedAt === undefined)) await pause(BUNDLE);
  return all;
}

function figures(all: readonly Sent[]): Record<string, string> {
  const waits = all.map(({ sentAt, acknowledgedAt = Number.POSITIVE_INFINITY }) => acknowledgedAt - sentAt);
  const within = (limit: number) => `${((100 * waits.filter((wait) => wait <= limit).length) / waits.length).toFixed(2)} %`;
  return {
    sent: `${all.length}`,
    'acknowledged, median': ms(percentile(waits, 0.5)),
    p99: ms(percentile(waits, 0.99)),
    'the last': ms(Math.max(...waits)),
    'within 2 s': within(2000),
    never: `${waits.filter((wait) => wait === Number.POSITIVE_INFINITY).length}`,
  };
}

function ms(value: number): string {
  return Number.isFinite(value) ? value.toFixed(value < 100 ? 1 : 0) : '–';
}
