import { afterEach, describe, expect, test, vi } from 'vitest';
import { wording } from '../../src/wording.ts';
import { aleppoReader, type Held, held } from '../reader.ts';
import { aleppo, deskOn } from './bot.ts';
import { isLoading } from './local/flags.ts';
import { until } from './local/until.ts';
import type { Interaction, Message } from './local/world.ts';
import { answerTo, CLASHES, CORRECT, isFollowUp, SAEED, setScene, shown, UPRISING } from './scene.ts';

const on = setScene();
const BEGIN = 'when did the clashes begin';
const BERLIN = 'who is the mayor of Berlin';
const SIGNS = /^POST .*typing|^(POST|PATCH) .webhooks/;

const readers: Held[] = [];
afterEach(() => {
  for (const reader of readers.splice(0)) reader.release(); // a bot that ends answers what was asked
});

/** Ends the bot and starts it again, with a reader that is held: it says that it will take so long. */
async function hold(wait = 60_000, reader = aleppoReader()): Promise<Held> {
  const slow = held(reader, wait);
  readers.push(slow);
  await on.restart(deskOn(aleppo(), { store: on.store }, slow));
  return slow;
}

/** Fills in the form below an answer. */
async function follows(answer: Message, text: string): Promise<Interaction> {
  return on.alice.submits(await on.alice.presses(answer, 'Ask a follow-up'), { text });
}

describe('what takes longer than a second is acknowledged first, and answered there:', () => {
  test.each<[string, (answer: Message) => Promise<Interaction>, says: string, alone?: 'alone']>([
    ['a command', () => on.alice.asks(on.channel, 'ask', { question: BEGIN }), CLASHES],
    ['a private command', () => on.alice.asks(on.channel, 'ask', { question: BEGIN, private: true }), CLASHES, 'alone'],
    ['a form', (answer) => follows(answer, BEGIN), CLASHES],
  ])('%s', async (_what, ask, says, alone) => {
    const answer = await on.ask(SAEED);
    const reader = await hold();
    const asked = await ask(answer);
    const awaited = answerTo(asked);
    expect([isLoading(awaited), awaited.content, awaited.onlyFor]).toEqual([true, '', alone && on.alice.user]);
    reader.release();
    await until('it is answered', () => !isLoading(awaited));
    expect([shown(awaited).quotes, awaited.onlyFor, asked.followUps]).toEqual([[says], alone && on.alice.user, []]);
  });

  test('a form below a private answer, privately', async () => {
    const answer = await on.ask(SAEED, on.alice, { private: true });
    const reader = await hold();
    const awaited = answerTo(await follows(answer, BEGIN));
    expect([isLoading(awaited), awaited.onlyFor]).toEqual([true, on.alice.user]);
    reader.release();
    await until('it is answered', () => shown(awaited).quotes.includes(CLASHES));
  });

  test('a command in the menu of a message, privately', async () => {
    const answer = await on.ask(BEGIN);
    const reader = await hold();
    const mona = on.moderator();
    const awaited = answerTo(await mona.uses(answer, CORRECT));
    expect([isLoading(awaited), awaited.onlyFor]).toEqual([true, mona.user]);
    reader.release();
    await until('it is answered', () => shown(awaited).bold.includes('When did the clashes begin?'));
  });
});

describe('what everybody sees is awaited is gone where the answer is for who asked alone:', () => {
  test.each<[string, (answer: Message) => Promise<Interaction>, says: string]>([
    ['that the article does not say', () => on.alice.asks(on.channel, 'ask', { question: BERLIN }), `${wording.doesntSay}.`],
    ['that it does not say, behind a form', (answer) => follows(answer, BERLIN), `${wording.doesntSay}.`],
  ])('%s', async (_what, ask, says) => {
    const answer = await on.ask(BEGIN);
    const reader = await hold();
    const asked = await ask(answer);
    expect([isLoading(answerTo(asked)), answerTo(asked).onlyFor]).toEqual([true, undefined]);
    reader.release();
    await until('it is answered', () => asked.followUps.length > 0);
    expect(asked.followUps.map((one) => [one.onlyFor, shown(one).lines[1]])).toEqual([[on.alice.user, says]]);
    expect([answerTo(asked).deleted, on.discord.seen(on.channel)]).toEqual([true, [answer]]);
  });

  test('what goes on from a private answer', async () => {
    await on.ask(SAEED, on.alice, { private: true });
    const reader = await hold();
    const asked = await on.alice.asks(on.channel, 'ask', { question: UPRISING });
    reader.release();
    await until('it is answered', () => asked.followUps.length > 0);
    const [answer] = asked.followUps as [Message];
    isFollowUp(answer);
    expect([answer.onlyFor, on.discord.seen(on.channel)]).toEqual([on.alice.user, []]);
  });

  test('that something went wrong', async () => {
    const reader = await hold(60_000, { ...aleppoReader(), read: () => Promise.reject(new Error('broken')) });
    const asked = await on.alice.asks(on.channel, 'ask', { question: BEGIN });
    reader.release();
    await until('it is said', () => asked.followUps.length > 0);
    expect(asked.followUps.map(({ content, onlyFor }) => [content, onlyFor])).toEqual([[wording.failed, on.alice.user]]);
    expect(on.discord.seen(on.channel)).toEqual([]);
  });
});

describe('a button that takes longer than a second', () => {
  /** An answer that goes on from another. */
  const followUp = async () => {
    await on.ask(SAEED);
    return on.ask(UPRISING);
  };

  test('is acknowledged, and changes its message when it is ready', async () => {
    const answer = await followUp();
    const before = answer.content;
    const reader = await hold();
    const { acknowledgedAt } = await on.alice.presses(answer, 'Ask without that');
    expect([acknowledgedAt === undefined, answer.content]).toEqual([false, before]);
    reader.release();
    await until('it is changed', () => answer.content !== before);
    expect(shown(answer).small).not.toContain('about: Mohammad Saeed');
  });

  test('leaves the message of somebody else as it is, and answers privately', async () => {
    const answer = await followUp();
    const reader = await hold();
    const { followUps } = await on.bob.presses(answer, 'Ask without that');
    reader.release();
    await until('it is answered', () => followUps.length > 0);
    expect(followUps.map(({ onlyFor }) => onlyFor)).toEqual([on.bob.user]);
    isFollowUp(answer);
  });
});

test('a menu that takes longer than a second is acknowledged, and answered privately', async () => {
  await on.ask(BERLIN);
  const reader = await hold();
  const mona = on.moderator();
  const { acknowledgedAt, followUps } = await mona.chooses(await on.gaps(mona), 'Answer a question', ['Who is the mayor of Berlin?']);
  expect([acknowledgedAt === undefined, followUps]).toEqual([false, []]);
  reader.release();
  await until('it is answered', () => followUps.length > 0);
  expect(followUps.map((one) => [one.onlyFor, shown(one).bold])).toEqual([[mona.user, ['Who is the mayor of Berlin?']]]);
});

describe('a message whose answer takes longer than a second', () => {
  test.each([
    ['a mention', () => on.alice.says(on.channel, `${on.mention()} ${BEGIN}`)],
    ['a direct message', () => on.alice.says(on.alice.direct, BEGIN)],
  ])('shows that the bot types: %s', async (_what, say) => {
    const reader = await hold();
    const message = say();
    await until('it types', () => on.discord.count(SIGNS) > 0);
    expect(on.discord.world.messages.at(-1)).toBe(message);
    reader.release();
    expect(shown(await on.replyTo(message)).quotes).toEqual([CLASHES]);
  });

  test('shows it again and again, until it is answered', async () => {
    const reader = await hold();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const message = on.alice.says(on.channel, `${on.mention()} ${BEGIN}`);
      for (const times of [1, 2, 3]) {
        await until('it types', () => on.discord.count(SIGNS) === times);
        if (times < 3) vi.advanceTimersByTime(9000);
      }
      reader.release();
      await on.replyTo(message);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('is answered also where Discord does not show it', async () => {
    const reader = await hold();
    on.discord.fail(/typing/, 403);
    const message = on.alice.says(on.channel, `${on.mention()} ${BEGIN}`);
    await until('the log says so', () => on.bot.logged.some(({ msg }) => String(msg).includes('the bot is typing')));
    reader.release();
    expect(shown(await on.replyTo(message)).quotes).toEqual([CLASHES]);
  });
});

test('what is ready within a second is answered at once', async () => {
  await on.ask(BEGIN);
  await on.ask(BERLIN);
  await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${BEGIN}`));
  expect(on.discord.count(SIGNS)).toBe(0);
});

test('nobody waits longer than a second for a sign, also where it was not known before', async () => {
  const reader = await hold(0);
  const awaited = answerTo(await on.alice.asks(on.channel, 'ask', { question: BEGIN }));
  expect(isLoading(awaited)).toBe(true);
  reader.release();
  await until('it is answered', () => shown(awaited).quotes.includes(CLASHES));
});
