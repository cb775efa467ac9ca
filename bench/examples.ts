import { type ArticleIndex, indexArticle } from '../src/answering/article-index.ts';
import { candidatesFor } from '../src/answering/candidates.ts';
import { readQuestion } from '../src/answering/question.ts';
import { valuesOf } from '../src/answering/rank.ts';
import { readArticle } from '../src/article/article.ts';
import type { Example } from './learn.ts';
import { inPassages } from './passages.ts';
import { type LabelledText, overlaps, type QuestionSet } from './sets.ts';

const QUESTIONS_AN_ARTICLE = 24;

/** The articles of sets, the long ones in passages. */
export function passagesOf(sets: readonly QuestionSet[]): LabelledText[][] {
  return sets.map(({ articles }) => articles.flatMap(inPassages));
}

export function examplesOf(passages: readonly LabelledText[]): Example[] {
  return passages.flatMap(({ text, questions }) => {
    const index = indexOf(text);
    return questions.slice(0, QUESTIONS_AN_ARTICLE).flatMap(({ question, evidence }): Example[] => {
      const reading = readQuestion(index, question);
      if (reading.kind !== 'question' || reading.question.terms.length === 0) return [];
      const candidates = candidatesFor(index, reading.question);
      const right = candidates.map(({ at }) => overlaps(index.article.sentences[at] ?? { start: 0, end: 0 }, evidence));
      if (!right.includes(true)) return [];
      return [{ values: candidates.map((c) => Float64Array.from(Object.values(valuesOf(c)))), right }];
    });
  });
}

export function indexOf(text: string): ArticleIndex {
  return indexArticle(readArticle({ title: '' }, text));
}
