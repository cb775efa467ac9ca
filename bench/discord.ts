// How soon questions are acknowledged, and how many a second one process answers, when fifty people ask at once. The bot is a process of
// its own, as `npm start` starts it; the local Discord of the tests, with the people, is this one.
//
//   npm run bench:discord
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseLine } from '../src/terminal/line.ts';
import { QUESTIONS } from '../tests/answering/aleppo.questions.ts';
import { openDiscord } from '../tests/discord/local/discord.ts';
import { until } from '../tests/discord/local/until.ts';
import { start } from '../tests/processes.ts';
import { percentile } from './statistics.ts';

const PEOPLE = 50;
const ROUNDS = 20;

const discord = await openDiscord();
const channel = discord.channel(discord.guild('Readers'));
const people = Array.from({ length: PEOPLE }, (_, i) => discord.person(`Person ${i}`));
const questions = QUESTIONS.map(([asked]) => parseLine(asked));
const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
const bot = start('src/main.ts', [], { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, DATA_DIR: folder });

try {
  await until('the bot is online', () => bot.out.includes('is online'));
  const rounds = [];
  const began = performance.now();
  for (let round = 0; round < ROUNDS; round++) rounds.push(await askAtOnce(round));
  const seconds = (performance.now() - began) / 1000;
  console.log(`${PEOPLE} people ask at once, ${ROUNDS} times: ${Math.round((PEOPLE * ROUNDS) / seconds)} questions a second`);
  console.table([
    { round: 'the first', ...times(rounds[0] ?? []) },
    { round: 'the others', ...times(rounds.slice(1).flat()) },
  ]);
} finally {
  bot.child.kill();
  await bot.ended;
  rmSync(folder, { recursive: true });
  await discord.close();
}

/** Everybody asks something; how long each one waits, in milliseconds. */
async function askAtOnce(round: number): Promise<number[]> {
  const asked = people.map((person, i) => {
    const { name, text } = questions[(round * PEOPLE + i) % questions.length] ?? parseLine('/who');
    return person.asks(channel, name, { question: text });
  });
  return (await Promise.all(asked)).map(({ sentAt, acknowledgedAt = Number.POSITIVE_INFINITY }) => acknowledgedAt - sentAt);
}

function times(waits: readonly number[]) {
  return { 'median ms': percentile(waits, 0.5), 'p95 ms': percentile(waits, 0.95), 'max ms': Math.max(...waits) };
}
