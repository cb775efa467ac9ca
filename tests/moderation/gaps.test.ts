import { expect, test } from 'vitest';
import { openArticle } from '../../src/answering/open-article.ts';
import { readArticle } from '../../src/article/article.ts';
import { newestOf, openGaps, timesOf } from '../../src/moderation/gaps.ts';
import { DAY } from '../../src/moderation/records.ts';
import { allOf, memoryStore } from '../../src/store/store.ts';
import { takeTurns } from '../../src/store/turns.ts';
import { predictable } from '../reader.ts';

const { index } = openArticle(readArticle({ title: 'News' }, 'The clashes began on Friday. Saeed said so in Damascus.'), predictable());

/** Gaps of a guild, and a clock in days. */
function gapsOn(kept = true, store = memoryStore()) {
  const clock = { day: 20_000 };
  return { clock, store, gaps: openGaps(store, index, kept, takeTurns(), () => clock.day * DAY) };
}

test('alike questions are counted together, with the day of the last one', async () => {
  const { clock, gaps } = gapsOn();
  await gaps.note('1', 'Who is the mayor of Berlin?');
  clock.day++;
  await Promise.all(['who is teh mayor of Berlin', 'who is the mayor of berlin?'].map((question) => gaps.note('1', question)));
  await gaps.note('1', 'Who was the mayor of Paris?');
  await gaps.note('2', 'Who is the mayor of Berlin?');
  expect((await gaps.list('1')).map((gap) => [gap.question, timesOf(gap), newestOf(gap)])).toEqual([
    ['Who is the mayor of Berlin?', 3, 20_001],
    ['Who was the mayor of Paris?', 1, 20_001],
  ]);
});

test('what a follow-up went on from tells it from another', async () => {
  const { gaps } = gapsOn();
  await gaps.note('1', 'And why?', 'Saeed');
  await gaps.note('1', 'And why?', 'Damascus');
  expect((await gaps.list('1')).map(({ about }) => about).sort()).toEqual(['Damascus', 'Saeed']);
});

test('what was asked more than thirty days ago does not count, and is let go', async () => {
  const { clock, gaps, store } = gapsOn();
  await gaps.note('1', 'Who is the mayor of Berlin?');
  clock.day += 20;
  await gaps.note('1', 'Who is the mayor of Berlin?');
  clock.day += 10;
  expect((await gaps.list('1')).map(timesOf)).toEqual([1]);
  clock.day += 20;
  expect(await gaps.list('1')).toEqual([]);
  await gaps.tidy();
  expect(await allOf(store.list(''))).toEqual([]);
});

test('of very many, the one that was asked least goes, and of those the oldest', async () => {
  const { clock, gaps } = gapsOn();
  await gaps.note('1', 'Who is asked for often?');
  await gaps.note('1', 'Who is asked for often?');
  await gaps.note('1', 'What is number 0?');
  clock.day++;
  for (let i = 1; i < 500; i++) await gaps.note('1', `What is number ${i}?`);
  const questions = (await gaps.list('1')).map(({ question }) => question);
  expect([questions.length, questions[0]]).toEqual([500, 'Who is asked for often?']);
  expect(['What is number 0?', 'What is number 499?'].map((question) => questions.includes(question))).toEqual([false, true]);
});

test('switched off, nothing is kept, and what was is let go', async () => {
  const { gaps, store } = gapsOn();
  await gaps.note('1', 'Who is the mayor of Berlin?');
  const off = gapsOn(false, store).gaps;
  await off.note('1', 'Who is the mayor of Paris?');
  await off.tidy();
  expect(await allOf(store.list(''))).toEqual([]);
});
