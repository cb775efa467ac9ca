import { aboutOf } from '../document/about.ts';
import { compose } from './compose.ts';
import type { Document } from './document.ts';
import { apartByWords } from './html/apart.ts';
import { type Page, readPage } from './html/page.ts';
import { type Found, findArticle, squashed } from './html/readability.ts';
import { beside, type Region } from './html/regions.ts';
import type { PagePiece } from './html/run.ts';
import type { TooLong } from './too-long.ts';

/** Why no page is read: it has more elements, or has them deeper in one another, than anybody writes, or more text. */
export type BadPage = 'too deep' | 'too large' | TooLong;

/** Readability looks at smaller and flatter pages only: at others it would look for seconds. */
const looksThrough = ({ nodes, depth, pieces }: Page) => nodes <= 30_000 && depth <= 400 && lettersOf(pieces) <= 1_000_000;

/** A text of fewer letters than that is not looked for among what else is on a page. */
const SHORTEST = 500;

/** Readability is trusted where it keeps so much of what a page has beside links. */
const KEEPS = 0.5;

/** A cell of a table for the layout has the article where so much of a page is in it. */
const CELL = 0.6;

/** Reads a page from the web: its article where there is one, or else all of it but its menus, its header and its footer. */
export async function readHtml(html: string): Promise<Document | BadPage> {
  const page = readPage(html);
  if (typeof page === 'string') return page;
  const around = beside(page.pieces, page.regions);
  const all = mainOf(page, around);
  const found =
    looksThrough(page) && lettersOf(all) >= SHORTEST
      ? await findArticle(
          without(html, around),
          all.every(({ inMain }) => inMain),
        )
      : undefined;
  const pieces = articleOf(all, found);
  const { head } = page;
  const heading = firstLevel(all)?.content;
  const title = found?.title ?? head.get('og:title') ?? head.get('title');
  const about = aboutOf({
    title: heading && title?.trim().startsWith(heading) ? heading : title, // "Ferry rules | Odda Lines"
    byline: found?.byline ?? head.get('author'),
    published: found?.published ?? head.get('article:published_time') ?? head.get('date'),
    source: head.get('canonical') ?? head.get('og:url') ?? head.get('saved from'),
  });
  const composed = compose(pieces);
  return 'text' in composed ? { about, ...composed } : composed;
}

/** Reads HTML that is nothing but a text. */
export function readFragment(html: string): Pick<Document, 'text' | 'blocks'> | BadPage {
  const page = readPage(html);
  return typeof page === 'string' ? page : compose(page.pieces);
}

/** The pieces of a page that nothing says to stand beside its text: what is in `<main>`, or in one cell of a table, where that is most of them. */
function mainOf({ pieces, cells }: Page, around: readonly Region[]): readonly PagePiece[] {
  const kept = outside(pieces, around);
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

/** Which pieces are in no region. @param regions none in another, in their order */
function outside(pieces: readonly PagePiece[], regions: readonly Region[]): PagePiece[] {
  let next = 0;
  return pieces.filter((piece, at) => {
    while ((regions[next]?.to ?? at + 1) <= at) next += 1;
    return (regions[next]?.from ?? at + 1) > at && apartByWords(piece.content) === undefined;
  });
}

/** HTML without some regions of it. @param regions none in another, in their order */
function without(html: string, regions: readonly Region[]): string {
  const starts = [0, ...regions.map(({ end }) => end)];
  return starts.map((start, at) => html.slice(start, regions[at]?.start)).join('');
}

/**
 * The article among the pieces of a page: from its heading, or the first piece that was found, to the last one. What Readability takes
 * out of the middle is mostly a list, a table or a box, and stays, unless it leads elsewhere or isn't written in sentences.
 */
function articleOf(all: readonly PagePiece[], found: Found | undefined): readonly PagePiece[] {
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
  return kept.reverse();
}

/** What lists, tables and code are made of. */
const DENSE: ReadonlySet<string> = new Set(['item', 'row', 'header', 'code']);

/** It may stand elsewhere on the page, too. */
const isShort = ({ content }: PagePiece) => content.length < 25;

/** Whether a paragraph is nothing but links: "Read more", "Next page". */
const leadsElsewhere = (piece: PagePiece) => piece.kind === 'paragraph' && piece.links && !isWritten(piece);

/** Whether a piece is more than a paragraph of some words. */
const isWritten = ({ kind, content }: PagePiece) => kind !== 'paragraph' || /[\p{Sentence_Terminal}:;…]["'”’»)\]]*$/u.test(content);

/** The only heading of a page that is of the first level. */
function firstLevel(page: readonly PagePiece[]): PagePiece | undefined {
  const [title, another] = page.filter(({ kind, level }) => kind === 'heading' && level === 1);
  return another ? undefined : title;
}

/** How long the pieces are that don't just lead elsewhere, in UTF-16 units. */
function lettersOf(pieces: readonly PagePiece[]): number {
  return pieces.reduce((sum, { content, links }) => sum + (links ? 0 : content.length), 0);
}
