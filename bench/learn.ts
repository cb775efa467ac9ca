import { indexArticle } from '../src/answering/article-index.ts';
import { candidatesFor } from '../src/answering/candidates.ts';
import { signsOf } from '../src/answering/confidence.ts';
import { FEATURE_NAMES, type FeatureName } from '../src/answering/features.ts';
import { readQuestion } from '../src/answering/question.ts';
import { rank, valuesOf } from '../src/answering/rank.ts';
import { SIGNS, type Weights } from '../src/answering/weights.ts';
import { type Case, casesOf, offArticle, withoutAnswers } from './cases.ts';
import { descend, dot } from './descend.ts';
import { inPassages } from './passages.ts';
import { overlaps, type QuestionSet } from './sets.ts';

const QUESTIONS_AN_ARTICLE = 24;
/** Of each article so many questions teach the confidence, and so many of another's. */
const SURE = 6;
const ELSEWHERE = 4;

/** One question: the features of each sentence that may answer, and which of them do. */
export interface Example {
  readonly values: readonly Float64Array[];
  readonly right: readonly boolean[];
}

/** The articles of sets, the long ones in passages. */
export function passagesOf(sets: readonly QuestionSet[]): Case[][] {
  return sets.map(({ name, articles }) => casesOf({ name, articles: articles.flatMap(inPassages) }));
}

export function examplesOf(cases: readonly Case[]): Example[] {
  return first(cases, QUESTIONS_AN_ARTICLE).flatMap(({ text: { article }, questions }) => {
    const index = indexArticle(article);
    return questions.flatMap(({ question, evidence }): Example[] => {
      const reading = readQuestion(index, question);
      if (reading.kind !== 'question' || reading.question.terms.length === 0) return [];
      const candidates = candidatesFor(index, reading.question);
      const right = candidates.map(({ at }) => overlaps(article.sentences[at] ?? { start: 0, end: 0 }, evidence));
      if (!right.includes(true)) return [];
      return [{ values: candidates.map((c) => Float64Array.from(Object.values(valuesOf(c)))), right }];
    });
  });
}

/**
 * Listwise: the probability of a sentence is its softmax; the right ones' together is made as great as possible (Cao et al. 2007, ListNet's idea).
 * Features that are left out weigh 0.
 */
export function learnRanking(examples: readonly Example[], leftOut: readonly string[] = []): Record<FeatureName, number> {
  const used = FEATURE_NAMES.map((name) => !leftOut.includes(name));
  const ranking = descend(FEATURE_NAMES.length, examples, (w, { values, right }, gradient) => {
    const scores = values.map((v) => dot(w, v));
    const max = Math.max(...scores);
    const p = scores.map((s) => Math.exp(s - max));
    const all = p.reduce((a, b) => a + b);
    const good = p.reduce((a, b, i) => a + (right[i] ? b : 0), 0);
    for (const [i, v] of values.entries()) {
      const step = (right[i] ? (p[i] ?? 0) / good : 0) - (p[i] ?? 0) / all;
      for (let f = 0; f < v.length; f++) if (used[f]) gradient[f] = (gradient[f] ?? 0) + step * (v[f] ?? 0);
    }
  });
  return Object.fromEntries(FEATURE_NAMES.map((name, i) => [name, round(ranking[i] ?? 0)])) as Record<FeatureName, number>;
}

/** From real questions, as many that another article is asked, and as many whose answers were taken out of the article. */
export function learnConfidence(sets: readonly (readonly Case[])[]): Weights['confidence'] {
  const cases = sets.flatMap((set) => [...first(set, SURE), ...first(offArticle(set), ELSEWHERE), ...withoutAnswers(set)]);
  const doubts = cases.flatMap(({ text: { article }, questions }) => {
    const index = indexArticle(article);
    return questions.flatMap(({ question, answerable }) => {
      const reading = readQuestion(index, question);
      if (reading.kind !== 'question' || reading.question.terms.length === 0) return [];
      const signs = signsOf(reading.question, rank(index, reading.question));
      return [{ signs: Float64Array.from(Object.values(signs)), answers: Number(answerable) }];
    });
  });
  const confidence = descend(SIGNS.length, doubts, (w, { signs, answers }, gradient) => {
    const error = answers - 1 / (1 + Math.exp(-dot(w, signs)));
    for (let f = 0; f < signs.length; f++) gradient[f] = (gradient[f] ?? 0) + error * (signs[f] ?? 0);
  });
  return Object.fromEntries(SIGNS.map((sign, i) => [sign, round(confidence[i] ?? 0)])) as Weights['confidence'];
}

/** Each case with its first questions alone. */
function first(cases: readonly Case[], count: number): Case[] {
  return cases.map(({ text, questions }) => ({ text, questions: questions.slice(0, count) }));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
