import { type Article, quote } from '../article/article.ts';
import type { Reader } from '../reading/reader.ts';
import { type ArticleIndex, indexArticle } from '../search/article-index.ts';
import { type Foreign, openForeign } from './foreign.ts';
import type { Reading } from './read.ts';

/** An article that questions can be asked about. */
export interface OpenArticle {
  readonly article: Article;
  readonly index: ArticleIndex;
  readonly reader: Reader;
  /** What the reader has said, by what it was asked. */
  readonly readings: Map<string, Promise<Reading>>;
  /** The article by the words of its language, where that is not English. */
  foreign(): Promise<Foreign | undefined>;
  /** What sentences take of a window, as far as somebody wanted to know, by their numbers. */
  readonly sizes: Map<number, number>;
}

export function openArticle(article: Article, reader: Reader): OpenArticle {
  const index = indexArticle(article, (word) => reader.knows(word));
  let foreign: Promise<Foreign | undefined> | undefined;
  return {
    article,
    index,
    reader,
    foreign: () => {
      foreign ??= openForeign(index);
      return foreign;
    },
    readings: new Map(),
    sizes: new Map(),
  };
}

/** What a sentence takes of a window. @param at its number, counting from 0 */
export function sizeOf({ article, reader, sizes }: OpenArticle, at: number): number {
  const known = sizes.get(at) ?? reader.sizeOf(quote(article, at).text);
  sizes.set(at, known);
  return known;
}
