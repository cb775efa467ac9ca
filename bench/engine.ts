import type { FourW } from '../src/answering/asks.ts';
import { type Article, quote } from '../src/article/article.ts';

/** An article, divided once: all engines get the same sentences. */
export interface Text {
  readonly article: Article;
  readonly sentences: readonly string[];
}

/** What was found: sentences by their number from 0, the best first. */
export interface Reply {
  readonly ranked: readonly number[];
  /** Whether it dared to answer; a search engine does where it finds anything. */
  readonly answered: boolean;
  /** How probable it takes an answer for, for comparing the replies of one engine; undefined where it doesn't say. */
  readonly confidence: number | undefined;
  /** Whether it answers without any doubt; undefined where it never says. */
  readonly sure?: boolean;
}

export type Ask<Result = unknown> = (question: string, asks?: FourW) => Result | Promise<Result>;

/** A way to find sentences. `index` and what it returns are timed, `read` is not. */
export interface Engine<Result = unknown> {
  readonly name: string;
  index(text: Text): Ask<Result>;
  read(result: Result): Reply;
}

export function textOf(article: Article): Text {
  return { article, sentences: article.sentences.map(({ index }) => quote(article, index).text) };
}
