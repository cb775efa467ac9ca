import { type Answer, answer } from './answering/answer.ts';
import { type ArticleIndex, indexArticle } from './answering/article-index.ts';
import type { Asks, FourW } from './answering/asks.ts';
import { matching } from './answering/spelling.ts';
import { suggest } from './answering/suggest.ts';
import type { Article } from './article/article.ts';

/** What commands may ask for. */
export interface Desk {
  readonly article: Article;
  ask(question: string, asks?: Asks): Answer;
  /** Questions that the article answers; the same ones each time. */
  suggestions(most: number): string[];
  /** Questions that the article answers, also behind the command of a W, and that are alike to what has been typed: the likeliest first. */
  suggest(typed: string, asks?: FourW): readonly string[];
}

/** So many questions are there to choose from. */
const SUGGESTIONS = 75;

export function openDesk(article: Article): Desk {
  const index: ArticleIndex = indexArticle(article);
  const choices = new Map<FourW | undefined, readonly string[]>();
  const choicesFor = (asks: FourW | undefined) => {
    const made = choices.get(asks) ?? suggest(index, SUGGESTIONS, asks);
    choices.set(asks, made);
    return made;
  };
  return {
    article,
    ask: (question, asks) => answer(index, question, asks),
    suggestions: (most) => suggest(index, most),
    suggest: (typed, asks) => matching(typed, choicesFor(asks)),
  };
}
