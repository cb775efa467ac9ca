import { expect, test } from 'vitest';
import { givenWith, judge } from '../../bench/calibration.ts';
import { randomFrom } from '../../bench/statistics.ts';
import calibration from '../../src/answering/calibration.json' with { type: 'json' };
import { decide } from '../../src/answering/decide.ts';

const random = randomFrom(1);

/** What the reader might say of some sentences, some of them all words of the question. */
function something() {
  const count = 1 + Math.floor(12 * random());
  const sentences = Array.from({ length: count }, (_, at) => ({ at, margin: 16 * random() - 10 }));
  const all = Math.floor(2 * count * random());
  const words = { words: Array.from({ length: count }, random), hasBoth: (at: number) => at === all };
  return { sentences, beside: { ...words, quoted: random() < 0.5 ? [0, 2] : [] } };
}

test('what is calibrated is what the bot decides by', () => {
  const kinds = new Set<string>();
  for (let time = 0; time < 500; time++) {
    const read = something();
    const { ranked, confidence, answered, sure } = decide(read.sentences, read.beside);
    const isRight = (at: number) => at === ranked[0]?.at;
    const [judged] = judge([{ ...read, kind: 'single', article: 0, answerable: true, given: true, isRight }], calibration);
    expect(judged?.answers).toBeCloseTo(confidence, 9);
    expect(judged && givenWith(judged, calibration)).toEqual({ answered, sure, first: true });
    kinds.add(`${answered} ${sure} ${judged?.first}`);
  }
  expect([...kinds].sort()).toEqual(['false false true', 'true false false', 'true false true', 'true true true']); // all that there is
});
