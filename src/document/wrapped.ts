import { lineEnd } from './line-end.ts';

/** Lines that are shorter than this are broken for another reason than a column. */
const COLUMN = 40;

/** A line is broken at a column where the next word had no room; what people break by hand is ragged, so that this much of the column is enough. */
const RAGGED = 0.6;

/** The longest line of those that are broken at a column, in UTF-16 units; 0 where none are. */
export function columnOf(runs: readonly (readonly string[])[]): number {
  return runs.reduce((most, lines) => (brokenAtColumn(lines) ? Math.max(most, widest(lines)) : most), 0);
}

/**
 * For each line of a run without blank lines, whether its sentence goes on in the line below it.
 * @param lines without white space at their ends
 * @param column of the text that they are from
 */
export function goesOn(lines: readonly string[], column: number): boolean[] {
  if (isVerse(lines)) return lines.map((_, at) => at < lines.length - 1);
  const broken = brokenAtColumn(lines);
  const width = widest(lines);
  if (!broken && !(width <= column && everyBreak(lines, (line, next) => fills(line, next, column)))) return lines.map(() => false);
  return lines.map((line, at) => {
    const next = lines[at + 1];
    return next !== undefined && (runsOn(line, next) || fills(line, next, RAGGED * width));
  });
}

/** Whether a line ends in the middle of a sentence: it stops at a comma, or at a word and the next line begins with a small letter. */
export function runsOn(line: string, next: string): boolean {
  const last = line.slice(-1);
  return last === ',' || last === ';' || (/[\p{L}\p{N}–—-]/u.test(last) && /^\p{Ll}/u.test(next));
}

/** The last line stops, and most breaks run on where there was hardly room for more, or all of them are where a column ends. */
function brokenAtColumn(lines: readonly string[]): boolean {
  const breaks = lines.length - 1;
  if (breaks < 1 || !/[\p{Sentence_Terminal}…:]["'”’»)\]*_]*$/u.test(lineEnd(lines.at(-1) as string)) || named(lines)) return false;
  const width = widest(lines);
  let running = 0;
  for (let at = 0; at < breaks; at++) {
    const [line, next] = [lines[at] as string, lines[at + 1] as string];
    if (runsOn(line, next) && fills(line, next, RAGGED * width)) running++;
  }
  if (running * 2 > breaks) return true;
  return running > 0 && breaks > 1 && width >= COLUMN && everyBreak(lines, (line, next) => fills(line, next, width));
}

/** Lines of about the same length, of which some run on and some end a sentence. */
function isVerse(lines: readonly string[]): boolean {
  const width = widest(lines);
  if (lines.length < 4 || width > 70 || lines.some((line) => line.length < 0.4 * width)) return false;
  const running = lines.filter((line, at) => at < lines.length - 1 && runsOn(line, lines[at + 1] as string)).length;
  const ending = lines.filter((line) => /[.!?][”"’]?(?:\s+\d+)?$/.test(line.slice(-9))).length;
  return running * 4 >= lines.length - 1 && ending * 5 >= lines.length;
}

/** "new – …", "fixed: …": each line begins with what it is about. */
function named(lines: readonly string[]): boolean {
  return lines.every((line) => /^\S{1,20}(?: \S{1,20}){0,2}(?::| [–—-])\s/.test(line));
}

function everyBreak(lines: readonly string[], holds: (line: string, next: string) => boolean): boolean {
  return lines.every((line, at) => at === lines.length - 1 || holds(line, lines[at + 1] as string));
}

/** Whether the first word of the next line would not have had room. */
function fills(line: string, next: string, column: number): boolean {
  const space = next.search(/\s/);
  return line.length + 1 + (space < 0 ? next.length : space) > column;
}

function widest(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, line.length), 0);
}
