import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate as soon } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { snowflake, type User } from '../tests/discord/local/world.ts';
import { openLeanDiscord } from './lean-discord.ts';
import { randomFrom } from './statistics.ts';
import { decimals, table } from './table.ts';

const USAGE = {
  call: 'npm run bench:chatter',
  does: 'Measures how much memory the bot takes in many servers, and how much more after other people have talked there for a while. The bot runs in a process of its own, without the reading model; this process is a minimal Discord.',
  options: {
    guilds: { takes: 'COUNT', unset: 2500, says: 'How many servers.' },
    channels: { takes: 'COUNT', unset: 50, says: 'How many channels each has.' },
    messages: { takes: 'COUNT', unset: 250_000, says: 'How many messages people write.' },
  },
} as const satisfies Usage;

const { guilds: GUILDS, channels: CHANNELS, messages: MESSAGES } = (await argumentsOf(USAGE, process)).options;

/** So many people talk, and each says something as long as this. */
const PEOPLE = 50_000;
const LENGTH = 200;
/** After so many messages the bot gets the time to take them. */
const BUNDLE = 500;

interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
}

const discord = await openLeanDiscord(GUILDS, CHANNELS);
const people = Array.from({ length: PEOPLE }, (_, i): User => ({ id: snowflake(), username: `Person ${i}` }));
const random = randomFrom(1);
const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const script = fileURLToPath(new URL('chatter-bot.ts', import.meta.url));
const bot = fork(script, [discord.api, discord.token], { execArgv: ['--expose-gc', '--import', 'tsx/esm'] });
await once(bot, 'message');
const rows = [await measured('at the start')];
for (let sent = 0; sent < MESSAGES; sent++) {
  discord.chat(any(discord.channels), any(people), 'x'.repeat(LENGTH));
  if (sent % BUNDLE === 0) await soon();
}
rows.push(await measured(`after ${MESSAGES.toLocaleString('en')} messages of others`));
console.log(`${GUILDS} servers of ${CHANNELS} channels, without the model\n`);
console.log(table(rows));
bot.send('stop');
await once(bot, 'exit');
await discord.close();

/** What comes behind the messages that were sent is told behind them. */
async function measured(when: string): Promise<Record<string, string>> {
  await discord.idle();
  bot.send('memory');
  const [{ rss, heapUsed }] = (await once(bot, 'message')) as [Memory];
  return { when, 'process, MB': decimals(rss / 1e6, 0), 'heap, MB': decimals(heapUsed / 1e6, 0) };
}
