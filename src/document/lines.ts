import type { Block, Kind } from './block.ts';
import { countsOn, type ListMark, listMark } from './list-marks.ts';
import { isCue } from './moments.ts';
import { isSigned } from './signatures.ts';
import { type Span, trimmed } from './span.ts';
import { isRule, rowsIn } from './tables.ts';
import { columnOf, goesOn, runsOn } from './wrapped.ts';

/** A line with something in it: its span without the white space at its ends, and how far it is indented. */
interface Line extends Span {
  readonly text: string;
  readonly indent: number;
}

/** A line, and what can be said of it without knowing other runs. */
interface Known {
  readonly line: Line;
  readonly kind:
    | 'separator'
    | 'row'
    | 'header'
    | 'item'
    /** Who wrote what is below it, or when that is shown: it goes on nowhere. */
    | 'signature'
    | 'paragraph';
  /** Of an item. */
  readonly mark: ListMark | undefined;
}

/** The lines of one block, from the first to the last. */
type Piece = readonly [first: Known, last: Known];

/** A line that is longer than this, in UTF-16 units, is prose: nothing else is looked for in it. */
const LONG = 1000;

/**
 * The blocks of plain text, or of a paragraph of Markdown: separators, rows of tables, items of lists, and all else as paragraphs.
 * A line is a paragraph, as newspapers and word processors write it, unless its run is broken at a column, where a blank line ends one.
 * @param part where it stands in `text`
 */
export function readLines(text: string, part: Span): Block[] {
  const runs = runsOf(text, part).map(known);
  const column = columnOf(
    runs.filter((run) => run.length > 1).map((run) => textsOf(run.filter(({ kind }) => kind === 'paragraph').map(({ line }) => line))),
  );
  const pieces = runs.flatMap((run) => piecesOf(run, column));
  const levels = levelsOf(pieces);
  return pieces.map(([first, last], at) => {
    const [start, end] = [first.line.start, last.line.end];
    const kind = first.kind === 'signature' || (first.kind === 'item' && !isListed(pieces, at)) ? 'paragraph' : first.kind;
    const content = contentOf(kind, first, { start, end });
    return kind === 'item' ? { start, end, kind, content, level: levels[at] as number } : { start, end, kind, content };
  });
}

/** The lines with something in them, by runs between blank lines. */
function runsOf(text: string, part: Span): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  const add = (start: number, end: number) => {
    const span = trimmed(text, { start, end });
    if (span) run.push({ start: span.start, end: span.end, indent: span.start - start, text: text.slice(span.start, span.end) });
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  };
  let start = part.start;
  for (const { 0: ending, index } of text.slice(part.start, part.end).matchAll(/\r\n?|[\n\u2028\u2029]/g)) {
    add(start, part.start + index);
    start = part.start + index + ending.length;
  }
  add(start, part.end);
  if (run.length > 0) runs.push(run);
  return runs;
}

function textsOf(lines: readonly Line[]): string[] {
  return lines.map(({ text }) => text);
}

function known(run: readonly Line[]): Known[] {
  const rows = rowsIn(textsOf(run));
  let above: ListMark | undefined;
  return run.map((line, at) => {
    if (SEPARATOR.test(line.text) || (/^\d{1,5}$/.test(line.text) && isCue(run[at + 1]?.text ?? '')))
      return { line, kind: 'separator', mark: undefined };
    const row = rows[at];
    if (row) return { line, kind: isRule(line.text) ? 'separator' : row, mark: undefined };
    const mark = line.text.length > LONG ? undefined : listMark(line.text);
    if (!mark || (mark.kind === 'number' && at > 0 && mark.value !== 1 && !countsOn(above, mark)))
      return { line, kind: isSigned(line.text) || isCue(line.text) ? 'signature' : 'paragraph', mark: undefined };
    if (mark.kind === 'number') above = mark;
    return { line, kind: 'item', mark };
  });
}

/** "* * *", "-----", "~", "#": marks and nothing else, at least three of a kind; and "--", above who has written a letter. */
const SEPARATOR = /^(?:([*\-_=~#+.•·–—⁂])\s{0,3})(?:\1\s{0,3}){2,200}$|^(?:⁂|--)$/u;

/** The pieces of a run: what is marked with the lines that belong to it, and the rest by its breaks. */
function piecesOf(run: readonly Known[], column: number): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < run.length) {
    const line = run[at] as Known;
    let end = at + 1;
    if (line.kind === 'item') {
      while (end < run.length && belongs(line, run[end - 1] as Known, run[end] as Known)) end++;
      pieces.push([line, run[end - 1] as Known]);
    } else if (line.kind === 'paragraph') {
      while (run[end]?.kind === 'paragraph') end++;
      let from = at;
      for (const [place, on] of goesOn(textsOf(run.slice(at, end).map(({ line }) => line)), column).entries()) {
        if (on) continue;
        pieces.push([run[from] as Known, run[at + place] as Known]);
        from = at + place + 1;
      }
    } else pieces.push([line, line]);
    at = end;
  }
  return pieces;
}

/** Whether a line goes on with the item above it: it is indented further, or the item's sentence runs on. */
function belongs(item: Known, above: Known, below: Known): boolean {
  return below.kind === 'paragraph' && (below.line.indent > item.line.indent || runsOn(above.line.text, below.line.text));
}

/** A numbered line is an item where its neighbour counts on; alone it is a heading or a paragraph. */
function isListed(pieces: readonly Piece[], at: number): boolean {
  const mark = pieces[at]?.[0].mark;
  return mark?.kind !== 'number' || countsOn(pieces[at - 1]?.[0].mark, mark) || countsOn(mark, pieces[at + 1]?.[0].mark);
}

/** How deep in lists each item is, by how far it is indented. */
function levelsOf(pieces: readonly Piece[]): number[] {
  let open: number[] = [];
  return pieces.map(([{ kind, line }]) => {
    open = kind === 'item' ? [...open.filter((outer) => outer < line.indent), line.indent].slice(-6) : [];
    return open.length;
  });
}

/** What is text in a block: a bullet and the pipes around a row are left out, a separator has none. */
function contentOf(kind: Kind, { line: { text }, mark }: Known, span: Span): Span {
  if (kind === 'separator') return { start: span.start, end: span.start };
  if (kind === 'item') return mark?.kind === 'bullet' ? { start: span.start + mark.length, end: span.end } : span;
  if (kind !== 'row' && kind !== 'header') return span;
  let [from, to] = [0, text.length];
  while (from < to && /[|\s]/.test(text.charAt(from))) from++;
  while (to > from && /[|\s]/.test(text.charAt(to - 1))) to--;
  return { start: span.start + from, end: span.start + to };
}
