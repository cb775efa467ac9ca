import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MODEL } from '../../src/reading/model.ts';
import { readVocabulary } from '../../src/reading/vocabulary.ts';
import { piecesOf } from '../../src/reading/word-pieces.ts';

const vocabulary = readVocabulary(MODEL);
const names = [...vocabulary.keys()];
const read = (text: string) => piecesOf(text, vocabulary).map(({ id, start, end }) => [names[id], text.slice(start, end)]);

describe('word pieces', () => {
  test.each([
    ['The clashes', ['the The', 'clashes clashes']],
    ['Salaheddine', ['sal Sal', '##ah ah', '##edd edd', '##ine ine']],
    ["didn't", ['didn didn', "' '", 't t']],
    ['Zürich café', ['zurich Zürich', 'cafe café']],
    ['cafe\u0301', ['cafe cafe\u0301']],
    ['$5 a+b', ['$ $', '5 5', 'a a', '+ +', 'b b']],
    ['北京', ['北 北', '京 京']],
    ['a\u200bb\u0000c', ['abc a\u200bb\u0000c']],
    ['the har\u00adbour', ['the the', 'harbour har\u00adbour']],
    ['\ufeffhar\ufeffbour', ['harbour har\ufeffbour']],
    ['\u{1F389}', ['[UNK] \u{1F389}']],
    ['x'.repeat(101), [`[UNK] ${'x'.repeat(101)}`]],
    [' \n\t\u00a0', []],
  ])('of %j', (text, pieces) => {
    expect(read(text).map((piece) => piece.join(' '))).toEqual(pieces);
  });

  test('stand in their order, where their text is, and leave out nothing that is a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let last = 0;
        for (const { start, end, id } of piecesOf(text, vocabulary)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(names[id]).toBeDefined();
          last = start;
        }
        if (/[a-z0-9]/i.test(text)) expect(piecesOf(text, vocabulary)).not.toEqual([]);
      }),
    );
  });
});
