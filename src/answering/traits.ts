import type { ArticleIndex } from './article-index.ts';
import { meaningOfText, sumOf, unit, type Vector } from './meaning.ts';
import { SPEECH } from './question.ts';

/** What a sentence is, whatever is asked. */
export interface Traits {
  readonly text: string;
  readonly forms: ReadonlySet<string>;
  readonly opensWithPronoun: boolean;
  readonly asksSomething: boolean;
  /** Whether it has a verb of speech. */
  readonly speech: boolean;
  /** What its words mean together, and with half of what those of the sentence before mean: of length 1, where they mean something. */
  readonly meaning: Vector;
  readonly meaningWithBefore: Vector;
}

const kept = new WeakMap<ArticleIndex, Map<number, Traits>>();

/** A sentence's traits: found out when they are first asked for, so that an article is indexed soon, and kept as long as its index is. */
export function traitsOf(index: ArticleIndex, at: number): Traits {
  let traits = kept.get(index);
  if (!traits) {
    traits = new Map();
    kept.set(index, traits);
  }
  const known = traits.get(at) ?? findOut(index, at);
  traits.set(at, known);
  return known;
}

const NONE: readonly [] = [];

function findOut({ article, sentences }: ArticleIndex, at: number): Traits {
  const place = article.sentences[at];
  const text = place ? article.text.slice(place.start, place.end) : '';
  const words = sentences[at]?.words ?? NONE;
  const meaning = meaningOfText(words).sum;
  return {
    text,
    forms: new Set(words.map(({ form }) => form)),
    opensWithPronoun: opensWithPronoun(text),
    asksSomething: /\?["”’']?$/.test(text),
    speech: words.some(({ stem }) => SPEECH.has(stem)),
    meaning: unit(meaning),
    meaningWithBefore: unit(sumOf(meaning, meaningOfText(sentences[at - 1]?.words ?? NONE).sum, 0.5)),
  };
}

/** Whether a sentence begins with a word for something that was named before it. */
export const opensWithPronoun = (text: string) => /^["“'‘(]?(?:he|she|it|they|this|these|that|those|his|her|their|its)\b/i.test(text);
