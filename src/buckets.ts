/** Lets so many things pass in a time. */
export interface Buckets {
  /** When one more may pass, in milliseconds since 1970: now, where that is not later. */
  next(key: string, most: number, now: number): number;
  take(key: string, most: number, now: number): void;
}

/**
 * Lets so many things pass for each key in a time, at once or one by one. Of each it keeps one number, the time at which all that passed is
 * worked off (the generic cell rate algorithm); what is past is let go, so that there are no more than passed in twice the time.
 * @param time in milliseconds
 */
export function openBuckets(time: number): Buckets {
  const busy = new Map<string, number>();
  let swept = 0;
  /** When all will be worked off if one more passes; a clock that was set back makes nobody wait longer than the time. */
  const after = (key: string, most: number, now: number) =>
    Math.min(Math.max(busy.get(key) ?? 0, now), now + time) + Math.floor(time / most);
  return {
    next: (key, most, now) => after(key, most, now) - time,
    take: (key, most, now) => {
      busy.set(key, after(key, most, now));
      if (Math.abs(now - swept) < time) return;
      swept = now;
      for (const [one, until] of busy) if (until <= now) busy.delete(one);
    },
  };
}
