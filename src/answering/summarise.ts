import { sentencesAbove } from '../article/above.ts';
import { quote } from '../article/article.ts';
import type { Kind } from '../document/block.ts';
import { type ArticleIndex, weightOf } from '../search/article-index.ts';
import { bm25 } from '../search/bm25.ts';
import { corrected } from '../search/spelling.ts';
import { STOP_WORDS, stemOf, wordsOf } from '../search/words.ts';
import { withAntecedents } from './antecedent.ts';
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

/** So many sentences, the first ones, are weighed, and so many of them compared with one another: a longer article costs no more. */
const WEIGHED = 1000;
const LOOKED_AT = 200;

/** What summaries are made of: of whole sentences in prose, and of what else may be quoted only where there isn't enough of that. */
const TIERS = 3;
const TIER: Readonly<Partial<Record<Kind, number>>> = { paragraph: 0, quotation: 0, item: 1, row: 2, code: 2 };

/** A sentence of fewer words is none that sums up anything. */
const SHORTEST = 4;
const WHOLE = /\p{Sentence_Terminal}["'”’»)\]]*$/u;

/**
 * The sentences that sum an article up, by their numbers in its order: those that say who, where, when and what come before others, none says
 * what another does, and one that begins with a pronoun comes with the one that says who or what is meant.
 * @param most how many sentences, at least 1
 * @param topic only what bears on it; empty: the whole article
 * @returns none where the article has nothing on the topic
 */
export function summarise(index: ArticleIndex, most: number, topic: string): number[] {
  const bearing = topic.trim() === '' ? undefined : bearingOn(index, topic);
  const likeness = likenessIn(index);
  const chosen = new Set<number>();
  for (const some of tiersOf(index)) {
    if (chosen.size === most) break;
    if (!bearing) for (const at of leads(index, some)) take(index, at, most, chosen);
    const worth = bearing ?? worthOfEach(index, some);
    const best = some.flatMap((at) => (worth.get(at) === undefined ? [] : at)).sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0));
    const left = new Set(best.slice(0, LOOKED_AT));
    while (chosen.size < most && left.size > 0) {
      const { at, like } = bestOf(left, worth, chosen, likeness);
      left.delete(at);
      if (like < TWICE) take(index, at, most, chosen);
    }
  }
  return [...chosen].sort((a, b) => a - b);
}

/** The sentences that may be quoted, by their numbers: whole ones in prose first; all of them where none may. */
function tiersOf(index: ArticleIndex): readonly (readonly number[])[] {
  const { sentences, blocks } = index.article;
  const tiers = Array.from({ length: TIERS }, (): number[] => []);
  for (const { index: at, block } of sentences) {
    const tier = TIER[blocks[block]?.kind ?? 'separator'];
    if (tier !== undefined) tiers[tier === 0 && !isWhole(index, at) ? 1 : tier]?.push(at);
  }
  return tiers.some(({ length }) => length > 0) ? tiers : [[...sentences.keys()]];
}

function isWhole(index: ArticleIndex, at: number): boolean {
  const { start = 0, end = 0 } = index.article.sentences[at] ?? {};
  return (index.sentences[at]?.words.length ?? 0) >= SHORTEST && WHOLE.test(index.article.text.slice(Math.max(start, end - 8), end));
}

/** Those of some sentences that say who, where, when and what. */
function leads(index: ArticleIndex, some: readonly number[]): number[] {
  const among = new Set(some);
  return FOUR_WS.flatMap((asks) => rankStory(index, asks).find(({ at }) => among.has(at))?.at ?? []);
}

/** Chooses a sentence with those before it that say who "he" is, where they can be told and there is room for all of them. */
function take(index: ArticleIndex, at: number, most: number, chosen: Set<number>): void {
  const needed = withAntecedents(index, at);
  if (needed && new Set([...chosen, ...needed]).size <= most) for (const one of needed) chosen.add(one);
}

/** The sentence that is worth most beside those that are chosen, and how like one of these it is. */
function bestOf(left: ReadonlySet<number>, worth: ReadonlyMap<number, number>, chosen: ReadonlySet<number>, likeness: Likeness) {
  let best = { at: -1, like: 0, value: Number.NEGATIVE_INFINITY };
  for (const at of left) {
    const like = Math.max(0, ...Array.from(chosen, (other) => likeness(at, other)));
    const value = (worth.get(at) ?? 0) - REPEATED * Math.max(0, like - ALIKE);
    if (value > best.value) best = { at, like, value };
  }
  return best;
}

type Likeness = (at: number, other: number) => number;

/** The cosine between what the stems of two sentences weigh: 0 where they share none, 1 where they have the same. */
function likenessIn(index: ArticleIndex): Likeness {
  const known = new Map<number, Weighed>();
  const weighed = (at: number) => {
    const one = known.get(at) ?? weigh(index, at);
    known.set(at, one);
    return one;
  };
  return (at, other) => {
    if (at === other) return 1;
    const [one, two] = [weighed(at), weighed(other)];
    let shared = 0;
    for (const [stem, square] of one.squares) if (two.squares.has(stem)) shared += square;
    return shared === 0 ? 0 : shared / (one.length * two.length);
  };
}

/** A sentence's stems, each with the square of what it weighs, and the length of all of them as a vector. */
interface Weighed {
  readonly squares: ReadonlyMap<string, number>;
  readonly length: number;
}

function weigh(index: ArticleIndex, at: number): Weighed {
  const stems = index.sentences[at]?.words.flatMap(({ form, stem }) => (STOP_WORDS.has(form) ? [] : stem)) ?? [];
  const squares = new Map(stems.map((stem) => [stem, weightOf(index, stem) ** 2]));
  return { squares, length: Math.sqrt([...squares.values()].reduce((sum, square) => sum + square, 0)) };
}

/** What each of the first of some sentences is worth, by its number. */
function worthOfEach(index: ArticleIndex, some: readonly number[]): Map<number, number> {
  return new Map(some.slice(0, WEIGHED).map((at, nth) => [at, worthOf(index, at, nth, nth === some.length - 1)]));
}

/** @param nth how many come before it, of those that it is compared with */
function worthOf(index: ArticleIndex, at: number, nth: number, isLast: boolean): number {
  const [words, text] = [index.sentences[at]?.words ?? [], quote(index.article, at).text];
  const shared = new Set(
    words.filter(({ stem }) => stem.length > 3 && (index.postings.get(stem)?.length ?? 0) > 1).map(({ stem }) => stem),
  );
  const values: Record<keyof typeof WEIGHTS, number> = {
    early: 1 / (1 + nth / 4),
    connected: shared.size / Math.max(8, words.length),
    names: Math.min(1, names(index, words, text).length / 3),
    numbers: words.some(({ form }) => /^\d/.test(form)) ? 1 : 0,
    long: Math.min(1, words.length / 25),
    'a question': /\?["”’']?$/.test(text) ? 1 : 0,
    last: isLast ? 1 : 0,
  };
  return (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).reduce((sum, name) => sum + WEIGHTS[name] * values[name], 0);
}

/** So many words of a topic count: nobody names one in more, and it takes long to correct their spelling in a large article. */
const TOPIC_WORDS = 12;

/** How much the sentences that have something on a topic have on it, by their numbers. */
function bearingOn(index: ArticleIndex, topic: string): Map<number, number> {
  const words = wordsOf(topic)
    .filter(({ form }) => !STOP_WORDS.has(form))
    .slice(0, TOPIC_WORDS);
  const stems = words.map((word) => stemOf(corrected(index, word) ?? word.form));
  const family = bm25(
    index,
    stems.flatMap((stem) => familyOf(index, stem)),
  );
  const bears = Array.from(bm25(index, stems), (own, at) => own + RELATED * (family[at] ?? 0));
  const worth = Array.from(sentencesAbove(index.article), ([at, lines]): [number, number] => {
    const most = lines.reduce((best, line) => Math.max(best, bears[line] ?? 0), 0);
    return [at, (bears[at] ?? 0) + UNDER * most];
  });
  return new Map(worth.filter(([, own]) => own > 0));
}

/** What a heading or a question has on the topic counts for less in what stands below it. */
const UNDER = 0.5;

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
