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

/** What has been looked for, by word and by sentence: other questions have the same words. When so many lists are kept, all are let go. */
let kept = new WeakMap<ArticleIndex, Map<string, Map<number, readonly NearWord[]>>>();
let count = 0;
const KEPT = 100_000;

/** Finds the words of a sentence that have to do with a word, the nearest first, stop words left out. */
export type NearWords = (at: number) => readonly NearWord[];

export function nearWords(index: ArticleIndex, form: string): NearWords {
  if (count >= KEPT) [kept, count] = [new WeakMap(), 0];
  const words = kept.get(index) ?? new Map<string, Map<number, readonly NearWord[]>>();
  kept.set(index, words);
  const lists = words.get(form) ?? new Map<number, readonly NearWord[]>();
  words.set(form, lists);
  return (at) => {
    let near = lists.get(at);
    if (!near) {
      near = search(meaningOfSentence(index, at), form);
      lists.set(at, near);
      count++;
    }
    return near;
  };
}

function search({ words }: TextMeaning, form: string): readonly NearWord[] {
  const wanted = meaningOf(form);
  if (!wanted) return NONE;
  const near: NearWord[] = [];
  for (const { stem, vector } of words) {
    const nearness = (dot(wanted.vector, vector) - UNRELATED) / (1 - UNRELATED);
    if (nearness > 0) near.push({ stem, nearness });
  }
  return near.length === 0 ? NONE : near.sort((a, b) => b.nearness - a.nearness);
}

const NONE: readonly [] = [];
