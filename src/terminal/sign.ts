import { Worker } from 'node:worker_threads';
import { wording } from '../wording.ts';

const WORKS = ['file', 'page', 'model', 'answer'] as const;
export type Work = (typeof WORKS)[number];

/** Shows on a line of its own that something is being done. */
export interface Sign {
  /** @returns takes the sign away: what was written to the line is erased then */
  show(work: Work): () => void;
  /** Shows it while something is done. */
  during<T>(work: Work, doing: () => Promise<T>): Promise<T>;
}

/** What takes fewer milliseconds than this shows nothing. */
const AFTER = 300;

const [WANTED, SHOWN] = [0, 1];

/**
 * A sign on a terminal; nothing is shown where the stream is none. Libraries for that draw with a timer, which stands still while a large text is read:
 * so a thread of its own draws this one.
 */
export function openSign({ isTTY, fd }: { readonly isTTY?: boolean; readonly fd?: number }, after = AFTER): Sign {
  const state = new Int32Array(new SharedArrayBuffer(8));
  let isOpen = false;
  const open = () => {
    isOpen = true;
    const workerData = { fd, state, after, texts: WORKS.map((work) => wording.works[work]) };
    new Worker(new URL('./sign-worker.js', import.meta.url), { execArgv: [], workerData }).on('error', () => undefined).unref();
    process.once('exit', hide);
  };
  const set = (wanted: number) => {
    Atomics.store(state, WANTED, wanted);
    Atomics.notify(state, WANTED);
  };
  const hide = () => {
    set(0);
    Atomics.wait(state, SHOWN, 1, 1000); // until it is erased
  };
  const show = (work: Work) => {
    if (!isTTY || fd === undefined) return () => undefined;
    if (!isOpen) open();
    set(WORKS.indexOf(work) + 1);
    return hide;
  };
  return {
    show,
    during: async (work, doing) => {
      const done = show(work);
      return doing().finally(done);
    },
  };
}
