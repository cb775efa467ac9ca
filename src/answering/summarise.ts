import { quote } from '../article/article.ts';
import type { ArticleIndex } from './article-index.ts';
import { FOUR_WS } from './asks.ts';
import { FEATURES } from './features.ts';
import { dot } from './meaning.ts';
import { names } from './phrases.ts';
import { readQuestion } from './question.ts';
import { rank } from './rank.ts';
import { opensWithPronoun, traitsOf } from './traits.ts';

/** What speaks for a sentence in a summary, each from 0 to 1, and how much: set by hand, with `npm run bench:summary` beside. */
const WEIGHTS = { early: 8, connected: 4, names: 3, numbers: 2, long: -3, 'a question': -1, last: -2 };

/** What a sentence loses that says the same as one that is chosen already: more, the liker it is. */
const REPEATED = 6;
const ALIKE = 0.6;

/** A sentence that is as like another as this is left out: it says one thing twice. */
const TWICE = 0.9;

/** So many sentences are compared with one another: a longer article costs no more. */
const LOOKED_AT = 200;

/**
 * The sentences that sum an article up, by their numbers in its order: those that say who, where, when and what come before others, none says
 * what another does, and one that begins with a pronoun comes with the one before it.
 * @param most how many sentences, at least 1
 * @param topic only what bears on it; empty: the whole article
 * @returns none where the article has nothing on the topic
 */
export function summarise(index: ArticleIndex, most: number, topic: string): number[] {
  const worth = topic.trim() === '' ? index.sentences.map((_, at) => worthOf(index, at)) : bearingOn(index, topic);
  const first = topic.trim() === '' ? FOUR_WS.flatMap((asks) => storyTop(index, asks) ?? []) : [];
  const chosen = new Set<number>();
  for (const at of first) take(index, at, most, chosen);
  const best = worth.flatMap((value, at) => (value === undefined ? [] : [[at, value] as const])).sort(([, a], [, b]) => b - a);
  const left = new Set(best.slice(0, LOOKED_AT).map(([at]) => at));
  while (chosen.size < most && left.size > 0) {
    const next = bestOf(index, left, worth, chosen);
    left.delete(next);
    if (likest(index, next, chosen) < TWICE) take(index, next, most, chosen);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** Chooses a sentence with those before it that say who "he" is, where there is room for all of them. */
function take(index: ArticleIndex, at: number, most: number, chosen: Set<number>): void {
  const needed = [at];
  for (let i = at; i > 0 && !chosen.has(i - 1) && opensWithPronoun(quote(index.article, i).text); i--) needed.push(i - 1);
  if (new Set([...chosen, ...needed]).size <= most) for (const one of needed) chosen.add(one);
}

function bestOf(
  index: ArticleIndex,
  left: ReadonlySet<number>,
  worth: readonly (number | undefined)[],
  chosen: ReadonlySet<number>,
): number {
  let [best, most] = [-1, Number.NEGATIVE_INFINITY];
  for (const at of left) {
    const value = (worth[at] ?? 0) - REPEATED * Math.max(0, likest(index, at, chosen) - ALIKE);
    if (value > most) [best, most] = [at, value];
  }
  return best;
}

function likest(index: ArticleIndex, at: number, chosen: ReadonlySet<number>): number {
  return Math.max(0, ...Array.from(chosen, (other) => (other === at ? 1 : dot(meaning(index, at), meaning(index, other)))));
}

const meaning = (index: ArticleIndex, at: number) => traitsOf(index, at).meaning;

function worthOf(index: ArticleIndex, at: number): number {
  const [words, text] = [index.sentences[at]?.words ?? [], quote(index.article, at).text];
  const shared = new Set(
    words.filter(({ stem }) => stem.length > 3 && (index.postings.get(stem)?.length ?? 0) > 1).map(({ stem }) => stem),
  );
  const values: Record<keyof typeof WEIGHTS, number> = {
    early: 1 / (1 + at / 4),
    connected: shared.size / Math.max(8, words.length),
    names: Math.min(1, names(index, words, text).length / 3),
    numbers: words.some(({ form }) => /^\d/.test(form)) ? 1 : 0,
    long: Math.min(1, words.length / 25),
    'a question': /\?["”’']?$/.test(text) ? 1 : 0,
    last: at === index.sentences.length - 1 ? 1 : 0,
  };
  return (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).reduce((sum, name) => sum + WEIGHTS[name] * values[name], 0);
}

/** How much each sentence has on a topic; undefined where it has nothing. */
function bearingOn(index: ArticleIndex, topic: string): (number | undefined)[] {
  const worth: (number | undefined)[] = [];
  const read = readQuestion(index, topic, 'what');
  if (read.kind !== 'question' || read.question.terms.length === 0) return worth;
  for (const { candidate, score } of rank(index, read.question))
    if (FEATURES.coverage(candidate) + FEATURES.families(candidate) > 0) worth[candidate.at] = score;
  return worth;
}

/** The sentence that tells the story's main who, where, when or what. */
function storyTop(index: ArticleIndex, asks: (typeof FOUR_WS)[number]): number | undefined {
  const read = readQuestion(index, '', asks);
  return read.kind === 'question' ? rank(index, read.question)[0]?.candidate.at : undefined;
}
