import { type ArticleIndex, weightOf } from './article-index.ts';
import type { Candidate } from './candidates.ts';
import { dot } from './meaning.ts';
import { type Nearby, nearWords } from './near-words.ts';
import { phrasesFor, saysDay } from './phrases.ts';
import type { Question } from './question.ts';
import type { Sought } from './sought.ts';
import { traitsOf } from './traits.ts';
import { STOP_WORDS } from './words.ts';

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
  'meaning with the one before': (c) => Math.max(0, dot(c.question.meaning, c.traits.meaningWithBefore)),
  'kind of thing': (c) => nearest(c, c.asked.nearThing),
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
  'why answer': (c) => answers(c, 'why'),
  speech: (c) => (c.question.speech && c.traits.speech ? 1 : 0),
  definition: (c) => definition(c),
  beginning: (c) => beginning(c),
  'main name': (c) => mainName(c),
  lead: (c) => (isBare(c, 'who', 'where') && isLead(c) ? 1 : 0),
  'the other Ws': (c) => (isBare(c, 'who', 'where') ? otherWs(c) : 0),
  'in a place': (c) => (isBare(c, 'where') && saysIn(c) ? 1 : 0),
  'a day': (c) => (isBare(c, 'when') && saysDay(c.traits.text) ? 1 : 0),
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

/** How near the sentence comes to a word that the whole article lacks: one that it has elsewhere is hardly said in another. */
function hasNear(c: Candidate, { found, near }: Sought): number {
  return found ? 0 : nearest(c, near);
}

/** How near a word of the sentence comes in meaning that is not one of the question's, 0 to 1; words that have little to do with each other are 0. */
function nearest({ index, question, at }: Candidate, near: Nearby | undefined): number {
  if (near) for (const { stem, nearness } of nearWords(index, at, near)) if (!question.stems.has(stem)) return nearness;
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

/** Whether a W without a question asks, and it is one of these. */
function isBare({ question: { asks, terms } }: Candidate, ...ws: readonly Question['asks'][]): boolean {
  return terms.length === 0 && ws.includes(asks);
}

/** Whether it is the article's first whole sentence, behind its headline and the author's name: a story's lead tells who and where in full. */
function isLead({ index, at }: Candidate): boolean {
  return isWhole(index, at) && !index.sentences.slice(0, at).some((_, before) => isWhole(index, before));
}

function isWhole(index: ArticleIndex, at: number): boolean {
  return (index.sentences[at]?.words.length ?? 0) >= SHORTEST_LEAD && /[.!?]["”’')]*$/.test(traitsOf(index, at).text);
}

/** A shorter sentence only leads up to the story. */
const SHORTEST_LEAD = 8;

/** The share of the other two of who, where and when that a sentence says too: one that tells the whole story says them at once. */
function otherWs({ index, question, sentence, traits: { text } }: Candidate): number {
  const others = (['who', 'where', 'when'] as const).filter((w) => w !== question.asks);
  const said = others.filter((asks) => phrasesFor({ ...question, asks }, index, sentence, text).length > 0);
  return said.length / others.length;
}

/** Whether it says what happened in a place, and not only whom or what somebody came from, went to or spoke of. */
function saysIn({ index, question, sentence, traits: { text } }: Candidate): boolean {
  return phrasesFor(question, index, sentence, text).some(({ start }) => IN.test(text.slice(start)));
}

const IN = /^(?:in|at|near|around|outside|inside|across|through) /i;

/** The share of the words of the article's first sentence, its headline or its lead: others that have them tell the story as well. */
function beginning({ index, question, sentence }: Candidate): number {
  if (question.terms.length > 0) return 0;
  let [has, all] = [0, 0];
  for (const { form, stem } of index.sentences[0]?.words ?? []) {
    if (STOP_WORDS.has(form)) continue;
    all += weightOf(index, stem);
    if (sentence.stems.has(stem)) has += weightOf(index, stem);
  }
  return all === 0 ? 0 : has / all;
}

/** How often the article names whom or what the sentence names, beside what it names most: a bare who or where asks for the main one. */
function mainName({ index, question, sentence, traits }: Candidate): number {
  if (question.terms.length > 0) return 0;
  const stems = phrasesFor(question, index, sentence, traits.text).flatMap((phrase) => phrase.stems);
  return Math.min(1, Math.max(0, ...stems.map((stem) => index.postings.get(stem)?.length ?? 0)) / index.mostNamed);
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
