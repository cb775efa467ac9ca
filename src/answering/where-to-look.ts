import { WINDOW_SIZE, windowsOver } from '../reading/layout.ts';
import { bm25 } from '../search/bm25.ts';
import { type OpenArticle, sizeOf } from './open-article.ts';

/** Sentences that are read together: the first of them, and the one behind the last, counting from 0. */
export type Stretch = readonly [from: number, to: number];

/** What a question is looked up by, where an article is too long to be read whole. */
export interface Lookup {
  /** Stems of the question's words, and of those before it in the talk. */
  readonly stems: readonly string[];
  readonly earlier: readonly string[];
  /** The last quote of the talk, by its number. */
  readonly quoted?: number | undefined;
}

/** What the words of the talk before count for, beside the question's own. */
const EARLIER = 0.35;

/** A sentence of a text is never smaller than this in a window: its marker and a piece. */
const SMALLEST = 2;

/**
 * Where in an article to look for an answer: everywhere where there are few windows, which overlap if they may, so that each sentence is read with what
 * stands before and behind it; else where the words of the question are.
 */
export function whereToLook(open: OpenArticle, lookup: Lookup): readonly Stretch[] {
  const { article, reader } = open;
  const { length } = article.sentences;
  if (length * SMALLEST <= reader.most * WINDOW_SIZE) {
    const sizes = article.sentences.map(({ index }) => sizeOf(open, index));
    for (const overlap of [true, false]) {
      const all = windowsOver(sizes, overlap);
      if (all.length <= reader.most) return all;
    }
  }
  const found = bestPlaces(open, lookup);
  const stretches: Stretch[] = [];
  const allOver = Array.from({ length: reader.most }, (_, i) => Math.floor((i * length) / reader.most)); // a question may have none of the text's words
  for (const at of [...(lookup.quoted === undefined ? [] : [lookup.quoted]), ...found, ...allOver]) {
    if (stretches.length >= reader.most) break;
    if (!stretches.some(([from, to]) => from <= at && at < to)) stretches.push(around(open, at));
  }
  return stretches;
}

/** The sentences that have most of the words, the best first. */
function bestPlaces({ index, reader }: OpenArticle, { stems, earlier }: Lookup): number[] {
  const [own, before] = [bm25(index, stems), bm25(index, earlier)];
  const scored: [at: number, score: number][] = [];
  for (const [at, score] of own.entries()) {
    const whole = score + EARLIER * (before[at] ?? 0);
    if (whole > 0) scored.push([at, whole]);
  }
  scored.sort(([a, x], [b, y]) => y - x || a - b);
  return scored.slice(0, reader.most * WINDOW_SIZE).map(([at]) => at);
}

/** The window with a sentence in its middle. */
function around(open: OpenArticle, middle: number): Stretch {
  const { length } = open.article.sentences;
  let [from, to, size] = [middle, middle + 1, sizeOf(open, middle)];
  for (let grows = true; grows; ) {
    grows = false;
    for (const next of [from - 1, to]) {
      if (next < 0 || next >= length || size + sizeOf(open, next) > WINDOW_SIZE) continue;
      size += sizeOf(open, next);
      grows = true;
      if (next < from) from = next;
      else to = next + 1;
    }
  }
  return [from, to];
}
