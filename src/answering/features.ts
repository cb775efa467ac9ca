import type { Candidate } from './candidates.ts';
import { dot } from './meaning.ts';
import { nearWords } from './near-words.ts';
import { phrasesFor } from './phrases.ts';
import type { Question } from './question.ts';
import type { Sought } from './sought.ts';
import { STORY_FEATURES } from './story-features.ts';

/**
 * What can count for a sentence, each from 0 to 1. The weight of each is learned and stands in weights.json;
 * a new feature is a function here, a phrase in the wording, and a run of `npm run train`.
 */
export const FEATURES = {
  coverage: (c) => share(c, c.has),
  frequency: (c) => share(c, c.has, saturated),
  pairs: (c) => pairs(c),
  exact: (c) => share(c, c.has, hasForm),
  families: (c) => share(c, c.lacks, hasRelative),
  'near words': (c) => share(c, c.lacks, hasNear),
  meaning: (c) => Math.max(0, dot(c.question.meaning, c.traits.meaning)),
  before: (c) => share(c, c.before),
  after: (c) => share(c, c.after),
  'before, of a pronoun': (c) => (c.traits.opensWithPronoun ? share(c, c.before) : 0),
  'two before': (c) => share(c, c.twoBefore),
  'common words': (c) => share(c, c.has, isCommon),
  first: (c) => share(c, c.has, isFirstMention),
  early: (c) => 1 / (1 + c.at / 4),
  'when answer': (c) => answers(c, 'when'),
  'who answer': (c) => answers(c, 'who'),
  'where answer': (c) => answers(c, 'where'),
  'number answer': (c) => Math.max(answers(c, 'how many'), answers(c, 'how long')),
  definition: (c) => definition(c),
  'a question': (c) => (c.traits.isQuestion ? share(c, c.has) : 0),
  ...STORY_FEATURES,
} satisfies Record<string, (candidate: Candidate) => number>;

export type FeatureName = keyof typeof FEATURES;
export const FEATURE_NAMES = Object.keys(FEATURES) as FeatureName[];

/** What these words are of all the question's words, by weight; each counts for as much as something is so. */
function share(c: Candidate, words: readonly Sought[], value?: (c: Candidate, word: Sought) => number | boolean): number {
  let sum = 0;
  for (const word of words) sum += value ? word.weight * Number(value(c, word)) : word.weight;
  return sum === 0 ? 0 : sum / c.asked.weight;
}

function hasForm({ traits }: Candidate, { word }: Sought): boolean {
  return traits.forms.has(word.form);
}

function hasRelative({ sentence }: Candidate, { relatives }: Sought): boolean {
  return relatives.some((relative) => sentence.stems.has(relative));
}

function isCommon(_: Candidate, { isName }: Sought): boolean {
  return !isName;
}

function isFirstMention({ at }: Candidate, { places }: Sought): boolean {
  return places[0] === at;
}

/**
 * How near in meaning a word of the sentence comes to a word that the whole article lacks, 0 to 1: what the article has elsewhere is hardly said in another
 * word. The question's own words don't count.
 */
function hasNear({ index, question, at }: Candidate, { found, near }: Sought): number {
  if (!found) for (const { stem, nearness } of nearWords(index, at, near)) if (!question.stems.has(stem)) return nearness;
  return 0;
}

/** BM25's saturation of a word's frequency, k₁ 1.2 and b 0.2, over its greatest value (Robertson and Zaragoza 2009). */
function saturated({ index, sentence }: Candidate, { word }: Sought): number {
  const tf = sentence.stems.get(word.stem) ?? 0;
  return tf / (tf + 1.2 * (0.8 + (0.2 * sentence.words.length) / index.meanLength));
}

/** The share of neighbouring words of the question that stand at most two words apart in the sentence, in their order. */
function pairs({ question: { terms }, sentence, has }: Candidate): number {
  if (has.length < 2) return 0;
  let found = 0;
  for (let i = 1; i < terms.length; i++) {
    const [a, b] = [terms[i - 1]?.word.stem, terms[i]?.word.stem];
    if (a === undefined || b === undefined || !sentence.stems.has(a) || !sentence.stems.has(b)) continue;
    if (sentence.words.some(({ stem }, k) => stem === a && sentence.words.slice(k + 1, k + 4).some((next) => next.stem === b))) found++;
  }
  return found / (terms.length - 1);
}

function answers(c: Candidate, asks: Question['asks']): number {
  return c.question.asks === asks && phrasesFor(c.question, c.index, c.sentence, c.traits.text).length > 0 ? 1 : 0;
}

/** "Who is X", "what is X": the sentence says more of X than its name, beside it ("activist X", "X, the mayor", "X is"). */
function definition({ question: { asks, terms }, sentence, traits: { text } }: Candidate): number {
  const last = terms.at(-1)?.word.stem;
  if (terms.length > 3 || last === undefined || !sentence.stems.has(last) || (asks !== 'who' && asks !== 'what')) return 0;
  return sentence.words.some(
    ({ stem, end }, i) =>
      stem === last &&
      (/^(?:,? ?(?:is|was|are|were|who|which|an?|the)\b|\s?[(–—])/.test(text.slice(end)) ||
        /^(?:said|[a-z]+ist|spokesman|spokeswoman|president|mayor|minister)$/.test(sentence.words[i - 2]?.form ?? '')),
  )
    ? 1
    : 0;
}
