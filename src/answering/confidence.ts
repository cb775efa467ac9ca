import { isCapital } from './article-index.ts';
import type { Candidate } from './candidates.ts';
import { FEATURES } from './features.ts';
import { isNegation, oppositesOf } from './opposites.ts';
import { phrasesFor } from './phrases.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';
import type { Sought } from './sought.ts';
import { SIGNS, type Sign, WEIGHTS } from './weights.ts';

export type Signs = Readonly<Record<Sign, number>>;

/** How probable it is that the article answers, 0 to 1: a logistic regression over the signs. */
export const confidenceOf = (signs: Signs) => probability(WEIGHTS.confidence, signs);

/** How probable it is that the best sentence answers, 0 to 1, in the same way. */
export const rightnessOf = (signs: Signs) => probability(WEIGHTS.right, signs);

function probability(weights: Signs, signs: Signs): number {
  let sum = 0;
  for (const sign of SIGNS) sum += weights[sign] * signs[sign];
  return 1 / (1 + Math.exp(-sum));
}

/** What the question and the best sentences tell of whether the article answers. */
export function signsOf(question: Question, ranked: readonly Ranked[]): Signs {
  const best = ranked[0]?.candidate;
  const words = best?.asked.words ?? [];
  const all = weightOf(words) || 1;
  const missing = words.filter((word) => best && !isAround(best, word));
  const names = words.filter(isNamed);
  return {
    constant: 1,
    missing: weightOf(missing) / all,
    named: names.length > 0 ? 1 : 0,
    'missing names': Math.min(1, weightOf(names.filter((word) => missing.includes(word))) / 6),
    unknown: weightOf(words.filter(({ found }) => !found)) / all,
    'the opposite': best && words.some((word) => isOpposed(best, word)) ? 1 : 0,
    'a negation': best && isNegated(question, best) ? 1 : 0,
    pairs: best ? FEATURES.pairs(best) : 0,
    meaning: best ? FEATURES.meaning(best) : 0,
    'few words': 1 / Math.max(1, words.length),
    score: (ranked[0]?.score ?? 0) / 10,
    ahead: ahead(ranked),
    phrase: best && phrasesFor(question, best.index, best.sentence, best.traits.text).length > 0 ? 1 : 0,
  };
}

/** How probable the best sentence is among the others: its softmax, as the weights of the ranking are learned. */
function ahead([best, ...others]: readonly Ranked[]): number {
  return best ? 1 / others.reduce((sum, { score }) => sum + Math.exp(score - best.score), 1) : 0;
}

function weightOf(words: readonly Sought[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

/** Whether a sentence, or one beside it, has a word or one of its family. */
function isAround(c: Candidate, word: Sought): boolean {
  return has(c, 0, word) || has(c, -1, word) || has(c, 1, word);
}

function has({ index, at }: Candidate, step: number, { word, relatives }: Sought): boolean {
  const stems = index.sentences[at + step]?.stems;
  return stems !== undefined && (stems.has(word.stem) || relatives.some((relative) => stems.has(relative)));
}

/** Whether a word is a name or a number: that a sentence lacks one says more than that it says something in other words. */
function isNamed({ word, found, isName }: Sought): boolean {
  return isName || (!found && isCapital(word.text)) || /^\d/.test(word.form);
}

/** Whether a sentence has the opposite of a word instead of it. */
function isOpposed(c: Candidate, word: Sought): boolean {
  return !has(c, 0, word) && oppositesOf(word.word.stem).some((opposite) => c.sentence.stems.has(opposite));
}

/** Whether a question asks what is not, and the sentence says only what is. */
function isNegated({ terms }: Question, { sentence }: Candidate): boolean {
  return terms.some(({ word }) => isNegation(word.form)) && !sentence.words.some(({ form }) => isNegation(form));
}
