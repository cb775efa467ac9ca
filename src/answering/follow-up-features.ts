import type { Candidate } from './candidates.ts';
import { phrasesFor } from './phrases.ts';
import { SPEECH } from './question.ts';
import type { Sought } from './sought.ts';

/** What counts for a sentence beside the other features where a question goes on from a quote, each from 0 to 1. Their weights are set by hand. */
export const FOLLOW_UP_FEATURES = {
  'asked before': (c) => ofWhatWasAskedBefore(c),
  'the last quote': (c) =>
    c.at === lastOf(c) && follows(c).wants === 'detail' && !isAnswered(c) ? (hasPhrase(c) ? 1 : isTyped(c) ? 0.2 : 0.7) : 0,
  'near the last quote': (c) => near(c),
  'the kind of phrase': (c) => (hasPhrase(c) && !isAnswered(c) ? 1 : 0),
  'quoted already': (c) => (follows(c).quoted.includes(c.at) ? nothingNew(c) : 0),
  'somebody else': (c) => (follows(c).wants === 'more' && c.question.speech && !saysMore(c) ? 1 : 0),
  next: (c) => (follows(c).wants === 'next' && c.at === lastOf(c) + 1 ? 1 : 0),
  speaker: (c) =>
    follows(c).wants === 'speaker' && c.at <= lastOf(c) + 1 && namesSpeaker(c) ? Math.max(0, 1 - Math.abs(c.at - lastOf(c)) / 10) : 0,
} satisfies Record<string, (candidate: Candidate) => number>;

export type FollowUpFeatureName = keyof typeof FOLLOW_UP_FEATURES;

const NOTHING = { wants: 'answer', asked: 'what', terms: [], quoted: [] } as const;
const follows = ({ question }: Candidate) => question.follows ?? NOTHING;
const lastOf = (c: Candidate) => follows(c).quoted[0] ?? 0;

/** The share of the words of the question before that it has; half where it has another of their family; or the sentence before it has them. */
function ofWhatWasAskedBefore(c: Candidate): number {
  const { earlier } = c.asked;
  const all = earlier.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 0 : earlier.reduce((sum, word) => sum + word.weight * hasOf(c, word), 0) / all;
}

function hasOf({ index, at, sentence }: Candidate, { word, relatives }: Sought): number {
  if (sentence.stems.has(word.stem) || index.sentences[at - 1]?.stems.has(word.stem)) return 1;
  return relatives.some((relative) => sentence.stems.has(relative)) ? 0.5 : 0;
}

/** A talk goes on rather than back, and mostly to the very next sentence. */
function near(c: Candidate): number {
  const behind = c.at - lastOf(c);
  const { wants } = follows(c);
  if (wants === 'other' || wants === 'speaker' || wants === 'next') return 0;
  if (behind === 0) return 1 / 3;
  return behind > 0 ? 1 / behind ** 2 : -1 / (6 * behind);
}

/** Whether it is the last quote, which has said already what was asked for before. */
function isAnswered(c: Candidate): boolean {
  return c.at === lastOf(c) && follows(c).asked === c.question.asks;
}

/** Whether a phrase of some kind answers what is asked: a time, a place, a number, a name. */
function isTyped({ question: { asks } }: Candidate): boolean {
  return asks !== 'what' && asks !== 'how' && asks !== 'why';
}

function hasPhrase(c: Candidate): boolean {
  return phrasesFor(c.question, c.index, c.sentence, c.traits.text).length > 0;
}

/** How sure it is that to quote a sentence again says nothing new. Who asks for a detail, or with words of their own, may mean it again. */
function nothingNew(c: Candidate): number {
  const { wants } = follows(c);
  if (wants === 'speaker') return 0;
  return wants === 'more' || wants === 'next' ? 1 : c.at === lastOf(c) ? 0 : 0.1;
}

/** Whether whoever was asked about says something in it, by their name or as "he". */
export function saysMore({ traits, sentence, asked }: Candidate): boolean {
  const names = asked.earlier.filter(({ isName }) => isName);
  const named = names.length === 0 || names.some(({ word }) => sentence.stems.has(word.stem));
  return traits.speech && (named || sentence.words.some(({ form }) => /^(?:he|she|they)$/.test(form)));
}

/** Whether it says that somebody said it, and who: not only "he said". */
function namesSpeaker({ sentence: { words } }: Candidate): boolean {
  return words.some(({ stem }, i) => {
    if (!SPEECH.has(stem)) return false;
    const beside = [words[i - 1]?.form, words[i + 1]?.form];
    return !beside.some((form) => form !== undefined && /^(?:he|she|they|it|who|to|be|i|we|a|an|the|this|no)$/.test(form)); // "he said", "the state"
  });
}
