import { describe, expect, test } from 'vitest';
import { bm25 } from '../../src/search/bm25.ts';
import { wordsOf } from '../../src/search/words.ts';
import { of } from '../indexed.ts';

/** The number of the sentence that has most of a question's words. */
function best(text: string, question: string): number {
  const scores = bm25(
    of(text),
    wordsOf(question).map(({ stem }) => stem),
  );
  return scores.indexOf(Math.max(...scores));
}

describe('the words of a question are found', () => {
  test.each([
    ['where they are rare', 'when did Ann sing', 'Bob did it. Ann sang. Bob did that. Bob did more.', 1],
    ['with another ending', 'who flees', 'It rained. Anna fled.', 1],
    ['with curly apostrophes', 'the country’s hub', 'Others are small. The countrys hub is big.', 1],
    ['without accents', 'who is Jose Munoz', 'Others came. José Muñoz is a cook.', 1],
    ['as a number without its comma', 'what costs 1000', 'It rained. The car costs 1,000 francs.', 1],
    ['as a number in words', 'who saw three ships', 'It rained. Anna saw 3 ships.', 1],
    ['as a name spelled otherwise', 'what did Mohammed do', 'It rained. Muhammad Ali sang.', 1],
    ['as initials', 'what about the US', 'It rained. The U.S. has gone.', 1],
    ['in British spelling', 'what colour is the wall', 'It rained. The wall has a bright color.', 1],
    ['in a script without spaces', '谁在上海工作？', '他昨天去了北京。她今天在上海工作。我们明天回家。', 1],
  ])('%s', (_what, question, text, at) => {
    expect(best(text, question)).toBe(at);
  });
});

test('of sentences that have the same words, the shorter one counts more', () => {
  expect(best('The king slept long and well in the old tower by the sea. The king slept.', 'king')).toBe(1);
});

test('a word that is nowhere counts for nothing', () => {
  expect([...bm25(of('It rained. Anna sang.'), ['zebra'])]).toEqual([0, 0]);
});
