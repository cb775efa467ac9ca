import { type Answer, answer } from './answering/answer.ts';
import { type ArticleIndex, indexArticle } from './answering/article-index.ts';
import type { Asks } from './answering/asks.ts';
import { suggest } from './answering/suggest.ts';
import type { Article } from './article/article.ts';

/** What commands may ask for. */
export interface Desk {
  readonly article: Article;
  ask(question: string, asks?: Asks): Answer;
  /** Questions that the article answers; the same ones each time. */
  suggestions(most: number): string[];
}

export function openDesk(article: Article): Desk {
  const index: ArticleIndex = indexArticle(article);
  return {
    article,
    ask: (question, asks) => answer(index, question, asks),
    suggestions: (most) => suggest(index, most),
  };
}
