import { isCapital } from './article-index.ts';
import { isEnglish } from './english.ts';
import { FEATURES, type FeatureName } from './features.ts';
import { phrasesFor } from './phrases.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';
import { SIGNS, type Sign, WEIGHTS } from './weights.ts';

/** How probable it is that the article answers, 0 to 1: a logistic regression over the signs. */
export function confidenceOf(question: Question, ranked: readonly Ranked[]): number {
  const signs = signsOf(question, ranked);
  let sum = 0;
  for (const sign of SIGNS) sum += WEIGHTS.confidence[sign] * signs[sign];
  return 1 / (1 + Math.exp(-sum));
}

/** What the question and the best sentences tell of whether the article answers. */
export function signsOf(question: Question, ranked: readonly Ranked[]): Record<Sign, number> {
  const [best, next] = ranked;
  const { terms } = question;
  const all = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const unknown = terms.filter(({ found }) => !found);
  const value = (name: FeatureName) => (best ? FEATURES[name](best.candidate) : 0);
  return {
    constant: 1,
    coverage: value('coverage'),
    'with the sentence before': value('before'),
    unknown: unknown.reduce((sum, { weight }) => sum + weight, 0) / all,
    'unknown names': Math.min(
      2,
      unknown.filter(({ word }) => isCapital(word.text) || /^\d/.test(word.form) || !isEnglish(word.form)).length,
    ),
    names: value('names'),
    pairs: value('pairs'),
    score: (best?.score ?? 0) / 10,
    lead: Math.min(1, ((best?.score ?? 0) - (next?.score ?? 0)) / 5),
    phrase: best && phrasesFor(question, best.candidate.index, best.candidate.sentence, best.candidate.traits.text).length > 0 ? 1 : 0,
    terms: Math.min(1, terms.length / 8),
  };
}
