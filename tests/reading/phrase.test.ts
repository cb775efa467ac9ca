import { expect, test } from 'vitest';
import { MODEL } from '../../src/reading/model.ts';
import { phraseIn } from '../../src/reading/phrase.ts';
import { readVocabulary } from '../../src/reading/vocabulary.ts';
import { piecesOf } from '../../src/reading/word-pieces.ts';

const vocabulary = readVocabulary(MODEL);

/** The phrase that begins and ends with the pieces in which these characters stand. */
function phrase(text: string, from: number, to: number): string | undefined {
  const pieces = piecesOf(text, vocabulary);
  const pieceAt = (at: number) => pieces.findIndex(({ start, end }) => at >= start && at < end);
  const phrases = new Float32Array(2 * pieces.length);
  phrases[2 * pieceAt(from)] = 9;
  phrases[2 * pieceAt(to) + 1] = 9;
  const found = phraseIn(phrases, 0, pieces, text);
  return found && text.slice(found.start, found.end);
}

test.each([
  ['It rained on Friday.', 'on Friday', 'on Friday'],
  ['It rained on Friday.', 'Friday.', 'Friday.'],
  ['It cost 1,250.50 euros.', '250', '1,250.50'],
  ['It cost 1,250.50 euros.', '.', '1,250.50'],
  ['They left at 14:32.', '14', '14:32'],
  ["They don't swim there.", 'don', "don't"],
  ['The Salaheddine quarter.', 'ala', 'Salaheddine'],
  ['A 12-day strike ended.', '12-day', '12-day'],
  ['“It rained”, Ann said.', '“It', '“It'],
])('of %j, %j is %j: no word or number is cut', (text, part, whole) => {
  const from = text.indexOf(part);
  expect(phrase(text, from, from + part.length - 1)).toBe(whole);
});

test.each(['It rained.', 'Did it? No!', 'Prices: … (see below)'])('what has no letter and no digit in it is no phrase: %j', (text) => {
  const at = text.search(/[.?…]/);
  expect(phrase(text, at, at)).toBeUndefined();
});
