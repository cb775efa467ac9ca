import type { Logger } from 'pino';
import { type Reply, tell } from '../reply.ts';
import { wording } from '../wording.ts';
import { problemOf } from './log.ts';
import { refusedBy } from './refused.ts';

/**
 * Does something for somebody, and writes one line in the log: what it was, how long it took and what went wrong, without what people wrote.
 * It never throws.
 * @param work says whether there was something to do
 */
export async function logged(log: Logger, what: object, work: () => Promise<boolean>): Promise<void> {
  const started = performance.now();
  const line = () => ({ ...what, ms: Math.round(performance.now() - started) });
  try {
    if (await work()) log.info(line(), 'answered');
  } catch (error) {
    log[refusedBy(error) ? 'warn' : 'error']({ ...line(), ...problemOf(error) }, 'not answered');
  }
}

/**
 * Whatever is wrong in a command, who asks is told.
 * @throws where they can't be, for Discord doesn't know what they have asked by, or it is answered already
 */
export async function guarded(log: Logger, run: () => Promise<readonly Reply[]>): Promise<readonly Reply[]> {
  try {
    return await run();
  } catch (error) {
    const refused = refusedBy(error);
    if (refused === 'too late' || refused === 'acknowledged') throw error;
    log.error(problemOf(error), 'a command failed');
    return [tell(wording.failed)];
  }
}
