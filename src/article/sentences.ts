import { type Span, trimmed } from '../document/span.ts';
import { goesOn } from './abbreviations.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** `Intl.Segmenter` takes quadratic time on Node 20, so that it reads this many UTF-16 units at once, more only where a sentence is longer. */
const WINDOW = 1500;

/**
 * The sentences of a paragraph, in its order, white space at their ends left out: nothing but white space stands between them.
 * Where `Intl.Segmenter` splits is where a sentence may end; abbreviations, citations and quotations are put together
 * again, and a full stop with the space behind it missing is seen.
 * @param paragraph where it stands in `text`, in UTF-16 units
 * @returns spans in `text`
 */
export function sentencesOf(text: string, paragraph: Span): Span[] {
  const body = text.slice(paragraph.start, paragraph.end).replace(LINE_BREAK, ' ');
  const sentences: Span[] = [];
  let start = 0;
  for (const end of [...boundaries(body), body.length]) {
    if (end < body.length && !endsAt(body, start, end)) continue;
    const span = trimmed(body, { start, end });
    if (span) sentences.push({ start: paragraph.start + span.start, end: paragraph.start + span.end });
    start = end;
  }
  return sentences;
}

/** Inside a paragraph a line break is a space: the text is broken at a column there. */
const LINE_BREAK = /[\r\n]/g;

/** Everywhere that a sentence may end, in order, without 0 and the end. */
function boundaries(body: string): number[] {
  const found = new Set<number>();
  const first = body.search(/\p{Sentence_Terminal}/u);
  if (first < 0 || !/[\p{L}\p{N}]/u.test(body.slice(first))) return []; // none ends before the last
  for (const at of segmented(body)) found.add(citationsPassed(body, openersLeft(body, at)));
  for (const { index } of body.matchAll(SPACE_MISSING)) found.add(index);
  found.delete(0);
  found.delete(body.length);
  return [...found].sort((a, b) => a - b);
}

/** Where `Intl.Segmenter` splits. Its last piece of a window may be cut by the window's end, and is read again with what follows. */
function* segmented(body: string): Generator<number> {
  let at = 0;
  let size = WINDOW;
  while (at < body.length) {
    const end = Math.min(at + size, body.length);
    const starts = Array.from(segmenter.segment(body.slice(at, end)), (piece) => at + piece.index).slice(1);
    if (end === body.length) return yield* starts;
    const last = starts.at(-1);
    if (last === undefined) size *= 2;
    else {
      yield* starts;
      at = last;
      size = WINDOW;
    }
  }
}

/** "from inside.The clashes", "in 2012.The": a capitalised word right behind the full stop of a word or a year. */
const SPACE_MISSING = /(?<=(?:\p{Ll}{2}|\p{N}{4})[.!?][”’]?)(?=\p{Lu}\p{Ll}*[\s,])/gu;

/** A bracket or quotation mark that opens belongs to what follows it. */
function openersLeft(body: string, at: number): number {
  const opened = /[\p{Ps}\p{Pi}¿¡]+\s*$/u.exec(body.slice(Math.max(0, at - 8), at));
  return opened ? at - opened[0].length : at;
}

/** "… in France.[1][2] Next": a citation belongs to what stands before it. */
function citationsPassed(body: string, at: number): number {
  const cited = /^(?:\[[\p{L}\p{N} ]{1,8}\])+\s*/u.exec(body.slice(at, at + 40));
  return cited ? at + cited[0].length : at;
}

/** Whether the sentence that began at `start` ends at this boundary. */
function endsAt(body: string, start: number, at: number): boolean {
  const after = body.slice(at, at + 40);
  if (/^["'“‘«([]?\p{Ll}/u.test(after)) return false; // "Really?" he asked.
  if (!/[\p{L}\p{N}]/u.test(after) && !/[\p{L}\p{N}]/u.test(body.slice(at))) return false; // nothing but marks follows
  const before = body.slice(Math.max(start, at - 40), at).trimEnd();
  if (/^[^\p{L}\p{N}]*$|^\(?(?:\p{N}{1,3}|\p{L})[.)]$/u.test(before)) return false; // "…", "1.", "(a)"
  return !goesOn(before, after);
}
