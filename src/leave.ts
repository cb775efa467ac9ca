import { setTimeout as pause } from 'node:timers/promises';
import type { ModelReader } from './reading/model-reader.ts';

/** Told to stop, the process leaves after so many milliseconds at most, whatever it is doing: within five seconds it has ended. */
const LIMIT = 3500;

/** So many milliseconds are left for the last lines of the log, where somebody reads them. */
const LAST_LINES = 500;

/** Ends the process, as soon as the model has read what it is reading: a thread that is ended while it computes takes the process with it. */
export async function leave(code: number, reader: ModelReader | undefined): Promise<never> {
  await reader?.close();
  const written = new Promise((resolve) => process.stderr.write('', resolve));
  await Promise.race([written, pause(LAST_LINES)]);
  process.exit(code);
}

/** Ends the process where nobody listens any more: quietly where the other end has closed. */
export function leaveWhereNobodyListens(reader: () => ModelReader | undefined): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => leave(error.code === 'EPIPE' ? 0 : 1, reader()));
}

/**
 * Listens for who tells the process to stop: with a signal, a second one being for at once.
 * @param isShard another process has started this one: it is told to stop by that, by a terminal and by whoever runs both, or when that is gone
 * @returns aborted at the first; from then on the process ends within `LIMIT`, with code 0
 */
export function toldToStop(reader: () => ModelReader | undefined, isShard: boolean): AbortSignal {
  const told = new AbortController();
  const stop = () => {
    if (told.signal.aborted) return isShard ? undefined : void leave(0, reader());
    setTimeout(() => leave(0, reader()), LIMIT).unref();
    told.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  if (isShard) process.on('disconnect', stop);
  return told.signal;
}
