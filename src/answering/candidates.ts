import type { ArticleIndex, IndexedSentence } from './article-index.ts';
import type { Question } from './question.ts';
import { type Asked, askedOf, type Sought } from './sought.ts';
import { type Traits, traitsOf } from './traits.ts';

/** A sentence beside a question. */
export interface Candidate {
  readonly index: ArticleIndex;
  readonly question: Question;
  readonly asked: Asked;
  /** Its number in the article, counting from 0. */
  readonly at: number;
  readonly sentence: IndexedSentence;
  readonly traits: Traits;
  /** The words of the question that it has, and those that it lacks. */
  readonly has: readonly Sought[];
  readonly lacks: readonly Sought[];
  /** Words that it lacks and a sentence near it has: the one before it, the one before that where that one lacks them too, the one after it. */
  readonly before: readonly Sought[];
  readonly twoBefore: readonly Sought[];
  readonly after: readonly Sought[];
}

/** At most this many sentences are looked at closely; for a question without words more of the first ones: a story may begin behind a page's menu. */
const CANDIDATES = 16;
const FIRST_ONES = 40;

/** So many sentences before and after the last quote are looked at, before others that have this much of a question's words. */
const AROUND = 5;
const NEAR = 4;

/** The sentences that have most of the question's words, those behind them, those around the last quote, and the article's first. */
export function candidatesFor(index: ArticleIndex, question: Question): Candidate[] {
  const asked = askedOf(index, question);
  const best = bestOf(scoresOf(index, question, asked));
  const most = asked.words.length > 0 ? Math.min(best.length + 3, CANDIDATES) : FIRST_ONES;
  const found = new Set(best);
  for (let at = 0; at < index.sentences.length && found.size < most; at++) found.add(at);
  const words = wordsBySentence(asked);
  return Array.from(found, (at) => candidate(index, question, asked, at, words));
}

/** What each sentence has of the question's words and of those before it, by weight: a quarter for their relatives, and a quarter of what the sentence before has. */
function scoresOf(index: ArticleIndex, { follows }: Question, { words, earlier }: Asked): Float64Array {
  const scores = new Float64Array(index.sentences.length);
  for (const { weight, places, relatives } of [...words, ...earlier]) {
    for (const at of places) add(scores, at, weight);
    for (const relative of relatives) for (const at of index.postings.get(relative) ?? []) add(scores, at, weight / 4);
  }
  for (let at = scores.length - 1; at > 0; at--) add(scores, at, (scores[at - 1] ?? 0) / 4);
  const last = follows?.quoted[0];
  if (last !== undefined) for (let at = Math.max(0, last - AROUND); at <= last + AROUND; at++) add(scores, at, NEAR);
  return scores;
}

function add(scores: Float64Array, at: number, score: number): void {
  if (at < scores.length) scores[at] = (scores[at] as number) + score;
}

/** The sentences with the highest scores, the highest first. */
function bestOf(scores: Float64Array): number[] {
  const found: number[] = [];
  for (let at = 0; at < scores.length; at++) if ((scores[at] as number) > 0) found.push(at);
  return found.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b).slice(0, CANDIDATES);
}

/** The words of the question that each sentence has, in the question's order. */
function wordsBySentence({ words }: Asked): Map<number, Sought[]> {
  const found = new Map<number, Sought[]>();
  for (const word of words)
    for (const at of word.places) {
      const list = found.get(at);
      if (list) list.push(word);
      else found.set(at, [word]);
    }
  return found;
}

function candidate(
  index: ArticleIndex,
  question: Question,
  asked: Asked,
  at: number,
  words: ReadonlyMap<number, readonly Sought[]>,
): Candidate {
  const has = words.get(at) ?? NONE;
  const before = without(words.get(at - 1) ?? NONE, has);
  return {
    index,
    question,
    asked,
    at,
    sentence: index.sentences[at] ?? EMPTY,
    traits: traitsOf(index, at),
    has,
    lacks: without(asked.words, has),
    before,
    twoBefore: without(without(words.get(at - 2) ?? NONE, has), before),
    after: without(words.get(at + 1) ?? NONE, has),
  };
}

const NONE: readonly [] = [];
const EMPTY: IndexedSentence = { words: [], stems: new Map() };

function without(words: readonly Sought[], others: readonly Sought[]): readonly Sought[] {
  return words.length === 0 || others.length === 0 ? words : words.filter((word) => !others.includes(word));
}
