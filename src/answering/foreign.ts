import { sentencesAbove } from '../article/above.ts';
import { type ArticleIndex, indexArticle, timesIn } from '../search/article-index.ts';
import { bm25 } from '../search/bm25.ts';
import { asTheArticleHas } from '../search/compounds.ts';
import { foreignLanguage, type Language } from '../search/language.ts';
import { type Word, wordsOf } from '../search/words.ts';
import type { Question } from './question.ts';

/** An article in a language that the model can't read. */
export interface Foreign {
  readonly index: ArticleIndex;
  /** The words that a question is looked up by, with their stems. */
  readonly wordsOf: (question: string) => Word[];
  /** See `sentencesAbove`. */
  readonly under: ReadonlyMap<number, readonly number[]>;
}

/** A sentence with less than this share of the question's words doesn't answer it. */
const LEAST = 0.5;

/** What a word counts for that the article lacks, beside one that it has: it may be a question word. */
const UNKNOWN = 0.5;

/** Nothing that is found by words alone is more probable than this: six of ten. */
const PROBABLE = 0.6;

/** What a sentence has of the question's words counts for this much in one that stands under it. */
const ABOVE = 0.8;

/** Reads an article by its words in their language; undefined where it is English, or can't be told. */
export async function openForeign(index: ArticleIndex): Promise<Foreign | undefined> {
  const language = await foreignLanguage(index);
  if (!language) return undefined;
  const own = indexArticle(index.article, index.knows, (text) => stemmed(text, language));
  return {
    index: own,
    under: sentencesAbove(index.article),
    wordsOf: (text) => asTheArticleHas(own, text, own.read(text)).filter(({ text }) => !language.stopWords.has(text.toLowerCase())),
  };
}

function stemmed(text: string, { stemOf }: Language): Word[] {
  return wordsOf(text).map((word) => ({ ...word, stem: stemOf(word.text.toLowerCase()) }));
}

/** What is found by words alone. */
export interface FoundByWords {
  /** The sentences that may be quoted by their numbers, counting from 0, the best first, the earlier of two equal ones first. */
  readonly ranked: readonly { readonly at: number; readonly score: number }[];
  /** How probable it is that the article answers, 0 to 1. */
  readonly confidence: number;
  readonly answered: boolean;
}

/** Looks for the sentences that have most of the question's words, themselves or in what they stand under. */
export function findForeign({ index, wordsOf, under }: Foreign, question: Question): FoundByWords {
  const stems = wordsOf(question.text).map(({ stem }) => stem);
  const scores = bm25(index, stems);
  const best = (lines: readonly number[]) => lines.reduce((most, at) => Math.max(most, scores[at] ?? 0), 0);
  const ranked = Array.from(under, ([at, lines]) => ({ at, score: (scores[at] ?? 0) + ABOVE * best(lines) }));
  ranked.sort((a, b) => b.score - a.score || a.at - b.at);
  const [first] = ranked;
  const read = first ? [first.at, ...(under.get(first.at) ?? [])] : [];
  const all = [...new Set(stems)];
  const count = (some: readonly string[]) => some.reduce((sum, stem) => sum + (index.postings.has(stem) ? 1 : UNKNOWN), 0);
  const share = all.length === 0 ? 0 : count(all.filter((stem) => read.some((at) => timesIn(index, at, stem) > 0))) / count(all);
  return { ranked, confidence: PROBABLE * share, answered: share >= LEAST };
}
