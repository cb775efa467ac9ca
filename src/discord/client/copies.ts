import { performance } from 'node:perf_hooks';
import type { Logger } from 'pino';

/** It is said again after so many milliseconds. */
const AGAIN = 60_000;

/** Says in the log, once a minute, that somebody else answers what the bot is asked. */
export function otherCopies(log: Logger, now: () => number = () => performance.now()): () => void {
  let said = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() - said < AGAIN) return;
    said = now();
    log.warn('another copy of this bot seems to run with the same token: stop one of them, or both work at every question');
  };
}
