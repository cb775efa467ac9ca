import type { Candidate } from './candidates.ts';
import { phrasesFor } from './phrases.ts';
import { SPEECH } from './question.ts';

/** What counts for a sentence beside the other features where a question goes on from a quote, each from 0 to 1. Their weights are set by hand. */
export const FOLLOW_UP_FEATURES = {
  'the last quote': (c) => (c.at === lastOf(c) && hasDetail(c) ? 1 : 0),
  'near the last quote': (c) => (follows(c).wants === 'other' ? 0 : near(c)),
  'quoted already': (c) => (follows(c).quoted.includes(c.at) ? nothingNew(c) : 0),
  next: (c) => (follows(c).wants === 'next' && c.at === lastOf(c) + 1 ? 1 : 0),
  speaker: (c) =>
    follows(c).wants === 'speaker' && c.at <= lastOf(c) + 1 && namesSpeaker(c) ? Math.max(0, 1 - Math.abs(c.at - lastOf(c)) / 10) : 0,
} satisfies Record<string, (candidate: Candidate) => number>;

export type FollowUpFeatureName = keyof typeof FOLLOW_UP_FEATURES;

const NOTHING = { wants: 'answer', asked: 'what', quoted: [] } as const;
const follows = ({ question }: Candidate) => question.follows ?? NOTHING;
const lastOf = (c: Candidate) => follows(c).quoted[0] ?? 0;

/** A talk goes on rather than back. */
function near(c: Candidate): number {
  const behind = c.at - lastOf(c);
  return behind >= 0 ? 1 / (1 + behind) : 0.5 / (1 - behind);
}

/** Whether it has the detail that is asked for now: the last quote has said already what was asked for before. */
function hasDetail(c: Candidate): boolean {
  if (c.at === lastOf(c) && follows(c).asked === c.question.asks) return false;
  return follows(c).wants === 'detail' && phrasesFor(c.question, c.index, c.sentence, c.traits.text).length > 0;
}

/** How sure it is that to quote a sentence again says nothing new: less sure the more of the question's own words it has. */
function nothingNew(c: Candidate): number {
  const { wants } = follows(c);
  if (wants === 'speaker' || hasDetail(c)) return 0;
  if (wants !== 'answer' && wants !== 'other') return 1;
  const own = c.question.terms.filter(({ share }) => share === 1);
  const all = own.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 1 : own.reduce((sum, { word, weight }) => sum + (c.sentence.stems.has(word.stem) ? 0 : weight), 0) / all / 2;
}

/** Whether it says that somebody said it, and who: not only "he said". */
function namesSpeaker({ sentence: { words } }: Candidate): boolean {
  return words.some(({ stem }, i) => {
    if (!SPEECH.has(stem)) return false;
    const beside = [words[i - 1]?.form, words[i + 1]?.form];
    return !beside.some((form) => form !== undefined && /^(?:he|she|they|it|who|to|be|i|we|a|an|the|this|no)$/.test(form)); // "he said", "the state"
  });
}
