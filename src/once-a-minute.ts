const MINUTE = 60_000;

/**
 * Says something at most once a minute: what goes on for hours should not fill the log.
 * @param say is told how often it was held back since it was said last
 * @param now milliseconds of any clock that only goes on
 */
export function atMostOnceAMinute<T>(say: (what: T, heldBack: number) => void, now: () => number = performance.now.bind(performance)) {
  let [last, heldBack] = [Number.NEGATIVE_INFINITY, 0];
  return (what: T): void => {
    if (now() - last < MINUTE) heldBack += 1;
    else {
      say(what, heldBack);
      [last, heldBack] = [now(), 0];
    }
  };
}
