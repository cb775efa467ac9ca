import { describe, expect, test } from 'vitest';
import { quote } from '../../src/article/article.ts';
import { findWords } from '../../src/search/find.ts';
import { aleppo, marked } from '../indexed.ts';

const RULES = marked(
  ...[
    'heading: ## Parking',
    'paragraph: Park behind the dairy. Bicycles park in front.',
    'item: - Dogs may not come.',
    'row: | Parking | 5 a day',
  ],
  ...['paragraph: The gate is shut at night.', 'paragraph: Nobody parks at night.'],
);

describe('words are found', () => {
  test.each([
    ['in all their forms, and in what is no answer, too', 'parking', [0, 1, 2, 4, 6]],
    ['together, in any order', 'night park', [6]],
    ['whatever stands with them', 'where to park at night', [6]],
    ['also misspelt', 'bycicles', [2]],
    ['also only begun', 'bicy', [2]],
    ['alone, where nothing has all of them', 'dogs gate', [3, 5]],
    ['even the smallest', 'the', [1, 5]],
    ['nowhere', 'helicopter', []],
    ['nowhere, where there are none', '?!', []],
  ])('%s: %s', (_how, typed, sentences) => {
    expect(findWords(RULES, typed).sentences.map(({ at }) => at)).toEqual(sentences);
  });

  test('each where it stands', () => {
    const [found] = findWords(RULES, 'parks at night').sentences;
    const text = quote(RULES.article, found?.at ?? 0).text;
    expect(found?.words.map(({ start, end }) => text.slice(start, end))).toEqual(['parks', 'night']);
  });

  test('and it is said what was corrected, and whether all are there', () => {
    expect(findWords(RULES, 'bycicles')).toMatchObject({ all: true, corrections: [{ from: 'bycicles', to: 'bicycles' }] });
    expect(findWords(RULES, 'dogs gate').all).toBe(false);
  });

  test('though a thousand are typed: by the first twelve', () => {
    const typed = ['clashes', ...Array.from({ length: 1000 }, (_, i) => `zq${i.toString(36).replace(/\d/g, 'x')}bledan`), 'Salahedine'];
    const found = findWords(aleppo, typed.join(' '));
    expect(found.sentences.length).toBeGreaterThan(0);
    expect(found).toEqual(findWords(aleppo, typed.slice(0, 12).join(' ')));
    expect(findWords(aleppo, typed.slice(-12).join(' ')).corrections).not.toEqual([]);
  });
});
