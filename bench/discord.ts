// How soon questions are acknowledged, and how many a second one process answers, when fifty people ask at once. The bot is a process of
// its own, as `npm start` starts it; the local Discord of the tests, with the people, is this one.
//
//   npm run bench:discord
import { spawn } from 'node:child_process';
import { QUESTIONS } from '../tests/answering/aleppo.questions.ts';
import { openDiscord } from '../tests/discord/local/discord.ts';
import { until } from '../tests/discord/local/until.ts';
import { percentile } from './percentile.ts';

const PEOPLE = 50;
const ROUNDS = 20;

const discord = await openDiscord();
const channel = discord.channel(discord.guild('Readers'));
const people = Array.from({ length: PEOPLE }, (_, i) => discord.person(`Person ${i}`));
const questions = QUESTIONS.map(([asked]) => {
  const [, command = 'ask', question = ''] = /^(?:\/(\w+) ?)?(.*)$/.exec(asked) ?? [];
  return { command, question };
});

const bot = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
  env: { ...process.env, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, DISCORD_GUILD_ID: '', LOG_LEVEL: 'info' },
  stdio: ['ignore', 'pipe', 'ignore'],
});
let out = '';
bot.stdout.on('data', (data) => {
  out += data;
});

try {
  await until('the bot is online', () => out.includes('is online'));
  const rounds = [];
  const start = performance.now();
  for (let round = 0; round < ROUNDS; round++) rounds.push(await askAtOnce(round));
  const seconds = (performance.now() - start) / 1000;
  console.log(`${PEOPLE} people ask at once, ${ROUNDS} times: ${Math.round((PEOPLE * ROUNDS) / seconds)} questions a second`);
  console.table([
    { round: 'the first', ...times(rounds[0] ?? []) },
    { round: 'the others', ...times(rounds.slice(1).flat()) },
  ]);
} finally {
  bot.kill();
  await discord.close();
}

/** Everybody asks something; how long each one waits, in milliseconds. */
async function askAtOnce(round: number): Promise<number[]> {
  const asked = people.map((person, i) => {
    const { command, question } = questions[(round * PEOPLE + i) % questions.length] ?? { command: 'who', question: '' };
    return person.asks(channel, command, { question });
  });
  return (await Promise.all(asked)).map(({ sentAt, acknowledgedAt = Number.POSITIVE_INFINITY }) => acknowledgedAt - sentAt);
}

function times(waits: readonly number[]) {
  return { 'median ms': percentile(waits, 0.5), 'p95 ms': percentile(waits, 0.95), 'max ms': Math.max(...waits) };
}
