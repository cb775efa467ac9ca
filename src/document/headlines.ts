/** What a line looks like by itself: a headline, a date, a name. */

const LETTER = /\p{L}/u;

/** Emphasis, rules and pictures around the words of a line: "**People**", "** WATER **", "📌 Rules". */
const DECORATION = /^[\s*_=~#📌]+|[\s*_=~#]+$/gu;

/** "4. ", "4.1 ", "4 · ", "IV. ", "A  ", "§ 3 ": the number of a section; what is behind it begins with a capital or a bracket. */
const SECTION =
  /^(?:§ ?)?(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]|\d{1,2}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}[.)]|[A-Z](?:[.)]|\s(?=\s)))\s+(?:[·–—-]\s+)?(?=["“‘'(*…]{0,2}\p{Lu}|["“‘'*…]{0,2}\p{Lo}|\()/u;

const PART =
  /^(?:chapter|part|section|step|phase|stage|article|appendix|annex|day|week|act|scene|book|lesson|unit|module|volume|canto|kapitel|teil|abschnitt|artikel|anhang|chapitre|partie|cap[ií]tulo|parte|hoofdstuk|deel)\s+(?:\d{1,3}|[ivxlc]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z])\b/i;

/** How letters begin and end. */
const LETTERLY =
  /^(?:with (?:kind|best|warm|love|many|thanks)|yours|kind regards|best (?:wishes|regards)|warm(?:est|ly)|love|sincerely|regards|cheers|dear|hi|hello|p\.?s\.?)\b/i;

/** Addresses, sums, commands, values: they answer. */
const VALUE = /[@{}=`\\]|https?:|www\.|\.\w{2,4}\/|[€$£¥]\s?\d|\d\s?[€$£¥%]|\d{5,}|\d\s\d{3}\s\d|(?:^|\s)--?\w/;

const MOMENT =
  /^(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ap]\.?m\.?)?|\d{1,2}[ap]\.?m\.?|[ap]\.?m\.?|\d{1,4}(?:st|nd|rd|th|h|\.)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?|\.)?|(?:jan|febr?|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ch|il|e|y|ust|ember|ober|tember)?\.?|may|days?|weeks?|today|yesterday|tomorrow|noon|midnight|to|of|and|utc|gmt|c?est|e[ds]t|p[ds]t|bst|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|mai|juni|juli|oktober|dezember|bis|und|uhr)$/i;
const POINT = /\d|^(?:mon|tue|wed|thu|fri|sat|sun|day|week|today|yester|tomorrow|noon|midnight)|tag$|woch$/i;

export interface Look {
  /** The line without what decorates it. */
  readonly bare: string;
  readonly words: number;
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

/** @param line without white space at its ends, of at most a few hundred characters */
export function lookOf(line: string): Look {
  const bare = line.replace(DECORATION, '');
  const part = PART.test(bare);
  const number = SECTION.exec(bare)?.[0] ?? '';
  return {
    bare,
    words: bare.split(/\s+/).length,
    marked: /^(?:\*\*|__|\*\*\*)(?=\S).*\S(?:\*\*|__|\*\*\*)$/.test(line)
      ? !/\S(?:\*\*|__)\s/.test(line)
      : /^\*\*\s.*\s\*\*$|^==+.*==+$/.test(line),
    capitals: /\p{Lu}.*\p{Lu}/u.test(bare) && !/\p{Ll}/u.test(bare.replace(/\([^)]*\)/g, '')),
    section: part ? 1 : number ? number.split('.').filter((piece) => LETTER.test(piece) || /\d/.test(piece)).length : 0,
    stops: /(?:[.…。।۔]|[!?！？؟][.!?]*)["'”’»)\]*_]*$/u.test(bare),
    asks: /[?？؟]["'”’»)\]*_]*$/u.test(bare),
    moment: line.length < 60 && isMoment(bare),
  };
}

/** "14:32", "Mon 4 February", "DAY 1, Sat 3 Aug", "[07:40]". */
export function isMoment(words: string): boolean {
  const tokens = words.split(/[\s,;·|/()[\]–—-]+/).filter(Boolean);
  return tokens.length > 0 && tokens.every((token) => MOMENT.test(token)) && tokens.some((token) => POINT.test(token));
}

/** Whether a line between blank lines reads as a headline or a subhead. A headline that is not seen costs little; an answer that is taken for one is lost. */
export function looksLikeHeading(line: string, { bare, words, marked, capitals, section, stops, asks }: Look): boolean {
  if (line.length > 90 || words > 12 || !LETTER.test(bare) || (/[.…;,:]["'”’»)\]]*$/.test(bare) && !/(?:\p{L}\.){2}$/u.test(bare)))
    return marked && line.length <= 90 && !/[,;:]$/.test(bare);
  if (marked || (section > 0 && !VALUE.test(bare) && !field(bare))) return true;
  if (/;|\p{Ll}{2}[.!?]["'”’)]*\s+\p{Lu}/u.test(bare)) return false;
  if (asks || (stops && words > 6)) return false;
  if (VALUE.test(bare) || LETTERLY.test(bare)) return false;
  if (capitals) return !field(bare);
  if (field(bare) || /\s[·|]\s|\t|\S\s{2,}\S/.test(bare)) return false;
  const first = /[\p{L}\p{N}]/u.exec(bare)?.[0] ?? '';
  if (!/[\p{Lu}\p{Lt}\p{Lo}]/u.test(first)) return false;
  const outside = bare.replace(/\([^)]*\)|\b(?:1\d|20)\d\d\b/g, '');
  return !(/\d/.test(outside) && /,/.test(outside));
}

/** "Opening hours: 9–17": a name and its value on one line. */
export function field(line: string): boolean {
  return /^[^:]{1,50}:\s+\S/.test(line) && !PART.test(line);
}
