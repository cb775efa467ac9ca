import type { ArticleIndex } from './article-index.ts';
import { type Nearby, nearby } from './near-words.ts';
import type { Question, Term } from './question.ts';

/** A word that is looked for. */
export interface Sought extends Term {
  /** The sentences that have it, in order. */
  readonly places: readonly number[];
  /** Stems of the article that are of a family with it: Syria, Syrian. */
  readonly relatives: readonly string[];
  /** Whether it is a name in the article. */
  readonly isName: boolean;
  readonly near: Nearby;
}

/** What is found out about a question once for all sentences. */
export interface Asked {
  readonly words: readonly Sought[];
  /** What all of them weigh. */
  readonly weight: number;
  /** The words of the question that it goes on from. */
  readonly earlier: readonly Sought[];
}

export function askedOf(index: ArticleIndex, { terms, follows }: Question): Asked {
  const words = terms.map((term) => soughtIn(index, term));
  return {
    words,
    weight: words.reduce((sum, { weight }) => sum + weight, 0),
    earlier: follows ? follows.terms.map((term) => soughtIn(index, term)) : [],
  };
}

function soughtIn(index: ArticleIndex, { word, weight, found, share }: Term): Sought {
  return {
    word,
    weight,
    found,
    share,
    places: index.postings.get(word.stem) ?? [],
    relatives: relativesOf(index, word.stem),
    isName: index.names.has(word.form),
    near: nearby(index, word.form),
  };
}

/** The article's stems with the same beginning as one: at least four letters, and six in ten of the longer one. */
function relativesOf(index: ArticleIndex, stem: string): readonly string[] {
  const alike = stem.length < 4 ? undefined : index.beginnings.get(stem.slice(0, 4));
  return alike?.filter((other) => other !== stem && sharedBeginning(stem, other) >= 0.6 * Math.max(stem.length, other.length)) ?? [];
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
