import { newNumber } from '../store/number.ts';

/** Things that wait for somebody's decision, in memory only. */
export interface Held<T> {
  /** @returns its number: a new one where none is given */
  keep(what: T, id?: number): number;
  /** Undefined once it is let go. */
  get(id: number): T | undefined;
  find(is: (what: T) => boolean): T | undefined;
  remove(id: number): void;
  removeEach(is: (what: T) => boolean): void;
}

/** How long something can be decided on, in milliseconds: as long as Discord lets its message be changed. If there are too many things, or too much text, the oldest go. */
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
