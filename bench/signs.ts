import type { Decided } from './decisions.ts';

/** What `src/answering/decide.ts` goes by; a test holds that it is the same. */

/** What speaks for a sentence or against it, beside its margin. */
export const VOTES = ['early', 'alone', 'quoted'] as const;
export type Votes = Readonly<Record<(typeof VOTES)[number], number>>;

/** What tells how probable an answer is. */
export const SIGNS = ['mass', 'share'] as const;
export type Signs = Readonly<Record<(typeof SIGNS)[number], number>>;

const FARTHEST = 6;
const TOGETHER = 3;

/** A sentence, and what each vote would be if it counted 1. */
export interface Candidate {
  readonly at: number;
  readonly margin: number;
  readonly votes: Votes;
}

export function candidatesOf({ sentences, beside: { alone, quoted } }: Pick<Decided, 'sentences' | 'beside'>): Candidate[] {
  const marginsAlone = new Map(alone?.map(({ at, margin }) => [at, margin]));
  return sentences.map(({ at, margin }) => ({
    at,
    margin,
    votes: {
      early: 1 / (1 + at),
      alone: Math.max(-FARTHEST, Math.min(FARTHEST, (marginsAlone.get(at) ?? margin) - margin)),
      quoted: Number(quoted.includes(at)),
    },
  }));
}

/** The best first. */
export function ranked(candidates: readonly Candidate[], weights: Votes): { at: number; score: number }[] {
  return candidates
    .map(({ at, margin, votes }) => ({ at, score: VOTES.reduce((sum, name) => sum + weights[name] * votes[name], margin) }))
    .sort((a, b) => b.score - a.score || a.at - b.at);
}

/** @param scores the best first */
export function signsOf(scores: readonly number[]): Signs {
  const best = scores[0] ?? 0;
  const sumOf = (some: readonly number[], of: (away: number) => number) => some.reduce((sum, score) => sum + of(score - best), 0);
  return {
    mass: best + TOGETHER * Math.log(sumOf(scores.slice(0, TOGETHER), (away) => Math.exp(away / TOGETHER))),
    share: 1 / sumOf(scores, Math.exp),
  };
}
