import type { Span } from '../article/span.ts';
import type { Asks, Measure } from './asks.ts';

const DAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
const UNIT = 'second|minute|hour|day|week|month|year|decade|century|night|morning|afternoon|evening|weekend|summer|winter|spring|autumn';
const NUMBER =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion';

const DATE = new RegExp(
  [
    `(?:on |since |until |by |from |last |next |this |late |early |of )?(?:${DAY})s?(?: (?:morning|afternoon|evening|night))?`,
    `(?:in |on |since |until |by |from |last |next |this |late |early |mid )?(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?`,
    `(?:on |by )?\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH})(?:,? \\d{4})?`,
    `(?:in|since|until|by|from|last|next|this|of|late|early) (?:${MONTH})(?:,? \\d{4})?`,
    `(?:(?:in|since|until|by|from|between|during|around|after|before) (?:the )?(?:early |late |mid )?)?(?:1[0-9]|20)\\d\\d(?:s|[–-]\\d{2,4})?(?: (?:to|and|until) (?:1[0-9]|20)\\d\\d)?`,
    `(?:in |since |during |by |of )?(?:the )?(?:early |late |mid )?\\d{1,2}(?:st|nd|rd|th) (?:and \\d{1,2}(?:st|nd|rd|th) )?centur(?:y|ies)`,
    `(?:between |from |at |around |about |by |until |before |after )?\\d{1,2}(?:[:.]\\d\\d)?(?: ?(?:am|pm|a\\.m\\.|p\\.m\\.))(?:(?: and | to | until |-)\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm|a\\.m\\.|p\\.m\\.))?`,
    `(?:between|from|at|around|about|by|until|before|after|since) (?:(?:[01]?\\d|2[0-3]):[0-5]\\d|noon|midday|midnight|dawn|dusk)`,
    `(?:yesterday|today|tonight|tomorrow|recently|nowadays)`,
    `(?:this|last|next|past|that|previous|following|same) (?:${UNIT})`,
    `(?:in |for |over |during |within |after )?(?:(?:the|an?|several|few|some|many|recent|past|\\d+|${NUMBER})[ -]){1,2}(?:${UNIT})s?(?: (?:ago|later|earlier|before))?`,
    `for (?:${UNIT})s`,
    `in (?:recent|past|coming) (?:${UNIT})s`,
  ]
    .map((source) => `\\b(?:${source})(?!\\w)`) // "5 p.m." ends with a full stop
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

/** A number, in figures or in words. */
const COUNT = `(?:\\d(?:[\\d.,]*\\d)?|${NUMBER})(?:[ -](?:${NUMBER}))*`;

const AGE = new RegExp(
  [
    `\\b${COUNT}[ -](?:${UNIT})s?(?: and ${COUNT}[ -](?:${UNIT})s?)?[ -](?:old|of age)\\b`,
    `\\b(?:aged?|age of|turned|turns) (?:\\d{1,3}|${NUMBER})\\b(?![:.]\\d)`,
    `\\bat (?:the age of )?\\d{1,2}(?=[,.;]|$| (?:he|she|they)\\b)`,
    `(?<=\\p{L} \\()\\d{1,3}(?=\\))`,
    `(?<=\\p{L}, )\\d{1,3}(?=[,.;])`,
    `(?<=\\b(?:is|was|am|be) )(?:\\d{1,2}|${NUMBER})(?=[,.;)]| (?:and|when|at)\\b|$)`,
    `\\b(?:born|built|made|founded|established|opened|completed|finished|since|dates?|dating)\\b[^.;]{0,40}?\\b(?:1\\d|20)\\d\\d\\b`,
    `\\b\\d{1,2}(?:st|nd|rd|th) (?:century|birthday)\\b`,
  ].join('|'),
  'giu',
);

const FREQUENCY = new RegExp(
  [
    `once (?:a|an|per|every|each|in) (?:\\w+ )?(?:${UNIT}|${DAY})s?`,
    `(?:twice|${COUNT} times)(?: (?:a|an|per|every|each) \\w+)?`,
    `(?:every|each) (?:other |few |\\w+ )?(?:${UNIT}|${DAY}|${COUNT})s?`,
    `(?:hourly|daily|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually|annual)`,
    `(?:always|never|often|rarely|seldom|sometimes|usually|regularly|occasionally|frequently)`,
    `on (?:${DAY})s|per (?:day|week|month|year)`,
  ]
    .map((source) => `\\b(?:${source})\\b`)
    .join('|'),
  'gi',
);

const CODE = 'usd|eur|gbp|chf|sek|nok|dkk|jpy|cny|inr|aud|cad|nzd';
const COUNTRY = 'u\\.?s\\.?|american|australian|canadian|hong kong|swiss|swedish';
const CURRENCY =
  'dollars?|euros?|pounds?|cents?|pence|francs?|marks?|guilders?|lira|lire|yen|yuan|rupees?|rou?bles?|kron(?:or|er|a|e)|pesos?|bucks?|shillings?|guineas?|crowns?';

const MONEY = new RegExp(
  [
    `[$€£¥₹] ?\\d(?:[\\d.,–-]*\\d)?(?: (?:${NUMBER})| ?[kmb]n?\\b)?`,
    `\\b${COUNT} ?(?:[€£]|(?:${CODE}|p)\\b)`,
    `\\b(?:${CODE}|rs\\.?) ?\\d(?:[\\d.,]*\\d)?(?: (?:${NUMBER}))?`,
    `\\b(?:an?|${COUNT})[ -](?:(?:${COUNTRY}) )?(?:${CURRENCY})\\b`,
    `\\b(?:free of charge|for free|for nothing|at no cost|(?:is|are|admission|entry|entrance) free)\\b`,
  ].join('|'),
  'gi',
);

const CALENDAR = new RegExp(`^(?:${DAY}|${MONTH})s?$`);
const SPAN_OF_TIME = new RegExp(`^(?:${UNIT})$`);

/** Whether a form is a day's or a month's name: Monday, May. */
export const isDayOrMonth = (form: string) => CALENDAR.test(form);

/** Whether a form is a day's or a month's name, or a span of time: Monday, May, week. */
export function isCalendarWord(form: string): boolean {
  return isDayOrMonth(form) || SPAN_OF_TIME.test(form);
}

/** Whether a text tells a time as news does: by its day, or from the day of writing. */
export const saysDay = (text: string) => ON_A_DAY.test(text.slice(0, LOOKED_AT));

/** Phrases are looked for in this many UTF-16 units of a sentence: no real one is longer. */
export const LOOKED_AT = 2000;

/** What in a text could answer a question for a time, an amount or a measure; nothing for any other question. */
export function figuresIn(kind: Asks | Measure, text: string): Span[] {
  switch (kind) {
    case 'when':
      return spans(text, DATE).filter(({ start, end }) => !LASTS.test(text.slice(start, end)));
    case 'how long':
      return durations(text);
    case 'how many':
      return amounts(text);
    case 'age':
      return spans(text, AGE);
    case 'frequency':
      return spans(text, FREQUENCY);
    case 'money':
      return spans(text, MONEY);
    default:
      return [];
  }
}

/** A span of time is an amount, and no date. */
const COUNTED = new RegExp(`\\b(?:${UNIT})s?\\b`, 'i');

/** From when, or until when: it tells how long as well. */
const ENDS = /^(?:since|until|from|between)\b/i;

const LENGTH = new RegExp(
  `\\b(?:${COUNT}|dozens of|hundreds of|thousands of)[ -](?:(?:${UNIT})s?|(?:kilo|centi|milli)?met(?:re|er)s?|km|cm|mm|m|miles?|yards?|f(?:ee|oo)t|ft|inch(?:es)?|pages?)\\b(?!-old)`,
  'gi',
);

/** How long something lasts or is: spans of time, lengths, and dates from which or until which; behind these other dates, since two of them tell it as well. */
function durations(text: string): Span[] {
  const dates = spans(text, DATE).filter(({ start, end }) => !CLOCK.test(text.slice(start, end)));
  const lasts = ({ start, end }: Span) => COUNTED.test(text.slice(start, end)) || ENDS.test(text.slice(start, end));
  const apartFrom = (others: readonly Span[]) => (one: Span) => !others.some(({ start, end }) => start < one.end && one.start < end);
  const lasting = dates.filter(lasts);
  const lengths = spans(text, LENGTH).filter(apartFrom(lasting));
  const others = dates.filter((date) => !lasts(date)).filter(apartFrom(lengths));
  return [...[...lasting, ...lengths].sort((a, b) => a.start - b.start), ...others];
}

const CLOCK = /\d[:.]\d|\b(?:[ap]\.?m|noon|midday|midnight|dawn|dusk)\b/i;

/** A year in front of a noun is none, but a number: "around 1500 soldiers"; and "12 may have died" is in no May. */
const NO_DATE =
  /^[^\d]*(?:\d{4} (?:and|to) )?\d{4} (?!(?:a|an|and|as|at|but|by|for|from|he|her|his|in|is|it|its|of|on|or|she|that|the|they|to|was|were|when|which|who|with)\b)\p{Ll}|\d (?:may|march|sat|sun)\b/u;

/** Amounts: no dates, and not "one more bastion". */
function amounts(text: string): Span[] {
  const dates = spans(text, DATE).filter(
    ({ start, end }) => !COUNTED.test(text.slice(start, end)) && !NO_DATE.test(text.slice(start, end + 12)),
  );
  const isInDate = (one: Span) => dates.some(({ start, end }) => start <= one.start && one.end <= end && end - start > one.end - one.start);
  return spans(text, AMOUNT).filter((one) => !isInDate(one) && !/^one$/i.test(text.slice(one.start, one.end)));
}

/** Where a pattern, a global one, stands in a text. */
export function spans(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ start: index, end: index + length }));
}
