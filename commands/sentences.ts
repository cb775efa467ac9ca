import { type Article, quote } from '../src/article/article.ts';
import { firstWords } from '../src/article/first-words.ts';
import type { Choice } from '../src/reply.ts';
import { wording } from '../src/wording.ts';

/** So many sentences are in a menu: Discord lets it have one choice more. */
export const A_PAGE = 24;

/** What a choice has room for, in UTF-16 units. */
export const LONGEST_LABEL = 100;

/** Sentences, by their numbers, to choose from. */
export function choicesOf(article: Article, sentences: readonly number[]): Choice[] {
  return sentences.map((at) => ({ value: at, label: pointerTo(article, at) }));
}

/** A sentence's place, and its first words. */
export function pointerTo(article: Article, at: number): string {
  const one = quote(article, at);
  return firstWords(wording.pointer(one), LONGEST_LABEL);
}

/** A page of a list, counting from 1: the nearest one there is. */
export function pageOf<T>(list: readonly T[], page: number, size = A_PAGE): { page: number; pages: number; shown: readonly T[] } {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const nearest = Math.min(Math.max(1, page), pages);
  return { page: nearest, pages, shown: list.slice((nearest - 1) * size, nearest * size) };
}
