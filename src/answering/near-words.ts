import type { ArticleIndex } from './article-index.ts';
import { dot, meaningOf, type TextMeaning } from './meaning.ts';
import { meaningOfSentence } from './traits.ts';

/** A word of a sentence that has to do with another word: how near it comes in meaning, from 0 to 1. */
export interface NearWord {
  readonly stem: string;
  readonly nearness: number;
}

/** The cosine that words may have by chance. */
const UNRELATED = 0.3;

/** Where the first numbers of two vectors add less to their cosine, the others hardly ever bring it up: most words are told apart so. */
const FIRST = 16;
const FAR = 0.1;

/** A word, and the words near it that have been looked for, by sentence. */
export interface Nearby {
  readonly form: string;
  readonly lists: Map<number, readonly NearWord[]>;
}

/** What has been looked for: other questions have the same words. When so many lists are kept, all of them are let go. */
let kept = new WeakMap<ArticleIndex, Map<string, Nearby>>();
let count = 0;
const KEPT = 100_000;

/** What has been found near a word so far. */
export function nearby(index: ArticleIndex, form: string): Nearby {
  if (count >= KEPT) [kept, count] = [new WeakMap(), 0];
  let known = kept.get(index);
  if (!known) {
    known = new Map();
    kept.set(index, known);
  }
  let near = known.get(form);
  if (!near) {
    near = { form, lists: new Map() };
    known.set(form, near);
  }
  return near;
}

/** The words of a sentence that have to do with a word, the nearest first, stop words left out. */
export function nearWords(index: ArticleIndex, at: number, { form, lists }: Nearby): readonly NearWord[] {
  let near = lists.get(at);
  if (!near) {
    near = search(meaningOfSentence(index, at), form);
    lists.set(at, near);
    count++;
  }
  return near;
}

function search({ words }: TextMeaning, form: string): readonly NearWord[] {
  const wanted = meaningOf(form);
  if (!wanted) return NONE;
  const near: NearWord[] = [];
  for (const { stem, vector } of words) {
    if (dot(wanted.vector, vector, FIRST) < FAR) continue;
    const nearness = (dot(wanted.vector, vector) - UNRELATED) / (1 - UNRELATED);
    if (nearness > 0) near.push({ stem, nearness });
  }
  return near.length === 0 ? NONE : near.sort((a, b) => b.nearness - a.nearness);
}

const NONE: readonly [] = [];
