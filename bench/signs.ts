import { leadOf, massOf, type Ranked } from '../src/answering/decide.ts';
import type { Decided } from './decisions.ts';

/** What speaks for a sentence or against it, beside its margin, as `src/answering/decide.ts` has it: a test holds that it is the same. */
export const VOTES = ['early', 'quoted', 'words'] as const;
export type Votes = Readonly<Record<(typeof VOTES)[number], number>>;

/** What tells how probable it is that the article answers, and that the first sentence is right. */
export interface Signs {
  readonly mass: number;
  readonly lead: number;
}

/** A sentence, and what each vote would be if it counted 1. */
export interface Candidate {
  readonly at: number;
  readonly margin: number;
  readonly votes: Votes;
}

export function candidatesOf({ sentences, beside: { words, quoted } }: Pick<Decided, 'sentences' | 'beside'>): Candidate[] {
  return sentences.map(({ at, margin }) => ({
    at,
    margin,
    votes: {
      early: 1 / (1 + at),
      quoted: Number(quoted.includes(at)),
      words: words[at] ?? 0,
    },
  }));
}

/** The best first, as they are ranked with such votes. */
export function rankedBy(candidates: readonly Candidate[], by: Votes): Ranked[] {
  return candidates
    .map(({ at, margin, votes }) => {
      const weight = margin + by.early * votes.early + by.quoted * votes.quoted;
      return { at, margin, weight, score: weight + by.words * votes.words };
    })
    .sort((a, b) => b.score - a.score || a.at - b.at);
}

export function signsOf(ranked: readonly Ranked[]): Signs {
  const [best] = ranked;
  return best ? { mass: massOf(ranked), lead: leadOf(best, ranked) } : { mass: 0, lead: 0 };
}
