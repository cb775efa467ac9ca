/** So many windows are read for a question; on a slow host fewer, but so many at least. */
export const MOST_WINDOWS = 8;
const LEAST_WINDOWS = 2;

/** Where a window takes longer than so many milliseconds, the host is slow. */
const SLOW = 500;

/** So many of the last runs count. */
const COUNTED = 9;

/** The pieces of a full window with a question. */
const FULL = 430;

/** How long the model takes here. */
export interface Pace {
  /** Notes that a run over so many pieces took so many milliseconds. */
  took(ms: number, pieces: number): void;
  /** The median of what a full window takes, in milliseconds. */
  readonly window: number;
  readonly isSlow: boolean;
  /** How many windows a question may have. */
  readonly most: number;
}

export function openPace(): Pace {
  const times: number[] = [];
  const median = () => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
  return {
    took: (ms, pieces) => {
      times.push((ms * FULL) / pieces);
      if (times.length > COUNTED) times.shift();
    },
    get window() {
      return median();
    },
    get isSlow() {
      return median() > SLOW;
    },
    get most() {
      return Math.max(LEAST_WINDOWS, Math.floor(MOST_WINDOWS * Math.min(1, SLOW / median())));
    },
  };
}
