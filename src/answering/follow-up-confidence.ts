import { isCapital } from './article-index.ts';
import type { Signs } from './confidence.ts';
import { isEnglish } from './english.ts';
import { FEATURES } from './features.ts';
import { FOLLOW_UP_FEATURES, saysMore } from './follow-up-features.ts';
import type { Question, Term } from './question.ts';
import type { Ranked } from './rank.ts';

/** The weights of a logistic regression: fitted once to follow-ups of their own conversations, beside such of others, and rounded. */
const CONSTANT = -2.8;
const UNKNOWN = -1.7;
const UNKNOWN_NAME = -1.5;
const SCORE = 2.4;
const NOTHING_OF_ITS_OWN = 4.2;
const MEANING = 3.3;
const NEAR_WORDS = 1.3;

/** How probable it is that the article answers a question that goes on from a quote, 0 to 1. */
export function followUpConfidenceOf(question: Question, ranked: readonly Ranked[], signs: Signs): number {
  const { follows, speech } = question;
  const [best] = ranked;
  if (!best || !follows) return 0;
  switch (follows.wants) {
    case 'more':
      return !follows.quoted.includes(best.candidate.at) && isOnTopic(best, follows.quoted[0] ?? 0) && (!speech || saysMore(best.candidate))
        ? 1
        : 0;
    case 'next':
    case 'speaker':
      return FOLLOW_UP_FEATURES[follows.wants](best.candidate);
    default:
      return ofItsOwn(question, signs, best);
  }
}

/** Tells by the words that are the question's own: what it leaves out is there. */
function ofItsOwn(question: Question, signs: Signs, { candidate }: Ranked): number {
  const sum =
    CONSTANT +
    UNKNOWN * signs.unknown +
    UNKNOWN_NAME * Math.min(2, question.terms.filter(isUnknownName).length) +
    SCORE * signs.score +
    NOTHING_OF_ITS_OWN * (question.terms.length === 0 ? 1 : 0) +
    MEANING * signs.meaning +
    NEAR_WORDS * FEATURES['near words'](candidate);
  return 1 / (1 + Math.exp(-sum));
}

function isUnknownName({ word, found }: Term): boolean {
  return !found && (isCapital(word.text) || /^\d/.test(word.form) || !isEnglish(word.form));
}

/** Whether the sentence, or the one before it, has something of what was asked, or it stands just behind the last quote. */
function isOnTopic({ candidate }: Ranked, last: number): boolean {
  const behind = candidate.at - last;
  return (behind > 0 && behind <= JUST_BEHIND) || FOLLOW_UP_FEATURES['asked before'](candidate) >= ON_TOPIC;
}

const ON_TOPIC = 0.15;

/** So many sentences behind the last quote are about the same thing. */
const JUST_BEHIND = 2;
