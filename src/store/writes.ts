import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { wording } from '../wording.ts';

/** Nothing can be kept for the moment; its message says why. */
export class NotKept extends Error {}

export interface Writes {
  /** Runs a write, or rejects with NotKept. */
  write<T>(work: () => Promise<T>): Promise<T>;
  /** Whether the last one failed. */
  failing(): boolean;
}

/** After a write has failed, none is tried for so many milliseconds: for each one, the driver prints lines of its own. */
const PAUSE = 60_000;

/** In so many milliseconds it is looked once whether the file is still there: the driver goes on writing into one that was removed. */
const LOOK = 1000;

/**
 * The writes of the driver to its file, which must be there. It has promises of its own for what goes wrong, and one that nobody handles ends the process.
 * @param now milliseconds of any clock that only goes on
 */
export function writesTo(file: string, now: () => number = performance.now.bind(performance)): Writes {
  const inode = () => statSync(file, { throwIfNoEntry: false })?.ino;
  const opened = inode();
  let there = true;
  let looked = now();
  let failed: { at: number; why: string } | undefined;
  return {
    failing: () => failed !== undefined,
    write: async (work) => {
      if (now() - looked >= LOOK) [there, looked] = [inode() === opened, now()];
      if (!there) throw new NotKept(wording.dataRemoved(dirname(file)));
      if (failed && now() - failed.at < PAUSE) throw new NotKept(failed.why);
      try {
        const result = await work();
        failed = undefined;
        return result;
      } catch (error) {
        const why = await whyNotCommitted(error);
        if (why === undefined) throw error;
        failed = { at: now(), why: wording.notWritten(dirname(file), why) };
        throw new NotKept(failed.why);
      }
    },
  };
}

/** Why the driver could not commit: "No space left on device". Undefined for other errors. */
async function whyNotCommitted(error: unknown): Promise<string | undefined> {
  if (!(error instanceof Error && 'commitError' in error)) return undefined;
  const reason = await Promise.resolve(error.commitError).catch((one: unknown) => one);
  return (reason instanceof Error ? reason : error).message.replace(/: Attempting .*/s, '');
}
