import { expect } from 'vitest';

/** A machine that others work on at the same time takes longer by chance: of so many tries the fastest count. */
const TRIES = 5;

/** Ten times as much takes ten times as long where time grows with the size, and a hundred times where it grows with its square. */
const MOST_TIMES = 40;

/** In milliseconds; what takes less is lost in chance. */
const LEAST = 2;

/**
 * Holds that work on ten times as much takes about ten times as long, and doesn't grow with the square of its size.
 * @param size of the larger
 * @param make what is worked on; its own time doesn't count
 */
export function takesAsLongAsItIsLarge<T>(size: number, make: (size: number) => T, work: (made: T) => unknown): void {
  const [small, large] = [make(Math.ceil(size / 10)), make(size)];
  let [some, more] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < TRIES; run++) {
    some = Math.min(some, timed(work, small));
    more = Math.min(more, timed(work, large));
    if (more <= MOST_TIMES * Math.max(some, LEAST)) return;
  }
  expect(more, 'milliseconds for ten times as much').toBeLessThanOrEqual(MOST_TIMES * Math.max(some, LEAST));
}

function timed<T>(work: (made: T) => unknown, made: T): number {
  const start = performance.now();
  work(made);
  return performance.now() - start;
}
