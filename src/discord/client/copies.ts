import type { Logger } from 'pino';
import { atMostOnceAMinute } from '../../once-a-minute.ts';

/** Says in the log, once a minute, that somebody else answers what the bot is asked. */
export function otherCopies(log: Logger, now?: () => number): () => void {
  const say = atMostOnceAMinute<void>(
    () => log.warn('another copy of this bot seems to run with the same token: stop one of them, or both try to answer every question'),
    now,
  );
  return () => say();
}
