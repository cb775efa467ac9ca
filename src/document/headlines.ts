import { lineEnd } from './line-end.ts';
import { isEntry, isMoment } from './moments.ts';

/** What a line looks like by itself: a headline, a date, a name. */

const LETTER = /\p{L}/u;

/** Emphasis, rules and pictures around the words of a line: "**People**", "** WATER **", "📌 Rules". */
const DECORATION = /^[\s*_=~#📌]+|[\s*_=~#]+$/gu;

/** "4. ", "4.1 ", "4 · ", "IV. ", "A  ", "§ 3 ": the number of a section; what is behind it begins with a capital or a bracket. */
const SECTION =
  /^(?:§ ?)?(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]|\d{1,2}(?:\.\d{1,3}){0,3}|[IVX]{1,6}[.)]|[IVXLC]{2,6}[.)]|[A-Z](?:\)|\s(?=\s)))\s+(?:[·–—-]\s+)?(?=["“‘'(*…]{0,2}\p{Lu}|["“‘'*…]{0,2}\p{Lo}|\()/u;

const PART =
  /^(?:chapter|part|section|step|phase|stage|article|appendix|annex|day|week|act|scene|book|lesson|unit|module|volume|canto|top|punkt|tag|woche|schritt|jour|semaine|étape|día|semana|paso|giorno|art\.|sec\.|ch\.|kap\.|cap\.|kapitel|teil|abschnitt|artikel|anhang|chapitre|partie|cap[ií]tulo|parte|hoofdstuk|deel)\s+(?:\d{1,3}|[ivxlc]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z])\b/i;

/** How letters begin and end. */
const LETTERLY =
  /^(?:with (?:kind|best|warm|love|many|thanks)|yours|kind regards|best (?:wishes|regards)|warm(?:est|ly)|love|sincerely|regards|cheers|dear|hi|hello|p\.?s\.?)\b/i;

/** Addresses, sums, commands, values, for how many a dish is: they answer. */
const VALUE =
  /[@{}=`\\]|https?:|www\.|\.\w{2,4}\/|[€$£¥]\s?\d|\d\s?[€$£¥%]|\d{5,}|\d\s\d{3}\s\d|(?:^|\s)--?\w|^(?:Serves|Makes|Yields|Feeds|Für|Pour|Para|Per) \d/;

export interface Look {
  /** The line without what decorates it. */
  readonly bare: string;
  readonly words: number;
  /** It is too long for a headline, and nothing else is looked for in it than how it ends. */
  readonly long: boolean;
  /** All of it stands between marks of emphasis. */
  readonly marked: boolean;
  /** It has letters, and all are capitals. */
  readonly capitals: boolean;
  /** How deep its section number is: 1 for "4." or "Chapter 4", 2 for "4.1"; 0 without one. */
  readonly section: number;
  /** It stops as a sentence does. */
  readonly stops: boolean;
  readonly asks: boolean;
  /** A date, a weekday, a time, and nothing else. */
  readonly moment: boolean;
}

/** What is longer than this, in UTF-16 units, is no headline, date or name. */
const SHORT = 150;

/** @param line without white space at its ends */
export function lookOf(line: string): Look {
  const end = lineEnd(line);
  const stops = /(?:[.…。।۔]|[!?！？؟][.!?]*)["'”’»)\]*_]*$/u.test(end);
  const asks = stops && /[?？؟]["'”’»)\]*_]*$/u.test(end);
  if (line.length > SHORT)
    return { bare: line, words: SHORT, long: true, marked: false, capitals: false, section: 0, stops, asks, moment: false };
  const bare = line.replace(DECORATION, '');
  const moment = isMoment(bare);
  return {
    bare,
    words: bare.split(/\s+/).length,
    long: false,
    marked: bare.length < line.length && MARKED.test(line),
    capitals: isCapitals(bare.includes('(') ? bare.replace(/\([^)]*\)/g, '') : bare),
    section: moment || isEntry(bare) ? 0 : sectionOf(bare),
    stops,
    asks,
    moment,
  };
}

/** "**People**", "__People__", "** WATER **", "== Water ==", not "**People** and **water**". */
const MARKED = /^(\*\*\*?|__|==+)\s?(?!\s)(?:(?!\1\s).)*\s?\1$/;

function isCapitals(line: string): boolean {
  return !/\p{Ll}/u.test(line) && /\p{Lu}.*\p{Lu}/u.test(line);
}

function sectionOf(line: string): number {
  if (PART.test(line)) return 1;
  const number = SECTION.exec(line)?.[0];
  if (number === undefined) return 0;
  return line.charAt(number.length) === '(' ? 1 : number.split('.').filter((piece) => /\w/.test(piece)).length;
}

/** Whether a line between blank lines reads as a headline or a subhead. A headline that is not seen costs little; an answer that is taken for one is lost. */
export function looksLikeHeading(line: string, { bare, words, marked, capitals, section, stops, asks }: Look): boolean {
  if (
    line.length > 90 ||
    words > 12 ||
    !LETTER.test(bare) ||
    (/[.…;,:。।۔，；：、]["'”’»)\]]*$/.test(bare) && !/(?:\p{L}\.){2}$/u.test(bare))
  )
    return marked && line.length <= 90 && !/[,;:]$/.test(bare);
  if (marked || (section > 0 && !VALUE.test(bare) && !field(bare) && !states(bare.replace(/^\W*[\d.]+/, '')))) return true;
  if (/;|\p{Ll}{2}[.!?]["'”’)]*\s+\p{Lu}/u.test(bare)) return false;
  if (asks || (stops && words > 6)) return false;
  if (VALUE.test(bare) || LETTERLY.test(bare) || isEntry(bare)) return false;
  if (capitals) return !field(bare);
  if (field(bare) || /\s[·|]\s|\t|\S\s{2,}\S/.test(bare)) return false;
  const first = /[\p{L}\p{N}]/u.exec(bare)?.[0] ?? '';
  if (!/[\p{Lu}\p{Lt}\p{Lo}]/u.test(first)) return false;
  return !states(bare);
}

/** "14 June, 19.30, the laundry room": numbers and commas say when and where, which answers. A year after a comma belongs to a headline. */
export function states(line: string): boolean {
  const commas = line.split(',').length - 1;
  return commas > 0 && /\d/.test(commas > 1 ? line : line.replace(/\([^)]*\)|\b(?:1\d|20)\d\d\b/g, ''));
}

/** Whether a line has a value in it, which answers. */
export function hasValue(line: string): boolean {
  return VALUE.test(line);
}

/** "Opening hours: 9–17": a name and its value on one line. */
export function field(line: string): boolean {
  return /^[^:]{1,50}:\s+\S/.test(line) && !PART.test(line);
}
