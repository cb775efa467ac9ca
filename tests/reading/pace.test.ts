import { expect, test } from 'vitest';
import { openPace, windowsAt } from '../../src/reading/pace.ts';

test.each([
  [50, 8],
  [500, 8],
  [600, 6],
  [1000, 4],
  [60_000, 2],
])('where a full window takes %d ms, a question may have %d', (ms, windows) => {
  expect(windowsAt(ms)).toBe(windows);
});

test('what a full window takes is told by the median of the last runs, whatever they had to read', () => {
  const pace = openPace();
  expect([pace.window, pace.last]).toEqual([0, 0]);
  for (let run = 0; run < 9; run++) pace.took(100, 215);
  pace.took(9000, 430);
  expect([pace.window, pace.last]).toEqual([200, 9000]);
  for (let run = 0; run < 9; run++) pace.took(50, 430);
  expect(pace.window).toBe(50);
});
