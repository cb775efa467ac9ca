import { newNumber } from '../store/number.ts';

/** What waits for somebody's decision: it is in memory alone. */
export interface Held<T> {
  /** @returns its number: a new one where none is given */
  keep(what: T, id?: number): number;
  /** Undefined once it is let go. */
  get(id: number): T | undefined;
  find(is: (what: T) => boolean): T | undefined;
  remove(id: number): void;
  removeEach(is: (what: T) => boolean): void;
}

/** Something can be decided on for so many milliseconds, which is as long as Discord lets its message be changed; of more, or of more text, the oldest go. */
const LASTS = 15 * 60_000;
const MOST = 1000;
const MOST_LETTERS = 20_000_000;

/** @param lettersIn how much text something has, in UTF-16 units */
export function openHeld<T>(lettersIn: (what: T) => number, now: () => number = Date.now): Held<T> {
  const kept = new Map<number, { what: T; at: number }>(); // the oldest first
  let letters = 0;
  const remove = (id: number) => {
    const one = kept.get(id);
    if (!one) return;
    kept.delete(id);
    letters -= lettersIn(one.what);
  };
  const tidy = () => {
    for (const [id, { at }] of kept) {
      if (now() - at <= LASTS && kept.size <= MOST && (kept.size <= 1 || letters <= MOST_LETTERS)) return;
      remove(id);
    }
  };
  return {
    keep: (what, id = newNumber()) => {
      remove(id);
      kept.set(id, { what, at: now() });
      letters += lettersIn(what);
      tidy();
      return id;
    },
    get: (id) => {
      tidy();
      return kept.get(id)?.what;
    },
    find: (is) => {
      tidy();
      return [...kept.values()].find(({ what }) => is(what))?.what;
    },
    remove,
    removeEach: (is) => {
      for (const [id, { what }] of kept) if (is(what)) remove(id);
    },
  };
}
