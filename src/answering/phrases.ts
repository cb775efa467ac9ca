import type { Span } from '../article/span.ts';
import { type ArticleIndex, type IndexedSentence, isCapital } from './article-index.ts';
import type { Measure } from './asks.ts';
import { isPlace } from './kinds.ts';
import { type Question, SPEECH } from './question.ts';
import { STOP_WORDS, type Word } from './words.ts';

/** A phrase in a sentence, by its words: `words.slice(from, to)`. */
interface Run {
  readonly from: number;
  readonly to: number;
}

const DAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
const UNIT = 'second|minute|hour|day|week|month|year|decade|century|night|morning|afternoon|evening|weekend|summer|winter|spring|autumn';
const NUMBER =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion';

const DATE = new RegExp(
  [
    `(?:on |since |until |by |last |next |this |late |early |of )?(?:${DAY})s?(?: (?:morning|afternoon|evening|night))?`,
    `(?:in |on |since |until |by |last |next |this |late |early |mid )?(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?`,
    `(?:on |by )?\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH})(?:,? \\d{4})?`,
    `(?:in|since|until|by|last|next|this|of|late|early) (?:${MONTH})(?:,? \\d{4})?`,
    `(?:(?:in|since|until|by|from|between|during|around|after|before) (?:the )?(?:early |late |mid )?)?(?:1[0-9]|20)\\d\\d(?:s|[–-]\\d{2,4})?(?: (?:to|and|until) (?:1[0-9]|20)\\d\\d)?`,
    `(?:in |since |during |by |of )?(?:the )?(?:early |late |mid )?\\d{1,2}(?:st|nd|rd|th) (?:and \\d{1,2}(?:st|nd|rd|th) )?centur(?:y|ies)`,
    `(?:between |from |at |around |about |by |until |before |after )?\\d{1,2}(?:[:.]\\d\\d)?(?: ?(?:am|pm|a\\.m\\.|p\\.m\\.))(?:(?: and | to | until |-)\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm|a\\.m\\.|p\\.m\\.))?`,
    `(?:between |from |at |around |about |by |until |before |after )?(?:(?:[01]?\\d|2[0-3]):[0-5]\\d|noon|midday|midnight|dawn|dusk)`,
    `(?:yesterday|today|tonight|tomorrow|recently|nowadays)`,
    `(?:this|last|next|past|that|previous|following|same) (?:${UNIT})`,
    `(?:in |for |over |during |within |after )?(?:(?:the|an?|several|few|some|many|recent|past|\\d+|${NUMBER})[ -]){1,2}(?:${UNIT})s?(?: (?:ago|later|earlier|before))?`,
    `for (?:${UNIT})s`,
    `in (?:recent|past|coming) (?:${UNIT})s`,
  ]
    .map((source) => `\\b(?:${source})\\b`)
    .join('|'),
  'gi',
);

const AMOUNT = new RegExp(
  `(?:[$€£¥] ?)?\\b(?:\\d[\\d.,]*\\d|\\d|(?:${NUMBER}|dozens|hundreds|thousands|millions|half|twice|several|few)\\b)(?:[ -](?:${NUMBER}|percent|per cent|of thousands))?%?`,
  'gi',
);

/** Not "since Monday", "before May 5" or "the September 11 attacks": something else happened then. */
const ON_A_DAY = new RegExp(
  `(?<!\\b(?:since|until|before|after|the) )\\b(?:(?:${DAY})|(?:${MONTH})\\.? \\d|yesterday|today|tonight|overnight|(?:this|last) (?:night|morning|week|month))\\b`,
  'i',
);

/** How long something lasts, and not when it is. */
const LASTS = new RegExp(`^for |^(?:(?:the|an?|several|few|some|many|\\d+|${NUMBER})[ -])+(?:${UNIT})s?$|-(?:${UNIT})s?$`, 'i');

/** What a measure is given in. */
const COUNT = `(?:\\d(?:[\\d.,]*\\d)?|${NUMBER})(?:[ -](?:${NUMBER}))*`;

const AGE = new RegExp(
  [
    `\\b${COUNT}[ -](?:${UNIT})s?(?: and ${COUNT}[ -](?:${UNIT})s?)?[ -](?:old|of age)\\b`,
    `\\b(?:aged?|age of|age at|turned|turns|at) \\d{1,3}\\b(?![:.]\\d| ?[ap]\\.?m\\b)`,
    `(?<=\\p{L}, )\\d{1,3}(?=[,.;])`,
    `(?<=\\b(?:is|was|am|be) )(?:\\d{1,2}|${NUMBER})(?=[,.;)]| (?:and|when|at)\\b|$)`,
    `\\b(?:born|built|made|founded|established|opened|completed|finished|since|dates?|dating)\\b[^.;]{0,40}?\\b(?:1\\d|20)\\d\\d\\b`,
    `\\b\\d{1,2}(?:st|nd|rd|th) (?:century|birthday)\\b`,
  ].join('|'),
  'giu',
);

const FREQUENCY = new RegExp(
  `\\b(?:(?:once|twice|${COUNT} times)(?: (?:a|an|per|every|each) \\w+)?|(?:every|each) (?:other |few |\\w+ )?(?:${UNIT}|${DAY}|${COUNT})s?|(?:hourly|daily|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually|annual|always|never|often|rarely|seldom|sometimes|usually|regularly|occasionally|frequently)|on (?:${DAY})s|(?:per|a) (?:${UNIT}))\\b`,
  'gi',
);

const MONEY = new RegExp(
  `[$€£¥₹] ?\\d(?:[\\d.,]*\\d)?(?: (?:${NUMBER})| ?[kmb]n?\\b)?|\\b(?:usd|eur|gbp|chf|sek|nok|dkk|jpy|cny|inr|aud|cad|nzd|rs\\.?) ?\\d(?:[\\d.,]*\\d)?(?: (?:${NUMBER}))?|\\b${COUNT}[ -](?:\\w+ )?(?:dollars?|euros?|pounds?|cents?|pence|francs?|marks?|guilders?|lira|lire|yen|yuan|rupees?|rou?bles?|kron(?:or|er|a|e)|pesos?|bucks?|shillings?|crowns?)\\b|\\b(?:free|for nothing)\\b`,
  'gi',
);

const REASON = /\b(?:because|due to|so that|in order to|in protest|as a result|after|since|caused|to|for)\b/gi;

/** Prepositions in front of a place. */
const AT = new Set('in at to from near into of around outside inside across through reached entered towards'.split(' '));

const CALENDAR = new RegExp(`^(?:${DAY}|${MONTH})s?$`);
const SPAN_OF_TIME = new RegExp(`^(?:${UNIT})$`);

/** Whether a form is a day's or a month's name, or a span of time: Monday, May, week. */
export function isCalendarWord(form: string): boolean {
  return CALENDAR.test(form) || SPAN_OF_TIME.test(form);
}

/** Whether a text tells a time as news does: by its day, or from the day of writing. */
export const saysDay = (text: string) => ON_A_DAY.test(text.slice(0, LOOKED_AT));

/** Phrases are looked for in this many UTF-16 units of a sentence: no real one is longer. */
const LOOKED_AT = 2000;

/** A phrase that could be an answer, as a span in its sentence, and the stems of its words, stop words left out. */
interface Phrase extends Span {
  readonly stems: readonly string[];
}

/** What kind of phrase answers. */
type Kind = Question['asks'] | Measure;

/** The phrases of each kind that have been looked for in a sentence; they are kept as long as it is. */
const kept = new WeakMap<IndexedSentence, Map<Kind, readonly Phrase[]>>();

/** The phrases in a sentence that could be an answer of this kind and do not repeat the question, as spans in the sentence. */
export function phrasesFor(
  { asks, measure, stems }: Question,
  index: ArticleIndex,
  sentence: IndexedSentence,
  text: string,
): readonly Phrase[] {
  const kind = measure ?? asks;
  let known = kept.get(sentence);
  if (!known) {
    known = new Map();
    kept.set(sentence, known);
  }
  let phrases = known.get(kind);
  if (!phrases) {
    phrases = phrasesIn(kind, index, sentence, text.slice(0, LOOKED_AT));
    known.set(kind, phrases);
  }
  return kind === 'why' ? phrases : phrases.filter((phrase) => phrase.stems.some((stem) => !stems.has(stem)));
}

function phrasesIn(kind: Kind, index: ArticleIndex, sentence: IndexedSentence, text: string): Phrase[] {
  const words = sentence.words.filter(({ end }) => end <= LOOKED_AT);
  return spansIn(kind, index, words, text).map(({ start, end }) => {
    const inside = words.filter((word) => word.start >= start && word.end <= end && !STOP_WORDS.has(word.form));
    return { start, end, stems: inside.map(({ stem }) => stem) };
  });
}

function spansIn(kind: Kind, index: ArticleIndex, words: readonly Word[], text: string): Span[] {
  switch (kind) {
    case 'when':
      return spans(text, DATE).filter(({ start, end }) => !LASTS.test(text.slice(start, end)));
    case 'how long':
      return spans(text, DATE);
    case 'how many':
      return amounts(text);
    case 'age':
      return spans(text, AGE);
    case 'frequency':
      return spans(text, FREQUENCY);
    case 'money':
      return spans(text, MONEY);
    case 'who':
      return names(index, words, text)
        .filter((run) => isActor(words, run.from) && !isAlonePlace(words, text, run))
        .map((run) => spanOf(words, withNoun(words, text, run)));
    case 'where':
      return names(index, words, text)
        .filter((run) => kindOf(words, run) ?? isBehind(words, run))
        .sort((a, b) => Number(isBehind(words, b)) - Number(isBehind(words, a)))
        .map((run) => spanOf(words, { ...withNoun(words, text, run), from: placeStart(words, run.from) }));
    case 'why':
      return spans(text, REASON);
    default:
      return [];
  }
}

/** A span of time is an amount, and no date. */
const COUNTED = new RegExp(`\\b(?:${UNIT})s?\\b`, 'i');

/** Amounts: no dates, and not "one more bastion". */
function amounts(text: string): Span[] {
  const dates = spans(text, DATE).filter(({ start, end }) => !COUNTED.test(text.slice(start, end)));
  const isInDate = (one: Span) => dates.some(({ start, end }) => start <= one.start && one.end <= end && end - start > one.end - one.start);
  return spans(text, AMOUNT).filter((one) => !isInDate(one) && !/^one$/i.test(text.slice(one.start, one.end)));
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
  if (!word || !isCapital(word.text) || STOP_WORDS.has(word.form) || CALENDAR.test(word.form)) return false;
  if (index.names.has(word.form)) return true;
  const next = words[i + 1];
  return i > 0 || (next !== undefined && isCapital(next.text) && index.names.has(next.form));
}

export function spanOf(words: readonly Word[], { from, to }: Run): Span {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

/** A name that says where something is from, with what that is: "Syrian forces", "the Syrian capital". */
function withNoun(words: readonly Word[], text: string, run: Run): Run {
  const [last, next] = [words[run.to - 1], words[run.to]];
  if (!last || !next || !/(?:ian|ean|ese|ish)$/.test(last.form) || !/^\p{Ll}/u.test(next.text)) return run;
  const isNoun = !STOP_WORDS.has(next.form) && !SPEECH.has(next.stem) && !/ed$/.test(next.form) && text.slice(last.end, next.start) === ' ';
  return isNoun ? { ...run, to: run.to + 1 } : run;
}

/** Whether a name can be somebody: a place's preposition in front of it says that it is none. */
function isActor(words: readonly Word[], from: number): boolean {
  const before = words[from - 1]?.form ?? '';
  return before === 'of' || before === 'to' || !AT.has(before);
}

/** Whether a name is a place's, by what its words mean. */
function kindOf(words: readonly Word[], { from, to }: Run): boolean | undefined {
  return isPlace(words.slice(from, to).map(({ form }) => form));
}

/** Whether a name is a place's, and not what "Syrian troops" or "Lebanon's president" come from. */
function isAlonePlace(words: readonly Word[], text: string, { to }: Run): boolean {
  const [last, next] = [words[to - 1], words[to]];
  const goesOn = last && next && !STOP_WORDS.has(next.form) && text.slice(last.end, next.start) === ' ';
  return !goesOn && kindOf(words, { from: to - 1, to }) === true;
}

/** Whether a preposition of place stands in front of a name. */
function isBehind(words: readonly Word[], { from }: Run): boolean {
  return placeStart(words, from) < from;
}

/** Where the phrase of a place begins: at its preposition ("in Aleppo", "from the northern Aleppo"), or at the name where it has none. */
function placeStart(words: readonly Word[], from: number): number {
  const form = (i: number) => words[i]?.form ?? '';
  if (AT.has(form(from - 1))) return from - 1;
  return BETWEEN.test(form(from - 1)) && AT.has(form(from - 2)) ? from - 2 : from;
}

const BETWEEN = /^(?:the|neighboring|neighbouring|northern|southern|eastern|western|central|nearby)$/;

function spans(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ start: index, end: index + length }));
}
