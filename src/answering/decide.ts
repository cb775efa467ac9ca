import type { Phrase } from '../reading/phrase.ts';
import calibration from './calibration.json' with { type: 'json' };
import type { SentenceReading } from './read.ts';

/** A sentence that may answer. */
export interface Ranked {
  /** Its number in the article, counting from 0. */
  readonly at: number;
  /** What it is ranked by: its weight, and what it has of the question's words. */
  readonly score: number;
  /** Its margin, and the votes for and against it. */
  readonly weight: number;
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
  /** What each sentence has of the question's words, 0 to 1, by its number. */
  readonly words: ArrayLike<number>;
  /** Whether the question has just two words, and a sentence both of them. */
  readonly hasBoth: (at: number) => boolean;
  /** The sentences quoted so far in the talk. */
  readonly quoted: readonly number[];
}

/** Decides by what the reader says of the sentences. `calibration.json` has what counts, and how much: `npm run calibrate` finds it. */
export function decide(sentences: readonly SentenceReading[], beside: Beside): Decision {
  const ranked = sentences.map((one) => weigh(one, beside)).sort((a, b) => b.score - a.score || a.at - b.at);
  const [best, second] = ranked;
  if (!best) return { ranked, confidence: 0, answered: false, sure: false, near: 0 };
  const { answers, right, answered, literal, sure, nearly } = calibration;
  const confidence = logistic(answers.mass * massOf(ranked) + answers.constant);
  if (confidence >= answered) {
    const isSure = logistic(right.lead * leadOf(best, ranked) + right.constant) >= sure;
    return { ranked, confidence, answered: true, sure: isSure, near: second && best.score - second.score < nearly ? 2 : 1 };
  }
  // The reader has little to go on where a question is as short as "Who is Mohammad Saeed?": the sentence with both words answers, if that isn't quite improbable.
  const own = confidence >= literal ? ranked.find(({ at }) => beside.hasBoth(at)) : undefined;
  const first = own ? [own, ...ranked.filter((one) => one !== own)] : ranked;
  return { ranked: first, confidence, answered: own !== undefined, sure: false, near: 1 };
}

/**
 * Votes for and against a sentence, which decide where margins are near: it stands early, it was quoted already, it has the question's words. These speak for a sentence beside others, and not for that the text answers: a question that it nearly answers has its words, too.
 */
function weigh({ at, margin, phrase }: SentenceReading, { words, quoted }: Beside): Ranked {
  const { votes, bold } = calibration;
  const weight = margin + votes.early / (1 + at) + (quoted.includes(at) ? votes.quoted : 0);
  const score = weight + votes.words * (words[at] ?? 0);
  return { at, score, weight, margin, phrase: phrase && phrase.probability >= bold ? phrase : undefined };
}

/** So many of the heaviest sentences tell whether the article answers: where several do, the margin of each is small. */
const TOGETHER = 3;

/** What the heaviest sentences weigh together: 3 ln Σ exp(weight / 3), near the greatest weight where that is far ahead. */
export function massOf(ranked: readonly Ranked[]): number {
  const weights = ranked.map(({ weight }) => weight).sort((a, b) => b - a);
  return TOGETHER * logSum(weights.slice(0, TOGETHER).map((weight) => weight / TOGETHER));
}

/** How far the best sentence is ahead of all others, and of "none of these", together: weight − ln (1 + Σ exp(weight of another)). */
export function leadOf(best: Ranked, ranked: readonly Ranked[]): number {
  return best.weight - logSum([0, ...ranked.flatMap((one) => (one === best ? [] : one.weight))]);
}

function logSum(values: readonly number[]): number {
  const greatest = Math.max(...values);
  return greatest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - greatest), 0));
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
