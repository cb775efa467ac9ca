import { expect, test } from 'vitest';
import { openArticle } from '../../src/answering/open-article.ts';
import { suggestions } from '../../src/answering/suggest.ts';
import { readArticle } from '../../src/article/article.ts';
import { NOBODY, type Person } from '../../src/reading/reader.ts';
import { type Known, predictable } from '../reader.ts';

const TEXT = 'It snowed in Rome. Shops in Paris were shut. Trains were late in Oslo. Nobody came on Monday. So said activist Ann Lee.';

/** Each question is answered with the sentence that it was made of. */
const KNOWN: Known[] = [
  { asked: /Rome/, says: 'It snowed' },
  { asked: /Paris/, says: 'Shops in Paris' },
  { asked: /Oslo/, says: 'late in Oslo' },
  { asked: /on Monday/, says: 'Nobody came' },
  { asked: /Ann Lee/, says: 'activist Ann Lee' },
];

async function suggested(known: readonly Known[] = [], most = 25): Promise<{ questions: string[]; by: Set<Person> }> {
  const reader = predictable(...known, ...KNOWN);
  const [questions, by]: [string[], Set<Person>] = [[], new Set()];
  const read: typeof reader.read = (asked, windows, person) => {
    by.add(person);
    return reader.read(asked, windows, person);
  };
  const open = openArticle(readArticle({ title: '' }, TEXT), { ...reader, read });
  for await (const question of suggestions(open, most)) questions.push(question);
  return { questions, by };
}

test('questions about people, places and dates are suggested by turns, in the order of the article', async () => {
  const { questions } = await suggested();
  expect(questions).toEqual([
    'Who is Ann Lee?',
    'What happened in Rome?',
    'What happened on Monday?',
    'What happened in Paris?',
    'What happened in Oslo?',
  ]);
});

test.each<[string, Known]>([
  ['that the article does not answer', { asked: /Paris/, says: null, margin: 12 }],
  ['that is answered with another sentence than it was made of', { asked: /Paris/, says: 'It snowed' }],
])('a question %s is not', async (_what, known) => {
  const { questions } = await suggested([known]);
  expect(questions).toHaveLength(4);
  expect(questions).not.toContain('What happened in Paris?');
});

test('no more are looked for than are wanted, and behind everybody who waits', async () => {
  const { questions, by } = await suggested([], 2);
  expect(questions).toHaveLength(2);
  expect([...by]).toEqual([NOBODY]);
});
