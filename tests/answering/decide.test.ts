import { describe, expect, test } from 'vitest';
import { type Beside, decide } from '../../src/answering/decide.ts';

const NOTHING: Beside = { words: [], hasBoth: () => false, quoted: [] };

/** What is decided where the reader says these margins of the sentences, in their order. */
const decided = (margins: readonly number[], beside: Partial<Beside> = {}) =>
  decide(
    margins.map((margin, at) => ({ at, margin })),
    { ...NOTHING, ...beside },
  );
const order = (...asked: Parameters<typeof decided>) => decided(...asked).ranked.map(({ at }) => at);

describe('the best sentence', () => {
  test('is the one with the greatest margin, whatever votes for another that is far behind', () => {
    expect(order([-5, -1, 4, -3])[0]).toBe(2);
    expect(order([-5, -1, 4, -3], { words: [1, 1, 0, 1] })[0]).toBe(2);
  });

  test.each<[what: string, margins: number[], beside: Partial<Beside>, best: number]>([
    ['the earlier one', [1, 1.05], {}, 0],
    ['the one that has the words of the question', [1.5, 1.2], { words: [0, 0.5] }, 1],
    ['one that was not quoted already', [2, 1.9], { quoted: [0] }, 1],
  ])('of two that are about as good is %s', (_what, margins, beside, best) => {
    expect(order(margins, beside)[0]).toBe(best);
  });
});

describe('the article answers', () => {
  test('the more probably the greater the margins are', () => {
    const confidences = [-6, -3, -1, 0, 1, 3, 6].map((margin) => decided([-6, margin, -6, -6]).confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => a - b));
    expect([confidences[0], confidences.at(-1)].map((one) => Math.round(one ?? 0))).toEqual([0, 1]);
  });

  test('more probably where several sentences might', () => {
    expect(decided([-6, 0, 0, -6]).confidence).toBeGreaterThan(decided([-6, 0, -6, -6]).confidence + 0.1);
  });

  test('no more probably for its words: a question that it nearly answers has them, too', () => {
    expect(decided([-2, -1, -4], { words: [0.6, 0.7, 0] }).confidence).toBe(decided([-2, -1, -4]).confidence);
  });

  test('where a sentence has both words of a question of two, if that is not quite improbable, and never surely', () => {
    const hasBoth = (at: number) => at === 2;
    expect(decided([-5, -4, -6, -8])).toMatchObject({ answered: false });
    expect(decided([-5, -4, -6, -8], { hasBoth })).toMatchObject({
      answered: true,
      sure: false,
      ranked: [{ at: 2 }, { at: 1 }, { at: 0 }, { at: 3 }],
    });
    expect(decided([-12, -12, -12, -12], { hasBoth })).toMatchObject({ answered: false });
  });

  test('not at all where nothing was read', () => {
    expect(decided([])).toEqual({ ranked: [], confidence: 0, answered: false, sure: false, near: 0 });
  });
});

describe('an answer', () => {
  test('is sure where one sentence is far ahead of all others and of none, and of no other', () => {
    expect(decided([-5, 4, -5])).toMatchObject({ answered: true, sure: true });
    expect(decided([3.8, 4, -5])).toMatchObject({ answered: true, sure: false });
    expect(decided([-1, 0.5, -1])).toMatchObject({ answered: true, sure: false });
    expect(decided([-5, -4, -5])).toMatchObject({ answered: false, sure: false });
  });

  test('has a second quote where that is about as good', () => {
    expect(decided([-5, 3, 2.9]).near).toBe(2);
    expect(decided([-5, 3, 0]).near).toBe(1);
  });

  test('has its phrase in bold only where that is probable', () => {
    const phrase = { start: 0, end: 3, probability: 0.9 };
    const [sure, unsure] = [phrase, { ...phrase, probability: 0.01 }].map(
      (one) => decide([{ at: 0, margin: 3, phrase: one }], NOTHING).ranked[0]?.phrase,
    );
    expect([sure, unsure]).toEqual([phrase, undefined]);
  });
});
