import type { IndexedSentence } from './article-index.ts';
import { dot, meaningOf } from './meaning.ts';
import { STOP_WORDS } from './words.ts';

/** A word of a sentence that has to do with another word: how near it comes in meaning, from 0 to 1. */
export interface NearWord {
  readonly stem: string;
  readonly nearness: number;
}

/** The cosine that words may have by chance. */
const UNRELATED = 0.3;

/** What has been looked for: other questions have the same words. When so many lists are kept, all of them are let go. */
let kept = new WeakMap<IndexedSentence, Map<string, readonly NearWord[]>>();
let count = 0;
const KEPT = 100_000;

/** The words of a sentence that have to do with a word, the nearest first, stop words left out. */
export function nearWords(sentence: IndexedSentence, form: string): readonly NearWord[] {
  let lists = kept.get(sentence);
  const known = lists?.get(form);
  if (known) return known;
  if (count >= KEPT) [kept, count, lists] = [new WeakMap(), 0, undefined];
  if (!lists) {
    lists = new Map();
    kept.set(sentence, lists);
  }
  const near = search(sentence, form);
  lists.set(form, near);
  count++;
  return near;
}

function search({ words }: IndexedSentence, form: string): readonly NearWord[] {
  const wanted = meaningOf(form);
  if (!wanted) return NONE;
  const near: NearWord[] = [];
  for (const word of words) {
    const meaning = STOP_WORDS.has(word.form) ? undefined : meaningOf(word.form);
    const nearness = meaning ? (dot(wanted.vector, meaning.vector) - UNRELATED) / (1 - UNRELATED) : 0;
    if (nearness > 0) near.push({ stem: word.stem, nearness });
  }
  return near.length === 0 ? NONE : near.sort((a, b) => b.nearness - a.nearness);
}

const NONE: readonly [] = [];
