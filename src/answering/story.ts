import { quote, type Sentence } from '../article/article.ts';
import type { Span } from '../document/span.ts';
import { type ArticleIndex, timesIn, weightOf } from '../search/article-index.ts';
import { STOP_WORDS } from '../search/words.ts';
import type { FourW } from './asks.ts';
import { datesIn } from './dates.ts';
import { peopleIn, placesIn } from './names.ts';

/** A sentence that may tell the story's main who, where, when or what. */
export interface Told {
  /** Its number in the article, counting from 0. */
  readonly at: number;
  readonly score: number;
  /** The words in it that answer, as offsets into it: a name, "in Aleppo", "on Friday". A what has none. */
  readonly phrase?: Span;
}

/** What counts for a sentence, each from 0 to 1, and how much: learned by `npm run train:story` from stories that were labelled by hand. */
const WEIGHTS = { early: 3.1, who: 2.4, where: 3.2, when: 4.7, day: 2.2, others: 3.4, lead: 0.8, beginning: 2 };
type Values = Readonly<Record<keyof typeof WEIGHTS, number>>;
export const STORY_FEATURES = Object.keys(WEIGHTS) as (keyof Values)[];

/** A story may begin behind a page's menu, and no later than in so many sentences. */
const FIRST_ONES = 40;

/** Phrases are looked for in this many UTF-16 units of a sentence: no real one is longer. */
const LOOKED_AT = 2000;

const DETAILS = ['who', 'where', 'when'] as const;
type Detail = (typeof DETAILS)[number];

/** The article's first sentences that may be quoted as a W alone asks for them, best first, the earlier of two equal ones first. */
export function rankStory(index: ArticleIndex, asks: FourW): Told[] {
  return valuesFor(index, asks)
    .map(({ at, values, phrase }): Told => {
      const score = STORY_FEATURES.reduce((sum, name) => sum + WEIGHTS[name] * values[name], 0);
      return { at, score, ...(phrase && { phrase }) };
    })
    .sort((a, b) => b.score - a.score || a.at - b.at);
}

/** What speaks for each of those sentences, by their numbers in their order, and the phrase that answers. */
export function valuesFor(index: ArticleIndex, asks: FourW): { at: number; values: Values; phrase: Span | undefined }[] {
  const beginning = new Map(
    (index.sentences[0]?.words ?? []).flatMap(({ form, stem }) => (STOP_WORDS.has(form) ? [] : [[stem, weightOf(index, stem)]])),
  );
  const ofAll = sum(beginning.values());
  const first = firstOnes(index, asks);
  const lead = first.find((at) => isWhole(index, at));
  return first.map((at, nth) => {
    const { phrases, isDay } = detailsIn(index, at);
    const says = (w: Detail) => Number(phrases[w].length > 0);
    const isFull = asks === 'who' || asks === 'where'; // those a story tells in full, with all else, where it begins
    const others = DETAILS.filter((w) => w !== asks);
    const values = {
      early: 1 / (1 + nth / 4),
      who: asks === 'who' ? says('who') : 0,
      where: asks === 'where' ? says('where') : 0,
      when: asks === 'when' ? says('when') : 0,
      day: asks === 'when' && isDay ? 1 : 0, // news tells a time by its day
      others: isFull ? sum(others.map(says)) / others.length : 0,
      lead: isFull && at === lead ? 1 : 0,
      beginning: ofAll === 0 ? 0 : sum(Array.from(beginning, ([stem, weight]) => (timesIn(index, at, stem) > 0 ? weight : 0))) / ofAll, // the headline's, or the lead's words
    };
    return { at, values, phrase: asks === 'what' ? undefined : phrases[asks][0] };
  });
}

/** The first sentences that may be quoted, for a what the title as well; all kinds of them where none may. */
function firstOnes({ article: { sentences, blocks } }: ArticleIndex, asks: FourW): number[] {
  const fits = ({ answers, block }: Sentence) => answers || (asks === 'what' && blocks[block]?.kind === 'title');
  const first: number[] = [];
  for (const one of sentences) {
    if (first.length === FIRST_ONES) break;
    if (fits(one)) first.push(one.index);
  }
  return first.length > 0 ? first : [...sentences.slice(0, FIRST_ONES).keys()];
}

/** Whether it is a whole sentence and long enough: the first one, behind the headline and the author's name, is the story's lead. */
function isWhole(index: ArticleIndex, at: number): boolean {
  return (index.sentences[at]?.words.length ?? 0) >= SHORTEST_LEAD && /[.!?]["”’')]*$/.test(quote(index.article, at).text.slice(-10));
}

/** A shorter sentence only leads up to the story. */
const SHORTEST_LEAD = 8;

/** The phrases of a sentence that answer each W, the likeliest first, and whether the first of its times is a day. */
function detailsIn(index: ArticleIndex, at: number): { phrases: Record<Detail, readonly Span[]>; isDay: boolean } {
  const text = quote(index.article, at).text.slice(0, LOOKED_AT);
  const words = (index.sentences[at]?.words ?? []).filter(({ end }) => end <= LOOKED_AT);
  const dates = datesIn(text);
  const phrases = { who: peopleIn(index, words, text), where: placesIn(index, words, text), when: dates.map(({ span }) => span) };
  return { phrases, isDay: dates[0]?.isDay ?? false };
}

const sum = (values: Iterable<number>) => Array.from(values).reduce((all, one) => all + one, 0);
