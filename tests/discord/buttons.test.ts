import { expect, test } from 'vitest';
import { articleOf, deskOn } from './bot.ts';
import { buttonsOf } from './local/components.ts';
import { MANAGE_MESSAGES } from './local/permissions.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { answerTo, CLASHES, isPrivate, labels, setScene, shown } from './scene.ts';

const on = setScene();

test('context is shown in place, and hidden again', async () => {
  const answer = answerTo(await on.alice.asks(on.channel, 'when', { question: 'did the clashes begin' }));
  const before = answer.content;
  await on.bob.presses(answer, 'Show context');
  expect(shown(answer).lines.at(-1)).toBe('Before and after paragraph 5, sentence 1:');
  expect(shown(answer).quotes[1]?.split('\n')).toHaveLength(5);
  expect(shown(answer).bold).toContain(CLASHES);
  expect(labels(answer)).toEqual(['Ask a follow-up', 'Hide context', 'Not it?', 'In the article', 'Delete']);
  await on.alice.presses(answer, 'Hide context');
  expect(answer.content).toBe(before);
  expect(labels(answer)).toEqual(['Ask a follow-up', 'Show context', 'Not it?', 'In the article', 'Delete']);
});

test('more quotes come privately, until there are no more', async () => {
  let message = answerTo(await on.alice.asks(on.channel, 'who', { question: 'fled' }));
  const quotes = new Set(shown(message).quotes);
  while (labels(message).includes('Not it?')) {
    const more = await on.bob.presses(message, 'Not it?');
    expect(isPrivate(more)).toBe(true);
    for (const quote of shown(answerTo(more)).quotes) expect(quotes).not.toContain(quote);
    for (const quote of shown(answerTo(more)).quotes) quotes.add(quote);
    message = answerTo(more);
  }
  expect(quotes.size).toBeGreaterThan(5);
});

test('the page where a quote stands comes privately, the quote in bold', async () => {
  const answer = answerTo(await on.alice.asks(on.channel, 'when', { question: 'did the clashes begin' }));
  const page = await on.bob.presses(answer, 'In the article');
  expect([isPrivate(page), shown(answerTo(page)).bold]).toEqual([true, expect.arrayContaining([CLASHES])]);
});

test('who asked deletes, and who may manage messages; nobody else', async () => {
  const answer = answerTo(await on.alice.asks(on.channel, 'when', { question: 'did the clashes begin' }));
  const refused = await on.bob.presses(answer, 'Delete');
  expect([isPrivate(refused), shown(answerTo(refused)).lines]).toEqual([
    true,
    ['Only the person who asked, and people who may manage messages here, can delete this.'],
  ]);
  expect(answer.deleted).toBe(false);
  await on.alice.presses(answer, 'Delete');
  await until('the answer is gone', () => answer.deleted);
  const other = answerTo(await on.alice.asks(on.channel, 'who'));
  await on.discord.person('Mod', MANAGE_MESSAGES).presses(other, 'Delete');
  await until('the other is gone', () => other.deleted);
});

test('a private answer is shared with a press, once, by who asked', async () => {
  const asked = await on.alice.asks(on.channel, 'when', { question: 'did the clashes begin', private: true });
  const answer = answerTo(asked);
  expect([isPrivate(asked), labels(answer)]).toEqual([true, ['Ask a follow-up', 'Show context', 'Not it?', 'In the article', 'Share']]);
  expect(on.discord.seen(on.channel)).toEqual([]);
  await on.alice.presses(answer, 'Share');
  await until('it is shared', () => on.discord.seen(on.channel).length === 1 && labels(answer).length === 4);
  const [shared] = on.discord.seen(on.channel) as [Message];
  expect(shared.content).toBe(answer.content);
  expect(labels(answer)).toEqual(['Ask a follow-up', 'Show context', 'Not it?', 'In the article']);
  expect(labels(shared)).toEqual(['Ask a follow-up', 'Show context', 'Not it?', 'In the article', 'Delete']);
  await on.bob.presses(shared, 'Show context');
  expect(answer.content).not.toContain('Before and after');
  await on.alice.presses(shared, 'Delete');
  await until('what was shared is gone', () => shared.deleted);
});

test('what follows from a private answer is private', async () => {
  const answer = answerTo(await on.alice.asks(on.channel, 'who', { question: 'fled', private: true }));
  await on.alice.presses(answer, 'Show context');
  const more = answerTo(await on.alice.presses(answer, 'Not it?'));
  await on.alice.presses(more, 'In the article');
  expect(on.discord.seen(on.channel)).toEqual([]);
});

test('they work after a restart', async () => {
  const answer = answerTo(await on.alice.asks(on.channel, 'when', { question: 'did the clashes begin' }));
  await on.restart();
  await on.bob.presses(answer, 'Show context');
  expect(labels(answer)).toContain('Hide context');
  expect(isPrivate(await on.bob.presses(answer, 'Not it?'))).toBe(true);
  await on.alice.presses(answer, 'Delete');
  await until('the answer is gone', () => answer.deleted);
});

test('one about an article that has changed says so, privately, and what is not about it still works', async () => {
  const answer = answerTo(await on.alice.asks(on.channel, 'when', { question: 'did the clashes begin' }));
  const before = answer.content;
  await on.restart(deskOn(articleOf('Another text. It has two sentences.')));
  for (const label of ['Ask a follow-up', 'Show context', 'Not it?', 'In the article']) {
    const told = await on.alice.presses(answer, label);
    expect([isPrivate(told), shown(answerTo(told)).lines[0]]).toEqual([true, expect.stringMatching(/^That no longer works/)]);
  }
  expect(answer.content).toBe(before);
  await on.alice.presses(answer, 'Delete');
  await until('the answer is gone', () => answer.deleted);
});

test('who presses what somebody else has pressed meanwhile gets no surprise', async () => {
  const answer = answerTo(await on.alice.asks(on.channel, 'when', { question: 'did the clashes begin' }));
  const [, context] = buttonsOf(answer);
  await Promise.all([on.alice.presses(answer, 'Show context'), on.bob.presses(answer, 'Show context')]);
  const once = answer.content;
  expect(shown(answer).lines).toHaveLength(2);
  const told = await on.bob.forges(answer, context?.custom_id ?? '');
  expect([answer.content, isPrivate(told), shown(answerTo(told)).lines[0]]).toEqual([
    once,
    true,
    expect.stringMatching(/^That no longer works/),
  ]);
});

test.each([
  ['another version', (id: string) => id.replace(/^1:/, '2:')],
  ['no action', (id: string) => id.replace('context', 'conquer')],
  ['a sentence that there is not', (id: string) => id.replace(/[^:]*$/, 'zzzz')],
  ['no context to hide', (id: string) => id.replace('context', 'hide')],
  ['a page that there is not', (id: string) => id.replace(/context:([^:]+):.*/, 'next:$1:zz')],
  ['nothing to show', (id: string) => id.replace(/context:([^:]+):.*/, 'find:$1:zzzz')],
  ['a button of private messages alone', (id: string) => id.replace(/context:([^:]+):.*/, 'share:$1:')],
  ['nothing to say where', (id: string) => id.replace(/context:([^:]+):.*/, 'context:$1:')],
  ['words', () => 'drop table'],
  ['nonsense in numbers', (id: string) => `${id},,`],
])('one that somebody made up (%s) says that it no longer works, privately', async (_what, forge) => {
  const answer = answerTo(await on.alice.asks(on.channel, 'when', { question: 'did the clashes begin' }));
  const before = answer.content;
  const told = await on.bob.forges(answer, forge(buttonsOf(answer).find(({ label }) => label === 'Show context')?.custom_id ?? ''));
  expect([isPrivate(told), shown(answerTo(told)).lines[0]]).toEqual([true, expect.stringMatching(/^That no longer works/)]);
  expect(answer.content).toBe(before);
});
