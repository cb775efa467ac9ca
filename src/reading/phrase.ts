import type { Span } from '../document/span.ts';
import type { Piece } from './word-pieces.ts';

/** The words of a sentence that answer, as offsets into it, and how probable the model takes them for that, if the sentence answers: 0 to 1. */
export interface Phrase extends Span {
  readonly probability: number;
}

/**
 * The likeliest phrase of a sentence: the piece at which an answer most probably begins, and from there the one at which it most probably ends.
 * @param phrases two numbers a piece of the window: how much speaks for an answer to begin there, and to end there
 * @param from the sentence's first piece in the window
 * @param pieces of the sentence, as many as the window holds
 */
export function phraseIn(phrases: Float32Array, from: number, pieces: readonly Piece[]): Phrase | undefined {
  const begins = pieces.map((_, at) => phrases[2 * (from + at)] ?? Number.NEGATIVE_INFINITY);
  const ends = pieces.map((_, at) => phrases[2 * (from + at) + 1] ?? Number.NEGATIVE_INFINITY);
  const begin = greatest(begins, 0);
  const end = greatest(ends, begin);
  const [first, last] = [pieces[begin], pieces[end]];
  if (!first || !last) return undefined;
  return { start: first.start, end: last.end, probability: share(begins, begin) * share(ends, end) };
}

function greatest(values: readonly number[], from: number): number {
  let best = from;
  for (let at = from + 1; at < values.length; at++) if ((values[at] ?? 0) > (values[best] ?? 0)) best = at;
  return best;
}

/** The softmax of one of several values. */
function share(values: readonly number[], at: number): number {
  const own = values[at] ?? 0;
  return 1 / values.reduce((sum, value) => sum + Math.exp(value - own), 0);
}
