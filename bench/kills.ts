import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { openDiscord } from '../tests/discord/local/discord.ts';
import { MANAGE_MESSAGES, PIN_MESSAGES } from '../tests/discord/local/permissions.ts';
import type { Channel, Guild, Message } from '../tests/discord/local/world.ts';
import { answered, online, over, started } from './bot-process.ts';
import { randomFrom } from './statistics.ts';

const USAGE = {
  call: 'npm run bench:kills',
  does: 'Checks whether anything is lost that people were told is done: the bot is killed at random moments while a moderator corrects an answer and pins a summary, each time in another channel, and started again with the same data. At the end, everything is looked up once more.',
  options: {
    cycles: { takes: 'COUNT', unset: 200, says: 'How often it is killed.' },
    seed: { takes: 'NUMBER', unset: 1, says: 'Another seed gives other moments.' },
  },
} as const satisfies Usage;

const { cycles: CYCLES, seed } = (await argumentsOf(USAGE, process)).options;
const random = randomFrom(seed);

/** The bot is killed so many milliseconds at most after a moderator began. */
const WITHIN = 800;

const QUESTION = { question: 'did the clashes begin' };
const SENTENCE = 'paragraph 9, sentence 1';

/** What a moderator was told is done before the bot was killed. */
interface Done {
  readonly guild: Guild;
  readonly channel: Channel;
  corrected: boolean;
  pinned: boolean;
}

const discord = await openDiscord();
const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
const mona = discord.person('Mona', PIN_MESSAGES | MANAGE_MESSAGES);
const all: Done[] = [];
const lost: string[] = [];
let bot = await online(started(discord, folder));
try {
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const guild = discord.guild(`Guild ${cycle}`);
    const done: Done = { guild, channel: discord.channel(guild), corrected: false, pinned: false };
    all.push(done);
    const [answer, draft] = await prepared(done.channel);
    const [corrects, pins] = [mona.chooses(answer.menu, 'The sentence that answers', [SENTENCE]), mona.presses(draft, 'Pin it')];
    for (const act of [corrects, pins]) act.catch(() => undefined); // whoever waits for an answer that never comes
    await pause(random() * WITHIN);
    done.corrected = answer.message.content.includes('corrected by a moderator');
    done.pinned = /is pinned in|is changed/.test(draft.content);
    bot.child.kill('SIGKILL');
    await bot.ended;
    bot = await online(started(discord, folder));
    await check(done);
    if ((cycle + 1) % 20 === 0) console.log(`${cycle + 1} cycles, ${lost.length} lost`);
  }
  for (const done of all) await check(done);
  const count = (what: 'corrected' | 'pinned') => all.filter((done) => done[what]).length;
  console.log(
    `Killed ${CYCLES} times: ${count('corrected')} corrections and ${count('pinned')} cards were said to be there; ${lost.length} lost.`,
  );
  for (const line of lost) console.log(line);
  for (const rule of new Set(discord.broken)) console.log(`BROKEN, a rule of Discord's: ${rule}`);
  if (lost.length > 0 || discord.broken.length > 0) process.exitCode = 1;
} finally {
  await over(bot, discord, folder);
}

/** An answer with the menu to correct it, and the preview of a card. */
async function prepared(channel: Channel): Promise<[{ message: Message; menu: Message }, Message]> {
  const message = await answered(mona.asks(channel, 'when', QUESTION));
  const menu = await answered(mona.uses(message, 'Correct this answer'));
  return [{ message, menu }, await answered(mona.asks(channel, 'pin summary', { length: 'short' }))];
}

/** Looks whether what was said to be done is. */
async function check({ channel, corrected, pinned }: Done): Promise<void> {
  const answer = await answered(mona.asks(channel, 'when', QUESTION));
  if (corrected && !answer.content.includes('chosen by a moderator')) lost.push(`a correction, after ${all.length} cycles`);
  const { length } = discord.pinned(channel);
  if (pinned && length === 0) lost.push(`a card, after ${all.length} cycles`);
  if (length > 1) lost.push(`one card too many, after ${all.length} cycles`);
}
