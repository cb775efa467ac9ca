import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import type { ArticleRead } from './files.ts';

/** A file that a stranger gives. */
export interface Given {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** The encoding that who sent it named. */
  readonly charset?: string | undefined;
}

/** "too much": reading it takes longer, or more memory, than any honest file does. */
export type StrangersRead = ArticleRead | { kind: 'too much' };

/** Reads files of strangers. */
export interface StrangersReader {
  /** As `readArticleBytes` does, one file after the other. */
  read(given: Given): Promise<StrangersRead>;
  close(): Promise<void>;
}

/** What a file may take, in milliseconds and in megabytes of JavaScript's memory, and how long the thread waits for another one. */
const LONGEST = 20_000;
const MEMORY = 512;
const IDLE = 30_000;

/** A thread of its own does the reading: a file that is made to take for ever, or all memory, neither holds up the bot nor ends it. */
export function openStrangersReader({ longest = LONGEST, memory = MEMORY, idle = IDLE } = {}): StrangersReader {
  const queue = new PQueue({ concurrency: 1 });
  let [thread, rest]: [Worker | undefined, NodeJS.Timeout | undefined] = [undefined, undefined];

  function start(): Worker {
    const started = new Worker(new URL('./worker.js', import.meta.url), {
      execArgv: [],
      env: {}, // nothing of the host's is to be found there
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    const gone = () => {
      if (thread === started) thread = undefined;
    };
    return started.once('exit', gone).on('error', gone);
  }

  async function end(): Promise<void> {
    clearTimeout(rest);
    const ending = thread;
    thread = undefined;
    await ending?.terminate();
  }

  async function readNow(given: Given): Promise<StrangersRead> {
    clearTimeout(rest);
    thread ??= start();
    const reading = thread;
    const signal = AbortSignal.timeout(longest);
    try {
      reading.ref();
      reading.postMessage(given);
      const [read] = (await once(reading, 'message', { signal })) as [ArticleRead];
      return read;
    } catch (error) {
      await end();
      if (signal.aborted || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return { kind: 'too much' };
      throw error;
    } finally {
      reading.unref(); // nobody waits for a thread that has nothing to do
      rest = setTimeout(end, idle).unref();
    }
  }

  return { read: (given) => queue.add(() => readNow(given)), close: () => queue.add(end) };
}
