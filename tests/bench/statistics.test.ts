import { describe, expect, test } from 'vitest';
import { auc, binned, bootstrap, brier, ece, percentile } from '../../bench/statistics.ts';

describe('statistics', () => {
  test('a share of all values is at or under a percentile', () => {
    expect([0, 0.5, 1].map((share) => percentile([3, 1, 2], share))).toEqual([1, 2, 3]);
  });

  test('the bootstrap interval of a mean is that of its normal approximation, where there are many values', () => {
    const [low, high] = bootstrap(Array.from({ length: 400 }, (_, i) => Number(i % 4 > 0)));
    const error = 1.96 * Math.sqrt((0.75 * 0.25) / 400);
    expect(low).toBeCloseTo(0.75 - error, 1.8);
    expect(high).toBeCloseTo(0.75 + error, 1.8);
    expect(bootstrap([1, 1, 1])).toEqual([1, 1]);
  });

  test.each([
    [[0.9, 0.8], [0.1], 1],
    [[0.9, 0.2], [0.5], 0.5],
    [[0.5], [0.5], 0.5],
    [[0.9, 0.4], [0.5, 0.1], 0.75],
  ])('auc of %j over %j is %d', (high, low, expected) => {
    expect(auc(high, low)).toBe(expected);
  });

  test('Brier and ECE of four forecasts', () => {
    const forecasts = [
      { said: 1, so: true },
      { said: 0.95, so: false },
      { said: 0.25, so: false },
      { said: 0.25, so: true },
    ];
    expect(brier(forecasts)).toBeCloseTo((0 + 0.95 ** 2 + 0.25 ** 2 + 0.75 ** 2) / 4);
    expect(ece(binned(forecasts))).toBeCloseTo((2 * (0.975 - 0.5) + 2 * (0.5 - 0.25)) / 4);
  });
});
