/** What parts the cells of a row, the surest first: pipes, tabs, a gap of spaces that follows no sentence, rows of dots, dots, dashes, commas without spaces. */
const PARTINGS: readonly { parting: RegExp | string; cells: number }[] = [
  { parting: '|', cells: 2 },
  { parting: '\t', cells: 2 },
  { parting: /(?<![.!?:…\s])\s{2,}(?=\S)|\s{3,}(?=\S)/, cells: 2 },
  { parting: /\s*\.{5,}\s*|\s\.{3,}\s/, cells: 2 },
  { parting: /\s·\s/, cells: 3 },
  { parting: /\s[–—]\s/, cells: 3 },
  { parting: /[,;](?=\S)(?!\d{3}(?!\d))/, cells: 3 }, // as spreadsheets write it; "1,200" is a number
];

/** A longer line, in UTF-16 units, is no row. */
const WIDE = 100_000;

/** What every row has somewhere. */
const PARTED = /[|\t]|\s\s|\.{3}|\s[·–—]\s|[,;]\S.*[,;]\S/;

type Cells = readonly string[];

/**
 * For each line of a run without blank lines, whether it is a row of a table or the one that names its columns; undefined where it is neither.
 * @param lines without white space at their ends
 */
export function rowsIn(lines: readonly string[]): ('row' | 'header' | undefined)[] {
  const kinds: ('row' | 'header' | undefined)[] = lines.map(() => undefined);
  if (lines.filter((line) => PARTED.test(line)).length < 2) return kinds;
  for (const { parting, cells } of PARTINGS) {
    const isRow = lines.map(
      (line, at) => !kinds[at] && line.length < WIDE && (parted(line, parting, cells) || (parting === '|' && GRID.test(line))),
    );
    for (const [from, to] of stretches(isRow, parting !== '|')) {
      const table = lines.slice(from, to);
      if (parting !== '|' && justified(table)) continue;
      kinds.fill('row', from, to);
      const rows = table.map((line) => withoutEdges(line.split(parting)));
      const first = table.findIndex((line) => !isRule(line));
      if (first >= 0 && namesColumns(rows.slice(first), isRule(table[first + 1] ?? ''))) kinds[from + first] = 'header';
    }
  }
  return kinds;
}

/** Whether a line has so many cells. Spaces part only what is short: in prose, somebody's thumb was on the key for too long. */
function parted(line: string, parting: RegExp | string, least: number): boolean {
  const cells = line.split(parting);
  if (cells.length < least) return false;
  return (
    typeof parting === 'string' || (line.length < 200 && cells.some((cell) => cell.length < 25) && !(cells.length === 2 && isProse(cells)))
  );
}

/** A sentence with one gap in it. */
function isProse([first = '', second = '']: Cells): boolean {
  return /\S[.!?] \p{Lu}/u.test(first) || (/[.!?]["'”’)]*$/.test(second) && second.split(' ').length > 6);
}

/** "+-----+------+": the line above or below the rows of a table that is drawn. */
const GRID = /^\+[-=+:]{2,}\+$/;

/** A line of dashes and pipes, as it stands under the names of the columns. */
export function isRule(line: string): boolean {
  return /^[\s|+:=-]+$/.test(line) && /[-=]{2}/.test(line);
}

/**
 * Stretches of at least two lines that are rows.
 * @param lenient whether a line between two rows may be none by itself: a name that is too long for its column
 */
function stretches(isRow: readonly boolean[], lenient: boolean): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < isRow.length; at++) {
    if (!isRow[at]) continue;
    let to = at + 1;
    while (isRow[to] || (lenient && isRow[to + 1])) to++;
    if (to - at > 1) found.push([at, to]);
    at = to;
  }
  return found;
}

/** Prose that is broken at a column, with spaces put between its words until all lines are as long. */
function justified(lines: readonly string[]): boolean {
  const width = lines[0]?.length ?? 0;
  const words = lines.reduce((sum, line) => sum + line.split(/\s+/).length, 0);
  return (
    lines.length > 2 && width > 40 && words > 7 * lines.length && lines.slice(0, -1).every((line) => Math.abs(line.length - width) < 3)
  );
}

/** Cells without white space around them, and without the empty ones that pipes at both ends make. */
function withoutEdges(parts: Cells): Cells {
  const cells = parts.map((cell) => cell.trim());
  const from = cells.length > 2 && cells[0] === '' && cells.at(-1) === '' ? 1 : 0;
  return cells.slice(from, from ? -1 : undefined);
}

/** Words that name columns: what all cells below have in common. */
const NAMES = new Set(
  `who what when criterion criteria topic category subject reason
  where why how which name item part code meaning activity area club option default type required description example
  stat chance notes note place match status symptom cause likely remedy offence occasion year month day days date time cost price share
  candidate list division setting every grade actor actress role character ability score points mod cargo substance due weight branch
  task action owner responsible deadline amount quantity qty number group team player version unit units value size model product
  country city start rank pos pos. class level fee rate change total often long plan feature opens closes`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * Whether the first row names the columns: a rule is below it, its first cell is empty, its cells are words that name columns,
 * or it has no digits where two columns below it begin with them.
 */
function namesColumns(rows: readonly Cells[], ruled: boolean): boolean {
  const [first = [], ...others] = rows.filter((cells) => cells.length > 1);
  if (others.length === 0) return false;
  if (ruled || (first[0] === '' && first.length > 1)) return true;
  if (first.some((cell) => cell.length > 40 || /[.!?;]$/.test(cell.replace(/\b\p{L}{1,6}\.$/u, '')))) return false;
  const named = first.filter(isName).length;
  if (named === first.length || (first.length > 2 && named > 1)) return true;
  if (first.some((cell) => /^[^\p{L}]*\d/u.test(cell))) return false;
  if (first.length > 2 && isName(first[0] ?? '') && !others.some((cells) => isName(cells[0] ?? ''))) return true;
  if (first.some((cell) => /\d/.test(cell))) return false;
  const numeric = first.filter((cell, column) => cell !== '' && others.every((cells) => startsWithDigit(cells[column]))).length;
  return first.length > 2 && numeric > 1;
}

/** A cell of a few words, of which the first or the last names a column. */
function isName(cell: string): boolean {
  const words = cell
    .toLowerCase()
    .split(/[\s(),&/]+/)
    .filter(Boolean);
  return words.length < 5 && (NAMES.has(words[0] ?? '') || NAMES.has(words.at(-1) ?? ''));
}

const startsWithDigit = (cell: string | undefined) => cell === undefined || /^[^\p{L}]*\d|^[–—-]?$/u.test(cell);
