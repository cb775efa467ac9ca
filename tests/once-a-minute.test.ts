import { expect, test } from 'vitest';
import { atMostOnceAMinute } from '../src/once-a-minute.ts';

test('something is said at most once a minute, with how often it was held back', () => {
  const said: [string, number][] = [];
  let now = 0;
  const say = atMostOnceAMinute<string>(
    (what, heldBack) => said.push([what, heldBack]),
    () => now,
  );
  for (now of [0, 1, 59_999, 60_000, 60_001, 500_000, 560_000]) say(`at ${now}`);
  expect(said).toEqual([
    ['at 0', 0],
    ['at 60000', 2],
    ['at 500000', 1],
    ['at 560000', 0],
  ]);
});
