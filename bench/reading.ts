import { MODEL } from '../src/reading/model.ts';
import { type ModelReader, openReader } from '../src/reading/model-reader.ts';
import { MOST_WINDOWS } from '../src/reading/pace.ts';
import type { Reader } from '../src/reading/reader.ts';

/** The reading model that ships, loaded. MODEL_THREADS: how many threads it computes with, 1 where it is unset. */
export async function openModel(threads = Number(process.env.MODEL_THREADS || 1)): Promise<ModelReader> {
  const reader = openReader(MODEL, threads);
  const tried = await reader.loaded;
  if (tried.kind === 'loaded') return reader;
  throw new Error(`the reading model can't be used: ${JSON.stringify(tried)}`);
}

/** A reader that reads so many windows for a question, however slow the machine is: what is measured must not hang on its load. */
export function readingAtMost(reader: Reader, most = MOST_WINDOWS): Reader {
  return {
    read: (...asked) => reader.read(...asked),
    sizeOf: (sentence) => reader.sizeOf(sentence),
    knows: (word) => reader.knows(word),
    most,
    get wait() {
      return reader.wait;
    },
  };
}
