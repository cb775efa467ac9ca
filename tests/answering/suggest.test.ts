import { describe, expect, test } from 'vitest';
import { answer } from '../../src/answering/answer.ts';
import { suggest } from '../../src/answering/suggest.ts';
import { aleppo, of } from './indexed.ts';

describe('suggested questions', () => {
  test('ask about a person, a place and a time, and the article answers each', () => {
    const questions = suggest(aleppo, 3);
    expect(questions).toHaveLength(3);
    for (const question of questions) expect(answer(aleppo, question).kind).toBe('answer');
    expect(new Set(suggest(aleppo, 9)).size).toBe(suggest(aleppo, 9).length);
  });

  test('are none where the article names nothing', () => {
    expect(suggest(of('it rains.'), 3)).toEqual([]);
  });
});
