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

/** Reads files of strangers. */
export interface StrangersReader {
  /** As `readArticleBytes` does, one file after the other; "too much" where that takes longer, or more memory, than any honest file does. */
  read(given: Given): Promise<ArticleRead>;
  /** What is being read is given up. */
  close(): Promise<void>;
}

/** What a file may take, in milliseconds and in megabytes of JavaScript's memory, and how long the thread waits for another one. */
const LONGEST = 20_000;
const MEMORY = 512;
const IDLE = 30_000;

/** Nothing limits what a thread keeps outside of JavaScript's memory: so often, in milliseconds, it is looked at how much the process has grown. */
const LOOK = 100;

/** A thread of its own does the reading: a file that is made to take for ever, or all memory, neither holds up the bot nor ends it. */
export function openStrangersReader({ longest = LONGEST, memory = MEMORY, idle = IDLE } = {}): StrangersReader {
  const queue = new PQueue({ concurrency: 1 });
  let [thread, rest, isClosed]: [Worker | undefined, NodeJS.Timeout | undefined, boolean] = [undefined, undefined, false];

  function start(): Worker {
    const started = new Worker(new URL('./worker.js', import.meta.url), {
      execArgv: [],
      env: {}, // nothing of the host's is to be found there
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    const forget = () => {
      if (thread === started) thread = undefined;
    };
    return started.on('error', forget).once('exit', forget);
  }

  async function end(): Promise<void> {
    clearTimeout(rest);
    await thread?.terminate();
  }

  async function readNow(given: Given): Promise<ArticleRead> {
    if (isClosed) return { kind: 'too much' };
    clearTimeout(rest);
    thread ??= start();
    const reading = thread;
    const tooMuch = new AbortController();
    const { signal } = tooMuch;
    const giveUp = () => tooMuch.abort();
    const most = process.memoryUsage.rss() + 1.5 * memory * 2 ** 20;
    const late = setTimeout(giveUp, longest);
    const look = setInterval(() => process.memoryUsage.rss() > most && giveUp(), LOOK);
    try {
      reading.once('exit', giveUp).ref();
      reading.postMessage(given);
      const [read] = (await once(reading, 'message', { signal })) as [ArticleRead];
      return read;
    } catch (error) {
      await reading.terminate();
      if (signal.aborted || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return { kind: 'too much' };
      throw error;
    } finally {
      clearTimeout(late);
      clearInterval(look);
      reading.off('exit', giveUp).unref(); // nobody waits for a thread that has nothing to do
      rest = setTimeout(end, idle).unref();
    }
  }

  return {
    read: (given) => queue.add(() => readNow(given)),
    close: async () => {
      isClosed = true;
      await end();
      await queue.onIdle();
      clearTimeout(rest);
    },
  };
}
