import type { Decided } from './decisions.ts';
import { learnRanking } from './learn.ts';
import { learnYesOrNo, probabilityOf, rounded, type Weights } from './logistic.ts';
import { candidatesOf, rankedBy, type Signs, signsOf, VOTES, type Votes } from './signs.ts';

/** What `src/answering/calibration.json` has of what can be learned. */
export interface Learned {
  readonly votes: Votes;
  /** How probable it is that the article answers. */
  readonly answers: Weights<'mass'>;
  /** How probable it is that the first sentence is right. */
  readonly right: Weights<'lead'>;
}

/** The rest of it, chosen by hand. */
export interface Thresholds {
  readonly answered: number;
  readonly literal: number;
  readonly sure: number;
}

/** What is said of a decision, and what is so. */
export interface Judged {
  readonly answerable: boolean;
  /** Whether the first sentence is right. */
  readonly first: boolean;
  /** Whether the one is that has all words of the question; undefined where none has. */
  readonly own: boolean | undefined;
  /** The two probabilities. */
  readonly answers: number;
  readonly right: number;
}

/** Learns from what was decided: first what puts right sentences first, then what that tells. */
export function learn(decided: readonly Decided[]): Learned {
  const votes = learnVotes(decided);
  const seen = decided.filter(({ given }) => given).map((one) => ({ ...seenWith(one, votes), answerable: one.answerable }));
  return {
    votes,
    answers: learnYesOrNo(
      ['mass'],
      seen.map(({ signs: { mass }, answerable }) => ({ signs: { mass }, so: answerable })),
    ),
    right: learnYesOrNo(
      ['lead'],
      seen.map(({ signs: { lead }, first }) => ({ signs: { lead }, so: first })),
    ),
  };
}

/** The margin counts 1: what it was learned to count is the measure of the others. */
function learnVotes(decided: readonly Decided[]): Votes {
  const examples = decided.flatMap((one) => {
    const candidates = candidatesOf(one);
    const right = candidates.map(({ at }) => one.isRight(at));
    const values = candidates.map(({ margin, votes }) => Float64Array.of(margin, ...VOTES.map((name) => votes[name])));
    return right.includes(true) ? [{ values, right }] : [];
  });
  const learned = learnRanking(['margin', ...VOTES], examples);
  return Object.fromEntries(VOTES.map((name) => [name, rounded(learned[name] / learned.margin)])) as Votes;
}

/** What is decided with such weights. */
export function judge(decided: readonly Decided[], { votes, answers, right }: Learned): Judged[] {
  return decided
    .filter(({ given }) => given)
    .map((one) => {
      const { signs, first, own } = seenWith(one, votes);
      const { mass, lead } = signs;
      return { answerable: one.answerable, first, own, answers: probabilityOf(answers, { mass }), right: probabilityOf(right, { lead }) };
    });
}

/** The answer that is given then, and whether its first sentence is right. */
export function givenWith({ first, own, answers, right }: Judged, { answered, literal, sure }: Thresholds) {
  if (answers >= answered) return { answered: true, sure: right >= sure, first };
  return answers >= literal && own !== undefined ? { answered: true, sure: false, first: own } : { answered: false, sure: false, first };
}

function seenWith(one: Decided, votes: Votes): { signs: Signs; first: boolean; own: boolean | undefined } {
  const all = rankedBy(candidatesOf(one), votes);
  const own = all.find(({ at }) => one.beside.hasBoth(at));
  return { signs: signsOf(all), first: one.isRight(all[0]?.at ?? -1), own: own && one.isRight(own.at) };
}
