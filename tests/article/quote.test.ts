import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quote, readArticle } from '../../src/article/article.ts';

const REAL = readFileSync('content/aleppo-2012.txt', 'utf8');

/** Texts that look like articles, and some that look like nothing. */
const pieces = fc.constantFrom(
  'Dr. ',
  'U.S. ',
  'He said. ',
  'no',
  ' ',
  '\n',
  '\r\n',
  '"',
  '“',
  '”',
  '...',
  '?! ',
  'The end.',
  'a.B',
  '1. ',
  '。',
  '走',
  'ไทย',
  '\u00a0',
  '😀',
  '\ud800',
  '(',
  ')',
  '[1]',
  'ends.[a] ',
  '![x](y)',
  '« ',
  ' »',
  '„',
  '¹',
  'z. B. ',
  'am 3. Mai ',
  'der die das ',
  '8 a.m. ',
  '\u2028',
  '\u0085',
  '\t',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 120 }).map((list) => list.join('')),
);

/** Rough pieces of the real article, cut and put together anywhere. */
const realTexts = fc
  .array(fc.tuple(fc.nat(REAL.length), fc.nat(400)), { maxLength: 8 })
  .map((cuts) => cuts.map(([at, length]) => REAL.slice(at, at + length)).join(''));

const WORDS = /[\p{L}\p{N}]/u;

describe('the quote lock', () => {
  test.each([
    ['random text', texts],
    ['real text', realTexts],
  ])('every quote of %s is the text between its offsets', (_what, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        const article = readArticle({ title: '' }, text);
        for (const { index } of article.sentences) {
          const { start, end, text: quoted } = quote(article, index);
          expect(text.slice(start, end)).toBe(quoted);
          expect(quoted.trim()).toBe(quoted);
          expect(quoted).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['random text', texts],
    ['real text', realTexts],
  ])('the sentences of %s hold all its words, once and in order', (_what, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        let at = 0;
        for (const { start, end } of readArticle({ title: '' }, text).sentences) {
          expect(text.slice(at, start)).not.toMatch(WORDS); // bullets, pipes, rules
          expect(start).toBeGreaterThanOrEqual(at);
          at = end;
        }
        expect(text.slice(at)).not.toMatch(WORDS);
      }),
      { numRuns: 400 },
    );
  });

  test('there is no quote of a sentence that the article lacks', () => {
    expect(() => quote(readArticle({ title: '' }, 'One.'), 1)).toThrow(RangeError);
  });
});
