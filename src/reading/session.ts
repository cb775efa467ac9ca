import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What the thread is started with. */
export interface WorkerData {
  /** The file of the model. */
  readonly file: string;
  readonly threads: number;
}

/** A window to read: word pieces, and where in the window the markers of its sentences stand. */
export interface WindowToRead {
  readonly question: readonly number[];
  readonly window: readonly number[];
  readonly markers: readonly number[];
}

/** What the model says of a window: a score for "none of these", then one a sentence; and two numbers a piece, how much speaks for an answer to begin and to end there. */
export interface RawReading {
  readonly scores: Float32Array;
  readonly phrases: Float32Array;
}

/** What the thread says. */
export type Told = { kind: 'ready' } | { kind: 'read'; reading: RawReading } | { kind: 'failed'; reason: string };

/** The model in a thread of its own, since a run blocks the one that it is in. */
export interface Session {
  /** Reads a window; one at a time: the one before has to be read. @throws Error where the model can't */
  read(window: WindowToRead): Promise<RawReading>;
  close(): Promise<unknown>;
}

/**
 * Loads a model.
 * @param threads how many the model computes with
 * @throws Error with the reason where it does not load
 */
export async function openSession(folder: string, threads: number): Promise<Session> {
  const workerData: WorkerData = { file: join(folder, 'reader.onnx'), threads };
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData, execArgv: [] });
  worker.unref(); // nobody waits for a thread that has nothing to do
  let isClosing = false;
  const ended = new Promise<never>((_, fails) => {
    worker.once('exit', (code) => isClosing || fails(new Error(`the model's thread has ended with code ${code}`)));
  });
  ended.catch(() => undefined); // who asks from then on is told
  const told = async (): Promise<Exclude<Told, { kind: 'failed' }>> => {
    worker.ref();
    try {
      const [answer] = (await Promise.race([once(worker, 'message'), ended])) as [Told];
      if (answer.kind === 'failed') throw new Error(answer.reason);
      return answer;
    } finally {
      worker.unref();
    }
  };
  await told();
  let reading: Promise<unknown> = Promise.resolve();
  let closed: Promise<unknown> | undefined;
  return {
    read: async (window) => {
      if (isClosing) return NEVER; // the thread may have ended, and who looks for questions to suggest asks on
      worker.postMessage(window);
      const answer = told();
      reading = answer.catch(() => undefined);
      const said = await answer;
      if (said.kind !== 'read') throw new Error('the model said nothing of the window');
      return said.reading;
    },
    close: () => {
      isClosing = true;
      closed ??= reading.then(() => worker.terminate()); // a thread that is ended while the model computes takes the process with it
      return closed;
    },
  };
}

const NEVER = new Promise<never>(() => undefined);
