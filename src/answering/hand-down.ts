import { above } from '../article/above.ts';
import type { Article } from '../article/article.ts';
import type { SentenceReading } from './read.ts';

/**
 * What the reader says of sentences that can be quoted. A heading, a question line or a lead-in can't be: where the reader takes one for the answer,
 * the answer stands below it, and the best sentence there gets its margin.
 */
export function handedDown(article: Article, sentences: readonly SentenceReading[]): SentenceReading[] {
  const margins = new Map<number, number>(); // of what can't be quoted, by its block
  const quotable: SentenceReading[] = [];
  for (const one of sentences) {
    const { answers = false, block = -1 } = article.sentences[one.at] ?? {};
    if (answers) quotable.push(one);
    else margins.set(block, Math.max(one.margin, margins.get(block) ?? Number.NEGATIVE_INFINITY));
  }
  const best = new Map<number, SentenceReading>(); // below each of these
  for (const one of quotable)
    for (const block of above(article, article.sentences[one.at]?.block ?? -1))
      if (margins.has(block) && one.margin > (best.get(block)?.margin ?? Number.NEGATIVE_INFINITY)) best.set(block, one);
  const handed = new Map<number, number>();
  for (const [block, { at, margin }] of best) handed.set(at, Math.max(handed.get(at) ?? margin, margins.get(block) ?? margin));
  return quotable.map((one) => ({ ...one, margin: handed.get(one.at) ?? one.margin }));
}
