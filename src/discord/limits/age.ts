import { performance } from 'node:perf_hooks';
import { SnowflakeUtil } from 'discord.js';

/** For so many milliseconds at least, it is remembered how soon something came. */
const REMEMBERED = 5 * 60 * 1000;

/**
 * How many milliseconds later than the fastest of late something comes in, by the time in its id. Discord's clock is never compared with that of
 * this machine, which may be wrong or be put right meanwhile: only how much of it has passed.
 * @param now in milliseconds, since whenever
 */
export function lateness(now: () => number = () => performance.now()): (id: string) => number {
  let [fastest, fastestBefore, since] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, now()];
  return (id) => {
    const apart = now() - SnowflakeUtil.timestampFrom(id);
    if (now() - since > REMEMBERED) [fastest, fastestBefore, since] = [Number.POSITIVE_INFINITY, fastest, now()];
    fastest = Math.min(fastest, apart);
    return apart - Math.min(fastest, fastestBefore);
  };
}
