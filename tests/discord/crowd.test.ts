import { expect, test } from 'vitest';
import { MANAGE_MESSAGES, PIN_MESSAGES } from './local/permissions.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { answerTo, labels, SAEED, setScene, shown } from './scene.ts';

const on = setScene();
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** Each moderator has another sentence in mind. */
const PARAGRAPHS = [1, 4, 5, 6, 7, 8, 9, 10, 12, 13];

test('fifty moderators and readers at once lose nothing, and make one card', async () => {
  const moderators = many(20, (i) => on.discord.person(`Moderator ${i}`, PIN_MESSAGES | MANAGE_MESSAGES));
  const readers = many(30, (i) => on.discord.person(`Reader ${i}`));
  const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: SAEED }));
  const drafts = await Promise.all(moderators.slice(0, 10).map((one) => one.asks(on.channel, 'pin summary', { length: 'short' })));
  await until('all previews are there', () => drafts.every(({ original }) => (original?.content ?? '') !== ''));
  const menus = await Promise.all(moderators.slice(10).map((one) => one.uses(answer, 'Correct this answer')));
  await Promise.all([
    ...moderators.slice(0, 10).map((one, i) => one.presses(answerTo(drafts[i] as never), 'Pin it')),
    ...moderators
      .slice(10)
      .map((one, i) => one.chooses(answerTo(menus[i] as never), 'The sentence that answers', [`paragraph ${PARAGRAPHS[i]}, sentence 1`])),
    ...readers.slice(0, 10).map((one) => one.asks(on.channel, 'when', { question: 'did the clashes begin' })),
    ...readers.slice(10, 20).map((one) => one.asks(on.channel, 'ask', { question: 'who is the mayor of Berlin' })),
    ...readers.slice(20).map((one) => one.presses(answer, 'Not it?')),
  ]);
  await until('all is done', () =>
    [...drafts, ...menus].every((one) => /is pinned in|is changed|has changed|From now on/.test(answerTo(one).content)),
  );
  const cards = on.discord.seen(on.channel).filter(({ pins, content }) => !pins && content.includes('pinned by'));
  expect([cards.length, on.discord.pinned(on.channel)]).toEqual([1, cards]);
  expect((await on.kept('record/card/')).map(([, card]) => (card as { message: string }).message)).toEqual(cards.map(({ id }) => id));
  const last = (await on.kept('record/taught/')).map(([, one]) => (one as { sentence: { text: string } }).sentence.text);
  expect(shown(answer).quotes).toEqual(last); // one correction, and the message says what it says
  const moderator = moderators[0] as (typeof moderators)[0];
  const list: Message = answerTo(await moderator.asks(on.channel, 'gaps'));
  expect(
    shown(list)
      .bold.map((question, i) => `${question} ${shown(list).small[i]}`)
      .sort(),
  ).toEqual(['Who is Mohammad Saeed? asked 10 times · last today', 'Who is the mayor of Berlin? asked 10 times · last today']);
  expect(labels(list)).toContain('Clear the list');
});
