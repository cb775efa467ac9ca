import { type Article, quote } from '../src/article/article.ts';
import { firstWords } from '../src/document/first-words.ts';
import type { Choice } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { LONGEST_LABEL } from './paging.ts';

/** All sentences by their numbers, those that may be quoted as answers first, and behind them headings and the like. */
export function allOf({ sentences }: Article): number[] {
  return [true, false].flatMap((wanted) => sentences.flatMap(({ index, answers }) => (answers === wanted ? index : [])));
}

/** Sentences, by their numbers, to choose from. */
export function choicesOf(article: Article, sentences: readonly number[]): Choice[] {
  return sentences.map((at) => ({ value: at, label: pointerTo(article, at) }));
}

/** A sentence's place, and its first words. */
export function pointerTo(article: Article, at: number): string {
  const one = quote(article, at);
  return firstWords(wording.pointer(one), LONGEST_LABEL);
}
