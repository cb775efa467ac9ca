import { quote } from '../article/article.ts';
import { type ArticleIndex, weightOf } from '../search/article-index.ts';
import { bm25 } from '../search/bm25.ts';
import { corrected } from '../search/spelling.ts';
import { STOP_WORDS, stemOf, wordsOf } from '../search/words.ts';
import { FOUR_WS } from './asks.ts';
import { names } from './names.ts';
import { rankStory } from './story.ts';

/** What speaks for a sentence in a summary, each from 0 to 1, and how much: set by hand, with `npm run bench:summary` beside. */
const WEIGHTS = { early: 8, connected: 4, names: 3, numbers: 2, long: -3, 'a question': -1, last: -2 };

/** What a sentence loses that says the same as one that is chosen already: more, the liker it is. */
const REPEATED = 6;
const ALIKE = 0.3;

/** A sentence that is as like another as this is left out: it says one thing twice. */
const TWICE = 0.8;

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
  const first = topic.trim() === '' ? FOUR_WS.flatMap((asks) => rankStory(index, asks)[0]?.at ?? []) : [];
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
  return Math.max(0, ...Array.from(chosen, (other) => (other === at ? 1 : likeness(index, at, other))));
}

/** The cosine between what the stems of two sentences weigh: 0 where they share none, 1 where they have the same. */
function likeness(index: ArticleIndex, at: number, other: number): number {
  const [one, two] = [stemsOf(index, at), stemsOf(index, other)];
  let shared = 0;
  for (const stem of one) if (two.has(stem)) shared += weightOf(index, stem) ** 2;
  const length = (stems: ReadonlySet<string>) => Math.sqrt(Array.from(stems).reduce((sum, stem) => sum + weightOf(index, stem) ** 2, 0));
  return shared === 0 ? 0 : shared / (length(one) * length(two));
}

function stemsOf(index: ArticleIndex, at: number): Set<string> {
  return new Set(index.sentences[at]?.words.flatMap(({ form, stem }) => (STOP_WORDS.has(form) ? [] : stem)));
}

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

/** So many words of a topic count: nobody names one in more, and it takes long to correct their spelling in a large article. */
const TOPIC_WORDS = 12;

/** How much each sentence has on a topic; undefined where it has nothing. */
function bearingOn(index: ArticleIndex, topic: string): (number | undefined)[] {
  const words = wordsOf(topic)
    .filter(({ form }) => !STOP_WORDS.has(form))
    .slice(0, TOPIC_WORDS);
  const stems = words.map((word) => stemOf(corrected(index, word) ?? word.form));
  const family = bm25(
    index,
    stems.flatMap((stem) => familyOf(index, stem)),
  );
  return Array.from(bm25(index, stems), (worth, at) => worth + RELATED * (family[at] ?? 0) || undefined);
}

/** A word of the topic's family, "Syrian" for "Syria", counts for less than the word. */
const RELATED = 0.5;

/** The stems of the article that go on from one, or that it goes on from, by a letter or two. */
function familyOf(index: ArticleIndex, stem: string): string[] {
  const isAlike = (other: string) =>
    Math.min(stem.length, other.length) > 3 &&
    Math.abs(stem.length - other.length) <= 2 &&
    (stem.startsWith(other) || other.startsWith(stem));
  return [...index.postings.keys()].filter((other) => other !== stem && isAlike(other));
}

/** Whether a sentence begins with a word for something that was named before it. */
export const opensWithPronoun = (text: string) => /^["“'‘(]?(?:he|she|it|they|this|these|that|those|his|her|their|its)\b/i.test(text);
