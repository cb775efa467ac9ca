import type { Span } from '../document/span.ts';
import type { Piece } from './word-pieces.ts';

/** The words of a sentence that answer, as offsets into it, and how probable the model takes them for that, if the sentence answers: 0 to 1. */
export interface Phrase extends Span {
  readonly probability: number;
}

/**
 * The likeliest phrase of a sentence: the piece at which an answer most probably begins, and from there the one at which it most probably ends.
 * No word or number is cut by it.
 * @param phrases two numbers a piece of the window: how much speaks for an answer to begin there, and to end there
 * @param from the sentence's first piece in the window
 * @param pieces of the sentence, as many as the window holds
 * @param text the sentence
 * @returns undefined where no letter and no digit is in it
 */
export function phraseIn(phrases: Float32Array, from: number, pieces: readonly Piece[], text: string): Phrase | undefined {
  const begins = pieces.map((_, at) => phrases[2 * (from + at)] ?? Number.NEGATIVE_INFINITY);
  const ends = pieces.map((_, at) => phrases[2 * (from + at) + 1] ?? Number.NEGATIVE_INFINITY);
  const begin = greatest(begins, 0);
  const end = greatest(ends, begin);
  const [first, last] = [pieces[begin], pieces[end]];
  if (!first || !last) return undefined;
  const whole = wholeWords(text, first.start, last.end);
  return whole && { ...whole, probability: share(begins, begin) * share(ends, end) };
}

/** "don't", "1,000", "3.5km", "14:32": the mark in it belongs to it. */
const WORD = /[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]+(?:(?:['’](?=\p{L})|(?<=\p{N})[.,:/](?=\p{N}))[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]+)*/gu;

/** A part of a text, widened to the words that it begins and ends in; undefined where none is in it. */
function wholeWords(text: string, start: number, end: number): Span | undefined {
  let whole: Span | undefined;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (index >= end) break;
    const behind = index + word.length;
    if (behind > start) whole = { start: Math.min(whole?.start ?? start, index), end: Math.max(end, behind) };
  }
  return whole;
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
