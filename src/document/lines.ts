import type { Block, Kind } from './block.ts';
import { countsOn, type ListMark, listMark } from './list-marks.ts';
import { type Span, trimmed } from './span.ts';
import { isRule, rowsIn } from './tables.ts';
import { columnOf, goesOn, runsOn } from './wrapped.ts';

/** A line with something in it: its span without the white space at its ends, and how far it is indented. */
interface Line extends Span {
  readonly text: string;
  readonly indent: number;
  readonly mark?: ListMark | undefined;
  readonly kind?: Kind | undefined;
}

/** The lines of one block. */
interface Piece {
  readonly kind: Kind;
  readonly lines: readonly Line[];
}

/** A line that is longer than this, in UTF-16 units, is prose: nothing else is looked for in it. */
const LONG = 1000;

/**
 * The blocks of plain text, or of a paragraph of Markdown: separators, rows of tables, items of lists, and all else as paragraphs.
 * A line is a paragraph, as newspapers and word processors write it, unless its run is broken at a column, where a blank line ends one.
 * @param part where it stands in `text`
 */
export function readLines(text: string, part: Span): Block[] {
  const runs = runsOf(text, part);
  const column = columnOf(runs.map((run) => run.filter(({ kind, mark }) => !kind && !mark).map(({ text }) => text)));
  return leveled(counted(runs.flatMap((run) => piecesOf(run, column)))).map(({ kind, lines, level }) => {
    const [first, last] = [lines[0] as Line, lines.at(-1) as Line];
    const span = { start: first.start, end: last.end };
    return { ...span, kind, content: contentOf(kind, first, span), ...(level === undefined ? {} : { level }) };
  });
}

/** The lines with something in them, by runs between blank lines. */
function runsOf(text: string, part: Span): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  const add = (start: number, end: number) => {
    const span = trimmed(text, { start, end });
    if (span) return run.push({ ...span, indent: span.start - start, text: text.slice(span.start, span.end) });
    if (run.length > 0) runs.push(run);
    run = [];
  };
  const body = text.slice(part.start, part.end);
  let start = 0;
  for (const { 0: ending, index } of body.matchAll(/\r\n?|[\n\u2028\u2029]/g)) {
    add(part.start + start, part.start + index);
    start = index + ending.length;
  }
  add(part.start + start, part.end);
  if (run.length > 0) runs.push(run);
  return runs.map(known);
}

/** What can be said of a run's lines without knowing other runs: separators, rows, marks of lists. */
function known(run: readonly Line[]): Line[] {
  const rows = rowsIn(run.map(({ text }) => text));
  let above: ListMark | undefined;
  return run.map((line, at) => {
    if (SEPARATOR.test(line.text)) return { ...line, kind: 'separator' };
    if (rows[at]) return { ...line, kind: isRule(line.text) ? 'separator' : rows[at] };
    const mark = line.text.length > LONG ? undefined : listMark(line.text);
    if (!mark || (mark.kind === 'number' && at > 0 && mark.value !== 1 && !countsOn(above, mark))) return line;
    above = mark;
    return { ...line, mark };
  });
}

/** "* * *", "-----", "~", "#": marks and nothing else, at least three of a kind. */
const SEPARATOR = /^(?:([*\-_=~#+.•·–—⁂])\s{0,3})(?:\1\s{0,3}){2,200}$|^⁂$/u;

/** The pieces of a run: what is marked with the lines that belong to it, and the rest by its breaks. */
function piecesOf(run: readonly Line[], column: number): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < run.length) {
    const line = run[at] as Line;
    let end = at + 1;
    if (line.kind) pieces.push({ kind: line.kind, lines: [line] });
    else if (line.mark) {
      while (end < run.length && belongs(line, run[end - 1] as Line, run[end] as Line)) end++;
      pieces.push({ kind: 'item', lines: run.slice(at, end) });
    } else {
      while (end < run.length && !run[end]?.kind && !run[end]?.mark) end++;
      for (const piece of paragraphs(run.slice(at, end), column)) pieces.push(piece);
    }
    at = end;
  }
  return pieces;
}

function paragraphs(lines: readonly Line[], column: number): Piece[] {
  const joined = goesOn(
    lines.map(({ text }) => text),
    column,
  );
  const pieces: Piece[] = [];
  let from = 0;
  for (const [at, on] of joined.entries()) {
    if (on) continue;
    pieces.push({ kind: 'paragraph', lines: lines.slice(from, at + 1) });
    from = at + 1;
  }
  return pieces;
}

/** Whether a line goes on with the item above it: it is indented further, or the item's sentence runs on. */
function belongs(item: Line, above: Line, line: Line): boolean {
  return !line.kind && !line.mark && (line.indent > item.indent || runsOn(above.text, line.text));
}

/** A numbered line is an item where its neighbour counts on; alone it is a heading or a paragraph. */
function counted(pieces: readonly Piece[]): Piece[] {
  const markOf = (at: number) => (pieces[at]?.kind === 'item' ? pieces[at].lines[0]?.mark : undefined);
  return pieces.map((piece, at) => {
    const mark = markOf(at);
    if (mark?.kind !== 'number' || countsOn(markOf(at - 1), mark) || countsOn(mark, markOf(at + 1))) return piece;
    return { ...piece, kind: 'paragraph' };
  });
}

/** How deep in lists each item is, by how far it is indented. */
function leveled(pieces: readonly Piece[]): (Piece & { level?: number })[] {
  let open: number[] = [];
  return pieces.map((piece) => {
    if (piece.kind !== 'item') {
      open = [];
      return piece;
    }
    const indent = piece.lines[0]?.indent ?? 0;
    open = [...open.filter((outer) => outer < indent), indent].slice(-6);
    return { ...piece, level: open.length };
  });
}

/** What is text in a block: a bullet and the pipes around a row are left out, a separator has none. */
function contentOf(kind: Kind, first: Line, span: Span): Span {
  if (kind === 'separator') return { start: span.start, end: span.start };
  if (kind === 'row' || kind === 'header') {
    const text = first.text;
    let [from, to] = [0, text.length];
    while (from < to && /[|\s]/.test(text.charAt(from))) from++;
    while (to > from && /[|\s]/.test(text.charAt(to - 1))) to--;
    return { start: span.start + from, end: span.start + to };
  }
  return kind === 'item' && first.mark?.kind === 'bullet' ? { start: span.start + first.mark.length, end: span.end } : span;
}
