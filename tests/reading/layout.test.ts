import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionBlock, sizeInWindow, windowBlock, windowsOver } from '../../src/reading/layout.ts';
import { MODEL } from '../../src/reading/model.ts';
import { readVocabulary } from '../../src/reading/vocabulary.ts';
import { piecesOf } from '../../src/reading/word-pieces.ts';
import { golden, sentencesOf } from './golden.ts';

const vocabulary = readVocabulary(MODEL);
const ids = (text: string) => piecesOf(text, vocabulary).map(({ id }) => id);

describe('what the model reads is what it was trained on', () => {
  test.each(golden.cases.map((one) => [one.question, one] as const))('"%s"', (question, one) => {
    const sentences = sentencesOf(one).map(({ text, paragraph }) => ({ pieces: ids(text), paragraph }));
    const before = one.before.map((turn) => ({
      question: ids(turn.question),
      ...(turn.sentence !== null && { sentence: sentences[turn.sentence]?.pieces }),
    }));
    expect(questionBlock(ids(question), before)).toEqual(one.questionPieces);
    const windows = windowsOver(sentences.map(({ pieces }) => sizeInWindow(pieces.length)));
    const blocks = windows.map(([from, to]) => windowBlock(sentences.slice(from, to), from === 0));
    expect(blocks).toEqual(one.windows.map(({ pieces, markers }) => ({ pieces, markers })));
  });
});

test('windows hold every sentence, in order, and each begins in the one before', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 111 }), { minLength: 1, maxLength: 200 }), (sizes) => {
      const windows = windowsOver(sizes);
      expect(windows[0]?.[0]).toBe(0);
      expect(windows.at(-1)?.[1]).toBe(sizes.length);
      for (const [i, [from, to]] of windows.entries()) {
        const next = windows[i + 1];
        expect(to).toBeGreaterThan(from);
        if (next) expect(next[0] > from && next[0] <= to).toBe(true);
      }
    }),
  );
});

test('a talk that is too long leaves room for the question', () => {
  const long = Array.from({ length: 200 }, () => 2000);
  const block = questionBlock(long, [{ question: long, sentence: long }]);
  expect(block).toHaveLength(96);
  expect(block.slice(1, 65)).toEqual(long.slice(0, 64));
  expect(block.at(-1)).toBe(2);
});
