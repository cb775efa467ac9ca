import type { Span } from '../document/span.ts';

const DAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
const UNIT = 'second|minute|hour|day|week|month|year|decade|century|night|morning|afternoon|evening|weekend|summer|winter|spring|autumn';
const COUNT = '(?:the|an?|several|few|some|many|recent|past|\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)';
const CLOCK = '\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm|a\\.m\\.|p\\.m\\.)';

/** Phrases that tell when. How long something lasted, "for two days", is none. */
const DATE = new RegExp(
  [
    `(?:on |since |until |by |from |last |next |this |late |early |of )?(?:${DAY})s?(?: (?:morning|afternoon|evening|night))?`,
    `(?:in |on |since |until |by |from |last |next |this |late |early |mid )?(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?`,
    `(?:on |by )?\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH})(?:,? \\d{4})?`,
    `(?:in|since|until|by|from|last|next|this|of|late|early) (?:${MONTH})(?:,? \\d{4})?`,
    `(?:(?:in|since|until|by|from|between|during|around|after|before) (?:the )?(?:early |late |mid )?)?(?:1\\d|20)\\d\\ds?`,
    `(?:in |since |during |by |of )?(?:the )?\\d{1,2}(?:st|nd|rd|th) centur(?:y|ies)`,
    `(?:between |from |at |around |about |by |until |before |after )?${CLOCK}(?:(?: and | to | until |-)${CLOCK})?`,
    `(?:between|from|at|around|about|by|until|before|after|since) (?:(?:[01]?\\d|2[0-3]):[0-5]\\d|noon|midday|midnight|dawn|dusk)`,
    `(?:yesterday|today|tonight|tomorrow|overnight|recently|nowadays)`,
    `(?:this|last|next|past|that|previous|following|same) (?:${UNIT})`,
    `(?:in|over|during|within|after) (?:${COUNT}[ -]){1,2}(?:${UNIT})s?`,
    `(?:${COUNT}[ -]){1,2}(?:${UNIT})s? (?:ago|later|earlier|before)`,
    `in (?:recent|past|coming) (?:${UNIT})s`,
  ]
    .map((source) => `\\b(?:${source})(?!\\w)`) // "5 p.m." ends with a full stop
    .join('|'),
  'gi',
);

/** A day, or one told from the day of writing. */
const ON_A_DAY = new RegExp(
  `\\b(?:(?:${DAY})|(?:${MONTH})\\.? \\d|yesterday|today|tonight|overnight|(?:this|last) (?:night|morning|week|month))\\b`,
  'i',
);

/** "Since Monday", "before May 5", "the September 11 attacks": something else happened then. */
const ELSE = /\b(?:since|until|before|after|the) $/i;

const CALENDAR = new RegExp(`^(?:${DAY}|${MONTH})s?$`);
const SPAN_OF_TIME = new RegExp(`^(?:${UNIT})$`);

/** Whether a form is a day's or a month's name: Monday, May. */
export const isDayOrMonth = (form: string) => CALENDAR.test(form);

/** Whether a form is a day's or a month's name, or a span of time: Monday, May, week. */
export const isCalendarWord = (form: string) => isDayOrMonth(form) || SPAN_OF_TIME.test(form);

/** The phrases that tell when: first those that tell the day on which something happens, as news does. */
export function datesIn(text: string): { span: Span; isDay: boolean }[] {
  const dates = Array.from(text.matchAll(DATE), ({ index: start, 0: phrase }) => {
    const day = ON_A_DAY.exec(phrase);
    return {
      span: { start, end: start + phrase.length },
      isDay: day !== null && !ELSE.test(text.slice(Math.max(0, start + day.index - 7), start + day.index)),
    };
  });
  return dates.sort((a, b) => Number(b.isDay) - Number(a.isDay));
}
