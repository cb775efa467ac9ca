const CLOCK = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ap]\.?m\.?)?|\d{1,2}[ap]\.?m\.?`;
const DAY = String.raw`(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?|\.)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag`;
const MONTH = String.raw`(?:jan|febr?|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ch|il|e|y|ust|ember|ober|tember)?\.?|may|januar|februar|märz|mai|juni|juli|oktober|dezember`;
const RELATIVE = 'days?|weeks?|today|yesterday|tomorrow|noon|midnight|tag|woche';
const BETWEEN = String.raw`\d{1,4}(?:st|nd|rd|th|h|\.)?|[ap]\.?m\.?|to|of|and|at|the|utc|gmt|c?est|e[ds]t|p[ds]t|bst|bis|und|uhr`;

const TOKEN = new RegExp(`^(?:${CLOCK}|${DAY}|${MONTH}|${RELATIVE}|${BETWEEN})$`, 'i');
const POINT = new RegExp(`^(?:${CLOCK}|${DAY}|${MONTH}|${RELATIVE}|\\d{4})$`, 'i');
const EXACT = new RegExp(`^(?:${CLOCK}|${DAY}|${MONTH})$`, 'i');

/** "14:32", "Mon 4 February", "DAY 1, Sat 3 Aug", "[07:40]", "1921": a time, a day, a year, and nothing else. */
export function isMoment(line: string): boolean {
  const tokens = tokensOf(line);
  return tokens.length > 0 && tokens.every((token) => TOKEN.test(token)) && tokens.some((token) => POINT.test(token));
}

/** Such a moment with a clock's time, a weekday or a month in it, as people's messages have it. */
export function isExactMoment(line: string): boolean {
  return isMoment(line) && tokensOf(line).some((token) => EXACT.test(token));
}

function tokensOf(line: string): string[] {
  return line.length > 60 ? [] : line.split(/[\s,;·|/()[\]–—-]+/).filter(Boolean);
}

/** "00:00:01,000 --> 00:00:04,000": when a subtitle is shown. */
export function isCue(line: string): boolean {
  return /^(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3} --> \d/.test(line);
}

/** How entries of a log, a programme, a timeline begin. */
const ENTRIES = [
  /^\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}/,
  /^\W?\d{1,2}[:.]\d{2}\b/,
  /^(?:\p{L}+ )?\d{4} [–—-] /u,
  /^(?:mon|tue|wed|thu|fri|sat|sun)\p{L}{0,6}\.?:?,? (?:\d|[–—-] )/iu,
];

/** Whether a line is an entry of a log, a programme, a timeline: it begins with when, and goes on with what. */
export function isEntry(line: string): boolean {
  return ENTRIES.some((shape) => shape.test(line)) && !isMoment(line);
}
