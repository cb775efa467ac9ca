import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { openDiscord } from '../tests/discord/local/discord.ts';
import { isLoading } from '../tests/discord/local/flags.ts';
import type { Person } from '../tests/discord/local/person.ts';
import { until } from '../tests/discord/local/until.ts';
import type { Interaction } from '../tests/discord/local/world.ts';
import { start } from '../tests/processes.ts';
import { type Asked, questionsOf } from './crowd.ts';
import { percentile } from './statistics.ts';
import { table } from './table.ts';

const USAGE = {
  call: 'npm run bench:discord',
  does: 'Measures how soon people are acknowledged and answered when many ask at once. The bot runs in a process of its own, as npm start starts it; this process is the local Discord of the tests, with the people.',
  options: {
    people: { takes: 'COUNT', unset: 50, says: 'How many ask.' },
    rounds: { takes: 'COUNT', unset: 4, says: 'How many questions each asks.' },
  },
} as const satisfies Usage;

const { people: PEOPLE, rounds: ROUNDS } = (await argumentsOf(USAGE, process)).options;

/** The bot is asked too much where somebody still waits after so many milliseconds. */
const PATIENCE = 10 * 60_000;
/** So often is looked whether an answer is there: that much less a time may be. */
const LOOK = 5;

interface Wait {
  readonly acknowledged: number;
  readonly answered: number;
}

const discord = await openDiscord();
discord.world.patience = 3000; // Discord's own
const channel = discord.channel(discord.guild('Readers'));
const people = Array.from({ length: PEOPLE }, (_, i) => discord.person(`Person ${i}`));
const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
const bot = start('src/main.ts', [], {
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.api,
  DATA_DIR: folder,
  COOLDOWN: 'off',
  MODEL_THREADS: process.env.MODEL_THREADS ?? '',
});
const said = new Set<string>();

try {
  await until('the bot is online', () => bot.out.includes('is online'));
  const rows: Record<string, string>[] = [];
  for (let round = 0; round < ROUNDS; round++) rows.push({ round: `${round + 1}`, ...(await askAtOnce(questionsOf(round, PEOPLE))) });
  console.log(`${PEOPLE} people ask at once, ${ROUNDS} times. All times are in milliseconds since somebody asked.\n`);
  console.log(table(rows));
  for (const rule of new Set(discord.broken)) console.log(`\nBROKEN, a rule of Discord's: ${rule}`);
  if (discord.broken.length > 0) process.exitCode = 1;
} finally {
  bot.child.kill();
  await bot.ended;
  rmSync(folder, { recursive: true });
  await discord.close();
}

/** Everybody asks something; how long they wait. */
async function askAtOnce(questions: readonly Asked[]): Promise<Record<string, string>> {
  const before = questions.filter(({ command, text }) => {
    const isKnown = said.has(`${command} ${text}`);
    said.add(`${command} ${text}`);
    return isKnown;
  });
  const waits = await Promise.all(people.map((person, i) => ask(person, questions[i] ?? { command: 'who', text: '' })));
  const [acknowledged, answered] = [waits.map((one) => one.acknowledged), waits.map((one) => one.answered)];
  const last = Math.max(...answered);
  return {
    'asked before': `${before.length}`,
    'acknowledged, median': ms(percentile(acknowledged, 0.5)),
    'the last': ms(Math.max(...acknowledged)),
    'answered, median': ms(percentile(answered, 0.5)),
    p95: ms(percentile(answered, 0.95)),
    'all of them': ms(last),
    'a second': ((1000 * PEOPLE) / last).toFixed(1),
  };
}

/** A reply that says "is thinking" acknowledges; it answers when it is edited, or when another takes its place. */
async function ask(person: Person, { command, text }: Asked): Promise<Wait> {
  const began = Date.now();
  const interaction = await person.asks(channel, command, text === '' ? {} : { question: text });
  const { sentAt, acknowledgedAt = Number.POSITIVE_INFINITY } = interaction;
  while (!isAnswered(interaction)) {
    if (Date.now() - began > PATIENCE) throw new Error(`nobody answered "/${command} ${text}"`);
    await pause(LOOK);
  }
  return { acknowledged: acknowledgedAt - sentAt, answered: Date.now() - sentAt };
}

function isAnswered({ original, followUps, refused }: Interaction): boolean {
  if (refused) throw new Error('the local Discord refused an answer');
  return followUps.length > 0 || (original !== undefined && !original.deleted && !isLoading(original));
}

function ms(value: number): string {
  return Math.round(value).toLocaleString('en');
}
