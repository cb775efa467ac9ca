import { isCapital } from './article-index.ts';
import type { Candidate } from './features.ts';
import { isNegation, oppositesOf } from './opposites.ts';
import { phrasesFor } from './phrases.ts';
import type { Question, Term } from './question.ts';
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
  const [best] = ranked;
  const { terms } = question;
  const all = weightOf(terms) || 1;
  const missing = terms.filter(({ word }) => !best || !isAround(best.candidate, word.stem));
  const names = terms.filter((term) => best && isNamed(best.candidate, term));
  return {
    constant: 1,
    missing: weightOf(missing) / all,
    named: names.length > 0 ? 1 : 0,
    'missing names': Math.min(1, weightOf(names.filter((term) => missing.includes(term))) / 6),
    unknown: weightOf(terms.filter(({ found }) => !found)) / all,
    'the opposite': best && terms.some(({ word }) => isOpposed(best.candidate, word.stem)) ? 1 : 0,
    'a negation': best && isNegated(question, best.candidate) ? 1 : 0,
    pairs: best?.values.pairs ?? 0,
    meaning: best?.values.meaning ?? 0,
    score: (best?.score ?? 0) / 10,
    ahead: ahead(ranked),
    phrase: best && phrasesFor(question, best.candidate.index, best.candidate.sentence, best.candidate.text).length > 0 ? 1 : 0,
  };
}

/** How probable the best sentence is among the others: its softmax, as the weights of the ranking are learned. */
function ahead([best, ...others]: readonly Ranked[]): number {
  return best ? 1 / others.reduce((sum, { score }) => sum + Math.exp(score - best.score), 1) : 0;
}

function weightOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** Whether a sentence, or one beside it, has a word or one of its family. */
function isAround(c: Candidate, stem: string): boolean {
  return has(c, 0, stem) || has(c, -1, stem) || has(c, 1, stem);
}

function has({ index, at, families }: Candidate, step: number, stem: string): boolean {
  const stems = index.sentences[at + step]?.stems;
  return stems !== undefined && (stems.has(stem) || (families.get(stem) ?? []).some((member) => stems.has(member)));
}

/** Whether a word is a name or a number: that a sentence lacks one says more than that it says something in other words. */
function isNamed({ index }: Candidate, { word, found }: Term): boolean {
  return index.names.has(word.form) || (!found && isCapital(word.text)) || /^\d/.test(word.form);
}

/** Whether a sentence has the opposite of a word instead of it. */
function isOpposed(c: Candidate, stem: string): boolean {
  return !has(c, 0, stem) && oppositesOf(stem).some((opposite) => c.sentence.stems.has(opposite));
}

/** Whether a question asks what is not, and the sentence says only what is. */
function isNegated({ terms }: Question, { sentence }: Candidate): boolean {
  return terms.some(({ word }) => isNegation(word.form)) && !sentence.words.some(({ form }) => isNegation(form));
}
