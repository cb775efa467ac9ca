import { above } from '../article/above.ts';
import { type Article, quote } from '../article/article.ts';
import { contentStems } from '../search/words.ts';
import type { Question } from './question.ts';
import type { SentenceReading } from './read.ts';

/** The margin of what answers a question in its own words: surely enough, whatever the reader says. */
const ASKED_THERE = 8;

/** A line of fewer words than these is no question. */
const LEAST_WORDS = 2;

/** "How do I pay the driver?" is not "Who pays the driver?". */
const wOf = (text: string) => /\b(?:who|whose|where|when|what|which|why|how)\b/i.exec(text)?.[0].toLowerCase();

/**
 * What the reader says of sentences that can be quoted. A heading, a question line or a lead-in can't be: where the reader takes one for the answer,
 * or where it asks the question itself, the answer stands below it, and the best sentence there gets its margin.
 */
export function handedDown(article: Article, sentences: readonly SentenceReading[], question: Question): SentenceReading[] {
  const asked = new Set(question.words.map(({ stem }) => stem));
  const asks = (at: number) => {
    if (asked.size < LEAST_WORDS) return false;
    const { text } = quote(article, at);
    const stems = new Set(contentStems(text));
    const [one, other] = [wOf(text), wOf(question.text)];
    return stems.size === asked.size && [...asked].every((stem) => stems.has(stem)) && (!one || !other || one === other);
  };
  const margins = new Map<number, number>(); // of what can't be quoted, by its block
  const quotable: SentenceReading[] = [];
  for (const one of sentences) {
    const { answers = false, block = -1 } = article.sentences[one.at] ?? {};
    if (answers) quotable.push(one);
    else margins.set(block, Math.max(asks(one.at) ? ASKED_THERE : one.margin, margins.get(block) ?? Number.NEGATIVE_INFINITY));
  }
  const best = new Map<number, SentenceReading>(); // below each of these
  for (const one of quotable)
    for (const block of above(article, article.sentences[one.at]?.block ?? -1))
      if (margins.has(block) && one.margin > (best.get(block)?.margin ?? Number.NEGATIVE_INFINITY)) best.set(block, one);
  const handed = new Map<number, number>();
  for (const [block, { at, margin }] of best) handed.set(at, Math.max(handed.get(at) ?? margin, margins.get(block) ?? margin));
  return quotable.map((one) => ({ ...one, margin: handed.get(one.at) ?? one.margin }));
}
