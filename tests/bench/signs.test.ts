import { expect, test } from 'vitest';
import { probabilityOf } from '../../bench/logistic.ts';
import { candidatesOf, rankedBy, signsOf } from '../../bench/signs.ts';
import { randomFrom } from '../../bench/statistics.ts';
import calibration from '../../src/answering/calibration.json' with { type: 'json' };
import { decide } from '../../src/answering/decide.ts';

const random = randomFrom(1);
const reading = (at: number) => ({ at, margin: 12 * random() - 6 });
const many = (count: number) => Array.from({ length: count }, (_, at) => reading(at));
const words = (count: number) => ({ words: Array.from({ length: count }, random), hasAll: () => false });

test.each([
  ['a question that stands alone', { sentences: many(12), beside: { ...words(12), quoted: [] } }],
  ['one that goes on from a talk', { sentences: many(12), beside: { ...words(12), alone: many(9), quoted: [2, 7] } }],
  ['one about two sentences', { sentences: many(2), beside: { ...words(2), alone: [], quoted: [0] } }],
])('what is calibrated is what the bot decides by: %s', (_what, read) => {
  const all = rankedBy(candidatesOf(read), calibration.votes);
  const { mass, lead } = signsOf(all);
  const decision = decide(read.sentences, read.beside);
  expect(decision.ranked.map(({ at }) => at)).toEqual(all.map(({ at }) => at));
  expect(decision.confidence).toBeCloseTo(probabilityOf(calibration.answers, { mass }), 9);
  const right = probabilityOf(calibration.right, { lead });
  expect(decision.sure).toBe(decision.answered && right >= calibration.sure);
});
