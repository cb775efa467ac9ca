import type { Logger } from 'pino';
import type { Kind, Meter } from '../../monitoring/meter.ts';
import { type Reply, type Result, tell } from '../../reply.ts';
import { wording } from '../../wording.ts';
import { problemOf } from '../log.ts';
import { refusedBy } from './refused.ts';

/** Who is told of what happens. */
export interface Watchers {
  readonly log: Logger;
  /** Undefined: nothing is counted. */
  readonly meter?: Meter | undefined;
}

/** What came of something, by the replies to it. */
export function resultOf(replies: readonly Reply[]): Result {
  return replies.flatMap((one) => (one.kind === 'reply' ? (one.result ?? []) : []))[0] ?? 'answered';
}

/**
 * Does something for somebody, writes one line in the log (what it was, how long it took and what went wrong, without what people wrote), and
 * tells the meter. It never throws.
 * @param work says what came of it; undefined: there was nothing to do
 */
export async function logged(
  { log, meter }: Watchers,
  what: { readonly kind: Kind; readonly interaction: string; readonly guild: string | null },
  work: () => Promise<Result | undefined>,
): Promise<void> {
  const started = performance.now();
  const { kind, ...named } = what;
  const took = () => performance.now() - started;
  const line = () => ({ ...named, ms: Math.round(took()) });
  try {
    const result = await work();
    if (result === undefined) return;
    if (result === 'dropped') log.warn(line(), 'not answered: too many questions at once');
    else log.info(line(), result === 'refused' ? 'refused' : 'answered');
    meter?.done(kind, result, took());
  } catch (error) {
    const refused = refusedBy(error);
    meter?.done(kind, refused === 'too late' ? 'dropped' : 'failed', took());
    log[refused ? 'warn' : 'error']({ ...line(), ...problemOf(error) }, 'not answered');
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
    return [tell(wording.failed, 'failed')];
  }
}
