import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { type LocalDiscord, openDiscord } from '../tests/discord/local/discord.ts';
import { online, over, started } from './bot-process.ts';
import { percentile, randomFrom } from './statistics.ts';
import { table } from './table.ts';

const USAGE = {
  call: 'npm run bench:stops',
  does: 'Checks whether the bot ends when it is told to, whatever it is doing: it gets SIGTERM at random moments, and must end within 5 seconds with exit code 0.',
  options: {
    rounds: { takes: 'COUNT', unset: 8, says: 'How often for each kind of moment.' },
    seed: { takes: 'NUMBER', unset: 1, says: 'Another seed gives other moments.' },
  },
} as const satisfies Usage;

const { rounds: ROUNDS, seed } = (await argumentsOf(USAGE, process)).options;
const random = randomFrom(seed);

/** Milliseconds. */
const LIMIT = 5000;

interface Moment {
  readonly name: string;
  /** Whether the bot is online before it begins. */
  readonly online: boolean;
  /** What happens before the signal. */
  prepare(discord: LocalDiscord): void;
  /** The signal comes at most so many milliseconds later. */
  readonly within: number;
}

const ask = (discord: LocalDiscord) => {
  const [channel] = discord.world.channels;
  for (let i = 0; channel && i < 5; i++)
    discord
      .person(`Person ${i}`)
      .asks(channel, 'ask', { question: `what happened ${i} days ago` })
      .catch(() => undefined);
};

const MOMENTS: readonly Moment[] = [
  { name: 'starting', online: false, prepare: () => undefined, within: 4000 },
  { name: 'connected', online: true, prepare: () => undefined, within: 500 },
  { name: 'asked', online: true, prepare: ask, within: 500 },
  {
    name: 'reconnecting',
    online: true,
    prepare: (discord) => discord.gateway.drop(),
    within: 1000,
  },
  {
    name: 'in an outage',
    online: true,
    prepare: (discord) => {
      discord.world.down = true;
      discord.gateway.drop();
    },
    within: 5000,
  },
  {
    name: 'told to wait for 30 s',
    online: true,
    prepare: (discord) => {
      discord.fail(/callback/, 429, 100, 30);
      ask(discord);
    },
    within: 1000,
  },
];

const rows = [];
let late = 0;
for (const moment of MOMENTS) {
  const ends = [];
  for (let i = 0; i < ROUNDS; i++) ends.push(await stopAt(moment));
  const times = ends.map(({ ms }) => ms);
  const wrong = ends.filter(({ ms, code }) => code !== 0 || ms > LIMIT);
  late += wrong.length;
  rows.push({
    'told to stop while': moment.name,
    times: `${ROUNDS}`,
    'median, ms': Math.round(percentile(times, 0.5)).toString(),
    'longest, ms': Math.round(Math.max(...times)).toString(),
    'not within 5 s with 0': `${wrong.length}${wrong.length > 0 ? ` (codes ${wrong.map(({ code }) => code)})` : ''}`,
  });
}
console.log(table(rows));
if (late > 0) process.exitCode = 1;

async function stopAt({ online: isOnline, prepare, within }: Moment): Promise<{ ms: number; code: number | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  const discord = await openDiscord();
  discord.channel(discord.guild('Readers'));
  const bot = started(discord, folder);
  try {
    if (isOnline) await online(bot);
    prepare(discord);
    await pause(random() * within);
    const told = performance.now();
    bot.child.kill('SIGTERM');
    const { code } = await Promise.race([bot.ended, pause(6 * LIMIT, { code: null })]);
    return { ms: performance.now() - told, code };
  } finally {
    await over(bot, discord, folder);
  }
}
