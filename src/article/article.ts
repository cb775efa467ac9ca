import { paragraphsOf } from './paragraphs.ts';
import { sentencesOf } from './sentences.ts';
import type { Span } from './span.ts';

/** What the front matter says of an article. */
export interface About {
  readonly title: string;
  /** A year, a month or a day: `2012`, `2012-07`, `2012-07-21`. */
  readonly published?: string;
  readonly byline?: string;
  /** Where it was published: a link. */
  readonly source?: string;
}

/** A sentence and its place. `paragraph` and `sentence` (in its paragraph) count from 1, `index` (in the article) from 0. */
export interface Sentence extends Span {
  readonly index: number;
  readonly paragraph: number;
  readonly sentence: number;
}

/** A text and the sentences found in it. All offsets are UTF-16 units into `text`, which is what follows a BOM and the front matter. */
export interface Article {
  readonly about: About;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

declare const made: unique symbol;

/** One whole sentence, character for character: `article.text.slice(start, end) === text`. Nobody but `quote` can make one. */
export interface Quote extends Sentence {
  readonly text: string;
  readonly [made]: true;
}

export function readArticle(about: About, text: string): Article {
  const sentences: Sentence[] = [];
  for (const [i, paragraph] of paragraphsOf(text).entries())
    for (const [k, span] of sentencesOf(text, paragraph).entries())
      sentences.push({ ...span, index: sentences.length, paragraph: i + 1, sentence: k + 1 });
  return { about, text, sentences };
}

/**
 * The only place where a quote is made.
 * @param index a sentence of the article, counting from 0
 * @throws RangeError where the article has no such sentence
 */
export function quote(article: Article, index: number): Quote {
  const found = article.sentences[index];
  if (!found) throw new RangeError(`no sentence ${index}: the article has ${article.sentences.length}`);
  const { paragraph, sentence, start, end } = found;
  return { index, paragraph, sentence, start, end, text: article.text.slice(start, end) } as Quote;
}
