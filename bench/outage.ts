import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { openDiscord } from '../tests/discord/local/discord.ts';
import { MANAGE_MESSAGES, PIN_MESSAGES } from '../tests/discord/local/permissions.ts';
import { answered, online, over, started, until } from './bot-process.ts';

const USAGE = {
  call: 'npm run bench:outage',
  does: 'Looks whether the bot outlives an outage of Discord: its connection is dropped and everything fails for some minutes. Then it must be back by itself, and nothing may be lost that people were told before.',
  options: { minutes: { takes: 'COUNT', unset: 5, says: 'How long Discord is away.' } },
} as const satisfies Usage;

const { minutes } = (await argumentsOf(USAGE, process)).options;

const QUESTION = { question: 'did the clashes begin' };
const FOLLOW_UP = { question: 'where were they' };

const discord = await openDiscord();
const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
const [mona, alice] = [discord.person('Mona', PIN_MESSAGES | MANAGE_MESSAGES), discord.person('Alice')];
const channel = discord.channel(discord.guild('Readers'));
const bot = await online(started(discord, folder));
const lost: string[] = [];
try {
  const answer = await answered(mona.asks(channel, 'when', QUESTION));
  const menu = await answered(mona.uses(answer, 'Correct this answer'));
  await mona.chooses(menu, 'The sentence that answers', ['paragraph 9, sentence 1']);
  await until('it is corrected', () => answer.content.includes('corrected by a moderator'));
  const draft = await answered(mona.asks(channel, 'pin summary', { length: 'short' }));
  await mona.presses(draft, 'Pin it');
  await until('it is pinned', () => discord.pinned(channel).length === 1);
  await answered(alice.asks(channel, 'ask', { question: 'when did the clashes begin' }));

  discord.world.down = true;
  discord.gateway.drop();
  await pause(minutes * 60_000);
  const { refused } = discord.gateway;
  discord.world.down = false;
  const began = performance.now();
  await until('it is back', () => discord.gateway.connected, 10 * 60_000);
  console.log(
    `Away for ${minutes} minutes: it tried ${refused} times, and was back ${Math.round((performance.now() - began) / 1000)} s after Discord was.`,
  );

  const { content } = await answered(alice.asks(channel, 'when', FOLLOW_UP));
  if (!content.includes('about: clashes, begin')) lost.push('what was talked about');
  if (!(await answered(alice.asks(channel, 'when', QUESTION))).content.includes('chosen by a moderator')) lost.push('the correction');
  if (!(await answered(mona.asks(channel, 'pin summary'))).content.includes('sentences')) lost.push('the card');
  if (discord.pinned(channel).length !== 1) lost.push('what is pinned');
  console.log(lost.length === 0 ? 'Nothing is lost.' : `Lost: ${lost.join(', ')}.`);
  for (const rule of new Set(discord.broken)) console.log(`BROKEN, a rule of Discord's: ${rule}`);
  if (lost.length > 0 || discord.broken.length > 0) process.exitCode = 1;
} finally {
  await over(bot, discord, folder);
}
