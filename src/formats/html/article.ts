import type { Apart } from './apart.ts';
import type { Page } from './page.ts';
import { type Found, squashed } from './readability.ts';
import type { PagePiece } from './run.ts';

/** A text of fewer letters than that is not looked for among what else is on a page. */
export const SHORTEST = 500;

/** Readability is trusted where it keeps so much of what a page has beside links. */
const KEEPS = 0.5;

/** A cell of a table for the layout has the article where so much of a page is in it. */
const CELL = 0.6;

/** The pieces of a page that nothing says to stand beside its text: what is in `<main>`, or in one cell of a table, where that is most of them. */
export function mainOf({ pieces, cells }: Page, beside: readonly (Apart | undefined)[]): readonly PagePiece[] {
  const kept = pieces.filter((_, at) => beside[at] === undefined);
  const main = kept.filter(({ inMain }) => inMain);
  if (lettersOf(main) >= KEEPS * lettersOf(kept)) return main;
  const known = new Set(kept);
  const before = [0];
  for (const piece of pieces) before.push((before.at(-1) ?? 0) + (known.has(piece) ? lettersOf([piece]) : 0));
  const all = before.at(-1) ?? 0;
  const [from, to] = (all >= SHORTEST && cells.find(([from, to]) => (before[to] ?? 0) - (before[from] ?? 0) >= CELL * all)) || [
    0,
    pieces.length,
  ];
  const title = firstLevel(kept);
  return pieces.filter((piece, at) => piece === title || (at >= from && at < to && known.has(piece)));
}

/**
 * The article among the pieces of a page: from its heading, or the first piece that was found, to the last one. What Readability takes
 * out of the middle is mostly a list, a table or a box, and stays, unless it leads elsewhere or isn't written in sentences.
 */
export function articleOf(all: readonly PagePiece[], found: Found | undefined): readonly PagePiece[] {
  const isFound = ({ content }: PagePiece) => found?.contents.has(squashed(content)) ?? false;
  const first = all.findIndex((piece) => isFound(piece) && !isShort(piece));
  if (lettersOf(all.filter(isFound)) < KEEPS * lettersOf(all) || first < 0) return all;
  const title = all.indexOf(firstLevel(all) ?? (all[first] as PagePiece));
  const begin = all.slice(title + 1, first).some(({ kind, level }) => kind === 'heading' && level !== 2) ? first : Math.min(first, title);
  let last = all.findLastIndex((piece) => isFound(piece) && !isShort(piece));
  while (DENSE.has(all[last + 1]?.kind ?? '') && !all[last + 1]?.links) last += 1;
  const kept: PagePiece[] = [];
  for (let at = last; at >= Math.min(title, begin); at--) {
    const piece = all[at] as PagePiece;
    const next = all[at + 1];
    const leads = piece.kind === 'heading' && (at === title || (next !== undefined && next === kept.at(-1)));
    const reads =
      piece.kind !== 'heading' && !leadsElsewhere(piece) && (isFound(piece) || (at >= begin && !piece.links && isWritten(piece)));
    if (leads || reads || (piece.kind === 'heading' && isFound(piece))) kept.push(piece);
  }
  return withoutRepeats(kept.reverse());
}

/** A repeated sentence has at least so many letters. */
const REPEATED = 15;

/** Without what the text says, and the page once more in large letters. */
function withoutRepeats(pieces: readonly PagePiece[]): readonly PagePiece[] {
  const pulled = new Set(pieces.filter((piece) => piece.pulled && piece.content.length <= 300).slice(0, 50));
  if (pulled.size === 0) return pieces;
  const text = pieces.map((piece) => (pulled.has(piece) ? '' : lettersIn(piece.content))).join(' ');
  const repeats = ({ content }: PagePiece) => lettersIn(content).length >= REPEATED && text.includes(lettersIn(content));
  return pieces.filter((piece) => !pulled.has(piece) || !repeats(piece));
}

const lettersIn = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/** What lists, tables and code are made of. */
const DENSE: ReadonlySet<string> = new Set(['item', 'row', 'header', 'code']);

/** It may stand elsewhere on the page, too. */
const isShort = ({ content }: PagePiece) => content.length < 25;

/** Whether a paragraph is nothing but links: "Read more", "Next page". */
const leadsElsewhere = (piece: PagePiece) => piece.kind === 'paragraph' && piece.links && !isWritten(piece);

/** Whether a piece is more than a paragraph of some words. */
const isWritten = ({ kind, content }: PagePiece) => kind !== 'paragraph' || /[\p{Sentence_Terminal}:;…]["'”’»)\]]*$/u.test(content);

/** The only heading of a page that is of the first level. */
export function firstLevel(page: readonly PagePiece[]): PagePiece | undefined {
  const [title, another] = page.filter(({ kind, level }) => kind === 'heading' && level === 1);
  return another ? undefined : title;
}

/** How long the pieces are that don't just lead elsewhere, in UTF-16 units. */
export function lettersOf(pieces: readonly PagePiece[]): number {
  return pieces.reduce((sum, { content, links }) => sum + (links ? 0 : content.length), 0);
}
