import type { Phrase } from '../reading/phrase.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import type { Talk } from './answer.ts';
import type { Question } from './question.ts';
import type { SentenceReading } from './read.ts';

export interface Ranked {
  readonly at: number;
  readonly score: number;
  readonly margin: number;
  readonly phrase?: Phrase | undefined;
}

export interface Decision {
  readonly ranked: readonly Ranked[];
  readonly confidence: number;
  readonly answered: boolean;
  readonly sure: boolean;
  readonly near: number;
}

export function decide(_index: ArticleIndex, _question: Question, sentences: readonly SentenceReading[], _talk: Talk): Decision {
  const ranked = sentences
    .map(({ at, margin, phrase }) => ({ at, score: margin, margin, phrase: phrase && phrase.probability > 0.25 ? phrase : undefined }))
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const best = ranked[0]?.margin ?? -9;
  const confidence = 1 / (1 + Math.exp(-best));
  return { ranked, confidence, answered: best >= 0, sure: best >= 2, near: 1 };
}
