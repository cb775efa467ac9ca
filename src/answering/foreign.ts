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
}

/** A sentence with less than this share of the question's words doesn't answer it. */
const LEAST = 0.5;

/** What a word counts for that the article lacks, beside one that it has: it may be a question word. */
const UNKNOWN = 0.5;

/** Nothing that is found by words alone is more probable than this: six of ten. */
const PROBABLE = 0.6;

/** Reads an article by its words in their language; undefined where it is English, or can't be told. */
export async function openForeign(index: ArticleIndex): Promise<Foreign | undefined> {
  const language = await foreignLanguage(index);
  if (!language) return undefined;
  const own = indexArticle(index.article, index.knows, (text) => stemmed(text, language));
  return {
    index: own,
    wordsOf: (text) => asTheArticleHas(own, text, own.read(text)).filter(({ text }) => !language.stopWords.has(text.toLowerCase())),
  };
}

function stemmed(text: string, { stemOf }: Language): Word[] {
  return wordsOf(text).map((word) => ({ ...word, stem: stemOf(word.text.toLowerCase()) }));
}

/** What is found by words alone. */
export interface FoundByWords {
  /** All sentences by their numbers, counting from 0, the best first, the earlier of two equal ones first. */
  readonly ranked: readonly { readonly at: number; readonly score: number }[];
  /** How probable it is that the article answers, 0 to 1. */
  readonly confidence: number;
  readonly answered: boolean;
}

/** Looks for the sentences that have most of the question's words. */
export function findForeign({ index, wordsOf }: Foreign, question: Question): FoundByWords {
  const stems = wordsOf(question.text).map(({ stem }) => stem);
  const ranked = Array.from(bm25(index, stems), (score, at) => ({ at, score })).sort((a, b) => b.score - a.score || a.at - b.at);
  const all = [...new Set(stems)];
  const count = (some: readonly string[]) => some.reduce((sum, stem) => sum + (index.postings.has(stem) ? 1 : UNKNOWN), 0);
  const best = ranked[0]?.at ?? -1;
  const share = all.length === 0 ? 0 : count(all.filter((stem) => timesIn(index, best, stem) > 0)) / count(all);
  return { ranked, confidence: PROBABLE * share, answered: share >= LEAST };
}
