import type { Connection } from '../config.ts';
import { wording } from '../wording.ts';
import type { Persistence } from './again.ts';
import type { Surroundings } from './bot.ts';
import { passes, startProblem } from './start-problem.ts';

/** How the bot tries on at its start: the host is told why once, and the log has a line each time. */
export function tryingOn(config: Connection, { log, print }: Pick<Surroundings, 'log' | 'print'>, stop: AbortSignal): Persistence {
  let said: string | undefined;
  const failed = (error: unknown, ms: number) => {
    const problem = startProblem(error, config);
    if (problem !== said) print(wording.triesOn(problem));
    said = problem;
    log.warn({ problem, seconds: Math.round(ms / 1000) }, 'Discord could not be reached; trying again after a pause');
  };
  return { passes, failed, stop };
}
