/** What a line of a list begins with, in UTF-16 units of that line. */
export interface ListMark {
  /** A bullet says nothing and is left out of what is quoted; a tick, a number or a letter says something and stays. */
  readonly kind: 'bullet' | 'tick' | 'number';
  /** White space, mark and the white space behind it. */
  readonly length: number;
  /** Of a number: what stands before its last digits or letter ("2." of "2.3"), and these as a number. */
  readonly stem?: string;
  readonly value?: number;
}

const BULLET = /^\s{0,40}(?:[-*+•‣◦▪▫●○■□·–—→➤►▶»]|[-=]>)(?:\s+|(?<=[•‣◦▪●○→➤►])(?=\p{L}))/u;
const TICK = /^\s{0,40}(?:[✓✔✗✘✕✖☐☑☒✅❌❎]\uFE0F?|\[[ xX✓✔]\])\s+/u;
const NUMBER = /^(\s{0,40}[([]?(?:\d{1,3}\.){0,4})(\d{1,3}|[a-zA-Z]|[ivxlIVXL]{2,6})(?:[.)\]](?=\s)|(?<=\d\.\d{1,3}))\s+(?=\S)/;

/** The mark that a line of a list begins with; undefined where it begins with none. */
export function listMark(line: string): ListMark | undefined {
  const bullet = BULLET.exec(line);
  if (bullet) return bullet[0].length < line.length ? { kind: 'bullet', length: bullet[0].length } : undefined;
  const tick = TICK.exec(line);
  if (tick) return { kind: 'tick', length: tick[0].length };
  const [all, stem = '', last = ''] = NUMBER.exec(line) ?? [];
  if (all === undefined) return undefined;
  return { kind: 'number', length: all.length, stem: stem.trim(), value: numberOf(last) };
}

/** Whether the second mark counts on from the first: "2." from "1.", "(b)" from "(a)", "1.4" from "1.3". */
export function countsOn(one: ListMark | undefined, other: ListMark | undefined): boolean {
  return one?.value !== undefined && other?.value === one.value + 1 && other.stem === one.stem;
}

const ROMAN = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
];

/** Of digits, of a roman number up to 20 that is longer than a letter, or the place of a letter in the alphabet. */
function numberOf(last: string): number {
  if (/^\d/.test(last)) return Number(last);
  const small = last.toLowerCase();
  return small.length > 1 ? ROMAN.indexOf(small) + 1 : small.charCodeAt(0) - 96;
}
