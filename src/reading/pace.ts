/** So many windows are read for a question; on a slow host fewer, but so many at least. */
export const MOST_WINDOWS = 8;
const LEAST_WINDOWS = 2;

/** Where a window takes longer than so many milliseconds, the host is slow. */
const SLOW = 500;

/** So many of the last runs count for how long the next one will take. */
const COUNTED = 9;

/** The pieces of a full window with a question. */
const FULL = 430;

/** How long the model takes here. */
export interface Pace {
  /** Notes that a run over so many pieces took so many milliseconds. */
  took(ms: number, pieces: number): void;
  /** What a full window takes now, in milliseconds: the median of the last runs. */
  readonly window: number;
  /** What it would have taken in the last run. */
  readonly last: number;
}

export function openPace(): Pace {
  const times: number[] = [];
  return {
    took: (ms, pieces) => {
      times.push((ms * FULL) / pieces);
      if (times.length > COUNTED) times.shift();
    },
    get window() {
      return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
    },
    get last() {
      return times.at(-1) ?? 0;
    },
  };
}

/** How many windows a question may have where a full one takes so many milliseconds: settled at the start, so that the same question has the same answer. */
export function windowsAt(ms: number): number {
  return ms <= SLOW ? MOST_WINDOWS : Math.max(LEAST_WINDOWS, Math.floor((MOST_WINDOWS * SLOW) / ms));
}
