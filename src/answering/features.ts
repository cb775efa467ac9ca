import { type ArticleIndex, type IndexedSentence, weightOf } from './article-index.ts';
import { dot, likeness, meaningOf, meaningOfText, sumOf, type Vector } from './meaning.ts';
import { phrasesFor, saysDay } from './phrases.ts';
import { type Question, SPEECH } from './question.ts';
import { STOP_WORDS } from './words.ts';

/** A sentence beside a question. */
export interface Candidate {
  readonly index: ArticleIndex;
  readonly question: Question;
  /** Its number in the article, counting from 0. */
  readonly at: number;
  readonly sentence: IndexedSentence;
  readonly text: string;
  /** Stems of the article that are of a family with a word of the question that the sentence lacks: Syria, Syrian. */
  readonly families: ReadonlyMap<string, readonly string[]>;
}

/**
 * What can count for a sentence, each from 0 to 1. The weight of each is learned and stands in weights.json;
 * a new feature is a function here, a phrase in the wording, and a run of `npm run train`.
 */
export const FEATURES = {
  coverage: (c) => share(c, (stem) => c.sentence.stems.has(stem)),
  frequency: (c) => share(c, (stem) => saturated(c, stem)),
  pairs: (c) => pairs(c),
  exact: (c) => share(c, (stem, form) => c.sentence.stems.has(stem) && c.sentence.words.some((word) => word.form === form)),
  families: (c) =>
    share(c, (stem) => !c.sentence.stems.has(stem) && (c.families.get(stem) ?? []).some((member) => c.sentence.stems.has(member))),
  'near words': (c) => share(c, (stem, form) => (c.sentence.stems.has(stem) ? 0 : nearest(c, meaningOf(form)?.vector))),
  meaning: (c) => Math.max(0, likeness(c.question.meaning, meaningAt(c, 0))),
  'meaning with the one before': (c) => Math.max(0, likeness(c.question.meaning, sumOf(meaningAt(c, 0), meaningAt(c, -1), 0.5))),
  'kind of thing': (c) => (c.question.thing ? nearest(c, c.question.thing) : 0),
  before: (c) => before(c),
  after: (c) => share(c, (stem) => !c.sentence.stems.has(stem) && has(c, 1, stem)),
  'before, of a pronoun': (c) => (opensWithPronoun(c.text) ? before(c) : 0),
  'two before': (c) => share(c, (stem) => !c.sentence.stems.has(stem) && !has(c, -1, stem) && has(c, -2, stem)),
  'common words': (c) => share(c, (stem, form) => c.sentence.stems.has(stem) && !c.index.names.has(form)),
  first: (c) => firstMention(c),
  early: (c) => 1 / (1 + c.at / 4),
  'when answer': (c) => answers(c, 'when'),
  'who answer': (c) => answers(c, 'who'),
  'where answer': (c) => answers(c, 'where'),
  'number answer': (c) => Math.max(answers(c, 'how many'), answers(c, 'how long')),
  'why answer': (c) => answers(c, 'why'),
  speech: (c) => (c.question.speech && c.sentence.words.some(({ stem }) => SPEECH.has(stem)) ? 1 : 0),
  definition: (c) => definition(c),
  beginning: (c) => beginning(c),
  'main name': (c) => mainName(c),
  'a day': (c) => (c.question.terms.length === 0 && c.question.asks === 'when' && saysDay(c.text) ? 1 : 0),
  'a question': (c) => (/\?["”’']?$/.test(c.text) ? 1 : 0),
} satisfies Record<string, (candidate: Candidate) => number>;

export type FeatureName = keyof typeof FEATURES;
export const FEATURE_NAMES = Object.keys(FEATURES) as FeatureName[];

/** The share of the question's words, by weight, for which something is so. */
function share({ question: { terms } }: Candidate, value: (stem: string, form: string) => number | boolean): number {
  let sum = 0;
  let all = 0;
  for (const { word, weight } of terms) {
    all += weight;
    sum += weight * Number(value(word.stem, word.form));
  }
  return all === 0 ? 0 : sum / all;
}

/** How near a word of the sentence comes in meaning that is not one of the question's, 0 to 1; words that have little to do with each other are 0. */
function nearest({ question, sentence }: Candidate, vector: Vector | undefined): number {
  if (!vector) return 0;
  let best = 0;
  for (const word of meaningOfText(sentence.words).words)
    if (!question.stems.has(word.stem)) best = Math.max(best, dot(vector, word.vector) - UNRELATED);
  return best / (1 - UNRELATED);
}

/** The cosine that words may have by chance. */
const UNRELATED = 0.3;

function meaningAt({ index, at }: Candidate, step: number): Vector {
  return meaningOfText(index.sentences[at + step]?.words ?? NONE).sum;
}

const NONE: readonly [] = [];

/** BM25's saturation of a word's frequency, k₁ 1.2 and b 0.2, over its greatest value (Robertson and Zaragoza 2009). */
function saturated({ index, sentence }: Candidate, stem: string): number {
  const tf = sentence.stems.get(stem) ?? 0;
  return tf / (tf + 1.2 * (0.8 + (0.2 * sentence.words.length) / index.meanLength));
}

/** The share of neighbouring words of the question that stand at most two words apart in the sentence, in their order. */
function pairs({ question: { terms }, sentence }: Candidate): number {
  if (terms.length < 2) return 0;
  let found = 0;
  for (let i = 1; i < terms.length; i++) {
    const [a, b] = [terms[i - 1]?.word.stem, terms[i]?.word.stem];
    if (a === undefined || b === undefined || !sentence.stems.has(a) || !sentence.stems.has(b)) continue;
    if (sentence.words.some(({ stem }, k) => stem === a && sentence.words.slice(k + 1, k + 4).some((next) => next.stem === b))) found++;
  }
  return found / (terms.length - 1);
}

/** Whether a sentence begins with a word for something that was named before it. */
export const opensWithPronoun = (text: string) => /^["“'‘(]?(?:he|she|it|they|this|these|that|those|his|her|their|its)\b/i.test(text);

/** The share that the sentence lacks and the one before it has. */
function before(c: Candidate): number {
  return share(c, (stem) => !c.sentence.stems.has(stem) && has(c, -1, stem));
}

function has({ index, at }: Candidate, step: number, stem: string): boolean {
  return index.sentences[at + step]?.stems.has(stem) ?? false;
}

/** The share of the question's words that stand in this sentence before any other. */
function firstMention(c: Candidate): number {
  return share(c, (stem) => c.index.postings.get(stem)?.[0] === c.at);
}

function answers(c: Candidate, asks: Question['asks']): number {
  return c.question.asks === asks && phrasesFor(c.question, c.index, c.sentence, c.text).length > 0 ? 1 : 0;
}

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
function mainName({ index, question, sentence, text }: Candidate): number {
  if (question.terms.length > 0) return 0;
  let most = 0;
  for (const { start, end } of phrasesFor(question, index, sentence, text))
    for (const word of sentence.words)
      if (word.start >= start && word.end <= end && !STOP_WORDS.has(word.form))
        most = Math.max(most, index.postings.get(word.stem)?.length ?? 0);
  return Math.min(1, most / index.mostNamed);
}

/** "Who is X", "what is X": the sentence says more of X than its name, beside it ("activist X", "X, the mayor", "X is"). */
function definition({ question: { asks, terms }, sentence, text }: Candidate): number {
  const last = terms.at(-1)?.word.stem;
  if (terms.length > 3 || last === undefined || (asks !== 'who' && asks !== 'what')) return 0;
  return sentence.words.some(
    ({ stem, end }, i) =>
      stem === last &&
      (/^(?:,? ?(?:is|was|are|were|who|which|an?|the)\b|\s?[(–—])/.test(text.slice(end)) ||
        /^(?:said|[a-z]+ist|spokesman|spokeswoman|president|mayor|minister)$/.test(sentence.words[i - 2]?.form ?? '')),
  )
    ? 1
    : 0;
}
