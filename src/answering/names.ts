import type { Span } from '../document/span.ts';
import { type ArticleIndex, isCapital } from '../search/article-index.ts';
import { STOP_WORDS, type Word } from '../search/words.ts';
import { isDayOrMonth } from './dates.ts';

/** A phrase in a sentence, by its words: `words.slice(from, to)`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Names in a sentence: runs of capitalised words, days and months left out. */
export function names(index: ArticleIndex, words: readonly Word[], text: string): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!isNamePart(index, words, i)) continue;
    let to = i + 1;
    while (to < words.length && isNamePart(index, words, to) && /^[ .-]*$/.test(text.slice(words[to - 1]?.end, words[to]?.start))) to++;
    runs.push({ from: i, to });
    i = to - 1;
  }
  return runs;
}

function isNamePart(index: ArticleIndex, words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (!word || !isCapital(word.text) || STOP_WORDS.has(word.form) || isDayOrMonth(word.form)) return false;
  if (index.names.has(word.form)) return true;
  const next = words[i + 1];
  return i > 0 || (next !== undefined && isCapital(next.text) && index.names.has(next.form));
}

export function spanOf(words: readonly Word[], { from, to }: Run): Span {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

/** Names that can be a person's: of no place that is known, and behind no preposition of place. */
export function somebodyIn(index: ArticleIndex, words: readonly Word[], text: string): Run[] {
  return names(index, words, text).filter((run) => !isBehind(words, run.from) && !isPlace(words, run));
}

/** Names that can be somebody's, those of places behind the others: a country can do something as well. */
export function peopleIn(index: ArticleIndex, words: readonly Word[], text: string): Span[] {
  return names(index, words, text)
    .filter(({ from }) => !isBehind(words, from))
    .sort((a, b) => Number(isPlace(words, a)) - Number(isPlace(words, b)))
    .map((run) => spanOf(words, withNoun(words, text, run)));
}

/** Names of places, with the preposition in front of them: first those in which something happens, then those that are known for places. */
export function placesIn(index: ArticleIndex, words: readonly Word[], text: string): Span[] {
  const rank = (run: Run) => Number(INSIDE.has(words[placeStart(words, run.from)]?.form ?? '')) + Number(isPlace(words, run));
  return names(index, words, text)
    .filter((run) => isBehind(words, run.from) || isPlace(words, run))
    .sort((a, b) => rank(b) - rank(a))
    .map((run) => spanOf(words, { ...withNoun(words, text, run), from: placeStart(words, run.from) }));
}

/** Prepositions in front of a place: where something is, and where it goes. */
const INSIDE = new Set('in at near around outside inside across through'.split(' '));
const TOWARDS = new Set('from into towards reached entered'.split(' '));
const isPreposition = (form: string) => INSIDE.has(form) || TOWARDS.has(form);

/** Whether a preposition of place stands in front of a name. */
const isBehind = (words: readonly Word[], from: number) => placeStart(words, from) < from;

/**
 * Where the phrase of a place begins: at its preposition ("in Aleppo", "from the northern Aleppo", "in the city of Aleppo"), or at the name where
 * it has none.
 */
function placeStart(words: readonly Word[], from: number): number {
  const form = (i: number) => words[i]?.form ?? '';
  let start = from;
  if (form(from - 1) === 'of' && KIND.test(form(from - 2))) start -= 2;
  if (BETWEEN.test(form(start - 1))) start--;
  return isPreposition(form(start - 1)) ? start - 1 : from;
}

const KIND = /^(?:city|town|village|district|province|region|island)$/;
const BETWEEN = /^(?:the|neighboring|neighbouring|northern|southern|eastern|western|central|nearby)$/;

/** A name that says where something is from, with what that is: "Syrian forces", "the Syrian capital". */
function withNoun(words: readonly Word[], text: string, run: Run): Run {
  const [last, next] = [words[run.to - 1], words[run.to]];
  if (!last || !next || !/(?:ian|ean|ese|ish)$/.test(last.form) || !/^\p{Ll}/u.test(next.text)) return run;
  const isNoun = !STOP_WORDS.has(next.form) && !SPEECH.has(next.stem) && !/ed$/.test(next.form) && text.slice(last.end, next.start) === ' ';
  return isNoun ? { ...run, to: run.to + 1 } : run;
}

/** Stems of the verbs of speech. */
export const SPEECH: ReadonlySet<string> = new Set(
  'sai say tell report claim announc deni state explain add ask declar warn insist'.split(' '),
);

/** Whether a name has that of a country, a state or a great city in it. */
const isPlace = (words: readonly Word[], { from, to }: Run) => words.slice(from, to).some(({ form }) => PLACES.has(form));

/** A place's name mostly, where two words make one its telling word; cities that are in the news far beyond their country. */
const PLACES: ReadonlySet<string> = new Set(
  `afghanistan africa albania algeria america angola argentina armenia asia australia austria azerbaijan bahrain bangladesh belarus belgium
  bolivia bosnia botswana brazil britain bulgaria burma cambodia cameroon canada chile china colombia congo croatia cuba cyprus denmark ecuador
  egypt england eritrea estonia ethiopia europe finland france gaza georgia germany ghana greece guatemala guinea haiti honduras hungary
  iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea kosovo kuwait laos latvia lebanon liberia
  libya lithuania macedonia malaysia mali malta mexico moldova mongolia morocco mozambique myanmar namibia nepal netherlands nicaragua niger
  nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia
  singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tanzania thailand tunisia turkey uganda uk ukraine uruguay
  usa uzbekistan venezuela vietnam wales yemen zambia zimbabwe
  alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware florida hawaii idaho illinois indiana iowa kansas
  kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey ohio
  oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming
  athens atlanta baghdad beijing beirut berlin boston brussels cairo chicago dallas damascus delhi denver detroit dublin geneva houston
  istanbul jerusalem kabul london madrid manchester miami moscow mumbai orlando paris philadelphia rome seattle shanghai sydney tehran tokyo
  toronto vienna washington york`.split(/\s+/),
);
