import { setTimeout as pause } from 'node:timers/promises';

/** The first pause and the longest one, in milliseconds. */
const FIRST = 1000;
const LONGEST = 2 * 60 * 1000;

/** How long to wait before trying again: twice as long each time, up to a limit, and never as long as others that failed with us. @returns milliseconds */
export function pauseAfter(failures: number, random = Math.random): number {
  return Math.min(FIRST * 2 ** (failures - 1), LONGEST) * (0.5 + random() / 2);
}

/** How something is tried again and again. */
export interface Persistence {
  /** Whether an error may pass by itself. */
  readonly passes: (error: unknown) => boolean;
  /** Is told of each that may, before the pause of so many milliseconds. */
  readonly failed: (error: unknown, ms: number) => void;
  readonly stop: AbortSignal;
}

/** Does something until it works. @throws what does not pass by itself, and the signal's reason where it is stopped */
export async function persist<T>(work: () => Promise<T>, { passes, failed, stop }: Persistence): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      stop.throwIfAborted();
      return await work();
    } catch (error) {
      if (stop.aborted || !passes(error)) throw error;
      const ms = pauseAfter(failures);
      failed(error, ms);
      await pause(ms, undefined, { signal: stop });
    }
  }
}

/** Waits for some work, but no longer than so many milliseconds. @returns whether it was done by then; it throws nothing */
export async function atMost(ms: number, work: Promise<unknown>): Promise<boolean> {
  const over = new AbortController();
  const done = work.then(
    () => true,
    () => true,
  );
  return Promise.race([done, pause(ms, false, { signal: over.signal }).catch(() => false)]).finally(() => over.abort());
}

/** When it is told to stop. */
export function told(stop: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve(undefined);
    else stop.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
