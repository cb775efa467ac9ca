import { readFileSync } from 'node:fs';
import type { FeatureName } from './features.ts';
import type { FollowUpFeatureName } from './follow-up-features.ts';

/** What whether an article answers is told from, beside the best sentence's score. */
export const SIGNS = [
  'constant',
  'missing',
  'named',
  'missing names',
  'unknown',
  'the opposite',
  'a negation',
  'pairs',
  'meaning',
  'few words',
  'score',
  'ahead',
  'phrase',
] as const;
export type Sign = (typeof SIGNS)[number];

/** Learned by `npm run train`, which writes weights.json; `followUp` is set by hand. */
export interface Weights {
  /** For a question with words to look up. */
  readonly question: Readonly<Record<FeatureName, number>>;
  /** For a bare who, where, when or what. */
  readonly story: Readonly<Partial<Record<FeatureName, number>>>;
  /** For a question that goes on from a quote, beside those for a question. */
  readonly followUp: Readonly<Record<FollowUpFeatureName, number>>;
  /** Of the logistic regression whose value is the confidence. */
  readonly confidence: Readonly<Record<Sign, number>>;
  /** Of the one whose value is how probable it is that the best sentence answers. */
  readonly right: Readonly<Record<Sign, number>>;
}

export const WEIGHTS = JSON.parse(readFileSync(new URL('weights.json', import.meta.url), 'utf8')) as Weights;
