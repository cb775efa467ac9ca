import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { type Desk, openDesk } from '../../src/desk.ts';
import { wording } from '../../src/wording.ts';
import { until } from '../discord/local/until.ts';
import { held, predictable } from '../reader.ts';
import { type Person, sit } from './person.ts';

// What somebody sees before they have asked anything.
const article = readArticle({ title: 'News' }, 'The clashes began on Friday.');
const reader = held(predictable(), 60_000);
const FOUND = ['When did it begin?', 'Who was there?', 'Where was it?', 'What happened?'];

/** A desk that finds questions when the test says so. */
function finding(): { desk: Desk; find: (question: string) => void; fail: (error: Error) => void } {
  let find: (question: string) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const prepare: Desk['prepare'] = (found = () => {}) =>
    new Promise((_found, fails) => {
      [find, fail] = [found, fails];
    });
  return { desk: { ...openDesk(article, reader), prepare }, find: (question) => find(question), fail: (error) => fail(error) };
}

async function leave(person: Person): Promise<string> {
  person.types('\u0004');
  await person.left;
  return person.text();
}

/** What stands on the screen's last line. */
const prompt = (person: Person) => person.text().split('\n').at(-1);

test('the greeting and a prompt are there at once, though the model is not', async () => {
  const { desk } = finding();
  const person = sit(desk, { notes: ['Also in the folder: b.md.'], later: new Promise(() => {}) });
  expect(person.text().replace(/\s+/g, ' ')).toContain(wording.greeting(article.about));
  expect(person.text()).toContain('Also in the folder: b.md.');
  expect(prompt(person)).toBe('? ');
  expect(await leave(person)).not.toContain(wording.tryThese);
});

test('three questions are shown above the prompt, as soon as they are found, once', async () => {
  const { desk, find } = finding();
  const person = sit(desk);
  for (const question of FOUND.slice(0, 2)) find(question);
  expect(person.text()).not.toContain(wording.tryThese);
  for (const question of FOUND.slice(2)) find(question);
  const shown = [wording.tryThese, ...FOUND.slice(0, 3).map((question) => `  ${question}`)].join('\n');
  expect(person.text().split(shown)).toHaveLength(2);
  expect(person.screen()).toContain(`\u001b[1G\u001b[0J${wording.tryThese}`); // in place of the prompt
  expect(prompt(person)).toBe('? ');
  expect(await leave(person)).not.toContain(FOUND[3]);
});

test.each([
  ['typing', 'who', 'who'],
  ['asking', 'thanks\r', "You're welcome."],
])('they are not shown to who has begun %s', async (_what, keys, shown) => {
  const { desk, find } = finding();
  const person = sit(desk);
  person.types(keys);
  await until('it is on the screen', () => person.text().includes(shown));
  for (const question of FOUND) find(question);
  if (keys === 'who') expect(prompt(person)).toBe('? who');
  person.types('\u0003');
  expect(await leave(person)).not.toContain(wording.tryThese);
});

test('what is known late is shown above what somebody types, which stays', async () => {
  const { desk } = finding();
  let tell: (notes: readonly string[]) => void = () => {};
  const later = new Promise<readonly string[]>((known) => {
    tell = known;
  });
  const person = sit(desk, { columns: 200, later });
  person.types('who w');
  await until('it is on the screen', () => prompt(person) === '? who w');
  tell([wording.slowHost(1500, 2)]);
  await until('it is shown', () => person.text().includes('1.5 s to read a window'));
  expect(prompt(person)).toBe('? who w');
  person.types('\u0003');
  await leave(person);
});

test('what is known late is shown above the answer that somebody waits for, and no prompt before that', async () => {
  const waits = held(predictable(), 60_000);
  let tell: (notes: readonly string[]) => void = () => {};
  const later = new Promise<readonly string[]>((known) => {
    tell = known;
  });
  const person = sit({ ...openDesk(article, waits), prepare: async () => undefined }, { later });
  person.types('when did the clashes begin\r');
  await until('it is read', () => waits.waiting === 1);
  tell(['A note.']);
  await until('it is shown', () => person.text().includes('A note.'));
  expect(prompt(person)).toBe('');
  waits.release();
  await until('it is answered', () => person.text().includes('> The clashes began'));
  await until('there is a prompt', () => prompt(person) === '? ');
  await leave(person);
});

test('nothing is shown to who has left', async () => {
  const { desk, find } = finding();
  let tell: (notes: readonly string[]) => void = () => {};
  const person = sit(desk, {
    later: new Promise((known) => {
      tell = known;
    }),
  });
  const before = await leave(person);
  for (const question of FOUND) find(question);
  tell(['A note.']);
  await new Promise(setImmediate);
  expect(person.text()).toBe(before);
});

test('where no questions can be looked for, the talk goes on without them', async () => {
  const { desk, fail } = finding();
  const person = sit(desk);
  fail(new Error('broken'));
  person.types('thanks\r');
  await until('it is answered', () => person.text().includes("You're welcome."));
  await leave(person);
});
