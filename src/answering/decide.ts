import type { Phrase } from '../reading/phrase.ts';
import calibration from './calibration.json' with { type: 'json' };
import type { SentenceReading } from './read.ts';

/** A sentence that may answer. */
export interface Ranked {
  /** Its number in the article, counting from 0. */
  readonly at: number;
  /** Its margin, and what else speaks for it. */
  readonly score: number;
  readonly margin: number;
  /** The phrase of it that answers, where that is probable. */
  readonly phrase?: Phrase | undefined;
}

export interface Decision {
  /** The best first, the earlier of two equal ones first. */
  readonly ranked: readonly Ranked[];
  /** How probable it is that the article answers, 0 to 1. */
  readonly confidence: number;
  readonly answered: boolean;
  /** Whether the first sentence is so probably right that nothing need be said about it. */
  readonly sure: boolean;
  /** How many sentences, from the first, are about as probable as the first. */
  readonly near: number;
}

/** What is known beside what the reader says. */
export interface Beside {
  /** What it says of the question without the talk before it, where there is one. */
  readonly alone?: readonly SentenceReading[];
  /** The sentences quoted so far in the talk. */
  readonly quoted: readonly number[];
}

/** A reading by itself and without its talk may differ by so much, and no more counts. */
const FARTHEST = 6;

/** So many of the best sentences tell whether the article answers: where several do, the margin of each is small. */
const TOGETHER = 3;

/** A second sentence is shown where it is at least this much as probable as the first. */
const NEARLY = 0.7;

/** Decides by what the reader says of the sentences. `calibration.json` has what counts, and how much: `bench/calibrate.ts` finds it. */
export function decide(sentences: readonly SentenceReading[], beside: Beside): Decision {
  const ranked = rank(sentences, beside);
  const scores = ranked.map(({ score }) => score);
  const [best] = ranked;
  const signs = signsOf(ranked);
  const confidence = best ? probability(calibration.answers, signs) : 0;
  const answered = confidence >= calibration.answered;
  const second = scores[1] === undefined ? 0 : Math.exp(scores[1] - (scores[0] ?? 0));
  return {
    ranked,
    confidence,
    answered,
    sure: answered && probability(calibration.right, signs) >= calibration.sure,
    near: second >= NEARLY ? 2 : Math.min(1, ranked.length),
  };
}

/** Votes for and against a sentence, where margins are near: it stands early, the question alone means it as well, it was quoted already. */
function rank(sentences: readonly SentenceReading[], { alone, quoted }: Beside): Ranked[] {
  const { votes } = calibration;
  const marginsAlone = new Map(alone?.map(({ at, margin }) => [at, margin]));
  const ranked = sentences.map(({ at, margin, phrase }): Ranked => {
    const away = (marginsAlone.get(at) ?? margin) - margin;
    const score =
      margin +
      votes.early / (1 + at) +
      votes.alone * Math.max(-FARTHEST, Math.min(FARTHEST, away)) +
      (quoted.includes(at) ? votes.quoted : 0);
    return { at, score, margin, phrase: phrase && phrase.probability >= calibration.bold ? phrase : undefined };
  });
  return ranked.sort((a, b) => b.score - a.score || a.at - b.at);
}

/** What tells how probable an answer is. */
interface Signs {
  /** What the three best sentences weigh together: 3 ln Σ exp(score / 3), near the best score where that is far ahead. */
  readonly mass: number;
  /** How probable the best one is among all, if one of them answers: its softmax. */
  readonly share: number;
}

function signsOf(ranked: readonly Ranked[]): Signs {
  const best = ranked[0]?.score ?? 0;
  const sumOf = (some: readonly Ranked[], of: (away: number) => number) => some.reduce((sum, { score }) => sum + of(score - best), 0);
  return {
    mass: best + TOGETHER * Math.log(sumOf(ranked.slice(0, TOGETHER), (away) => Math.exp(away / TOGETHER))),
    share: 1 / sumOf(ranked, Math.exp),
  };
}

/** Logistic regression: Platt's (1999) calibration, over a few signs. */
function probability(weights: Partial<Record<keyof Signs, number>> & { constant: number }, signs: Signs): number {
  const names = Object.keys(signs) as (keyof Signs)[];
  return 1 / (1 + Math.exp(-names.reduce((sum, name) => sum + (weights[name] ?? 0) * signs[name], weights.constant)));
}
