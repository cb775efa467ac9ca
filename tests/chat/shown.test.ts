import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escaped, quoted, small } from '../../src/chat/markdown.ts';
import { type Piece, shown, textOf } from '../../src/chat/shown.ts';

const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'ab *_~`|<>[]()@#-+.:/\\\n\r\t\u2028\u0085\u200b😀0123'), maxLength: 40 }),
);
/** What is quoted neither begins nor ends with white space. */
const sentence = anything.map((text) => `a${text}b`);
/** As Discord keeps it. */
const kept = (text: string) => text.replace(/\r\n?/g, '\n');

describe('what is shown of a message', () => {
  test('is what was written, to the character, whatever that is', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(textOf(shown(escaped(text)))).toBe(kept(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('is a quote of what was quoted, and nothing else', () => {
    fc.assert(
      fc.property(sentence, anything, (text, behind) => {
        const pieces = shown(`**Question**\n${quoted(escaped(text))}\n${small(escaped(`x${behind}`.split(/[\r\n]/)[0] ?? ''))}`);
        expect(pieces.filter(({ kind }) => kind === 'quote').map((one) => textOf([one]))).toEqual([kept(text)]);
      }),
      { numRuns: 2000 },
    );
  });

  test.each<[string, Piece[]]>([
    [
      '**a** b',
      [
        { kind: 'bold', pieces: [{ kind: 'text', text: 'a' }] },
        { kind: 'text', text: ' b' },
      ],
    ],
    ['-# a', [{ kind: 'small', pieces: [{ kind: 'text', text: 'a' }] }]],
    ['<https://example.com/a>', [{ kind: 'link', to: 'https://example.com/a', text: 'https://example.com/a' }]],
    ['<t:5:R>', [{ kind: 'time', at: 5, style: 'R' }]],
    [
      '> a **b**\n> c\nd',
      [
        {
          kind: 'quote',
          pieces: [
            { kind: 'text', text: 'a ' },
            { kind: 'bold', pieces: [{ kind: 'text', text: 'b' }] },
            { kind: 'text', text: '\nc' },
          ],
        },
        { kind: 'text', text: 'd' },
      ],
    ],
  ])('%j has its pieces', (content, pieces) => {
    expect(shown(content)).toEqual(pieces);
  });
});
