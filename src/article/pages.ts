import type { Kind } from '../document/block.ts';
import { type Span, trimmed } from '../document/span.ts';
import type { Article } from './article.ts';

/** A block with all that is outside of its content, or as much of it as a page has room for. */
export interface Passage extends Span {
  /** The block's number, counting from 0. */
  readonly block: number;
  readonly kind: Kind;
  /** The paragraph's number, where it can be quoted by that. */
  readonly paragraph?: number;
  /** Whether it goes on a list or a table that the passage before it is of. */
  readonly listed: boolean;
}

/** A page's room. A letter takes one of it, and a mark two: where marks have a meaning, they are written with another in front of them. */
const PAGE = 1500;

/** Room that a paragraph's number takes, or the line of another item. */
const NUMBER = 24;
const LINE = 6;

const known = new WeakMap<Article, readonly (readonly Passage[])[]>();

/** The whole article by pages: nothing of it but white space is left out. A sentence stands on one page, but for one that is longer than a page. */
export function pagesOf(article: Article): readonly (readonly Passage[])[] {
  const pages = known.get(article) ?? makePages(article);
  known.set(article, pages);
  return pages;
}

function makePages(article: Article): Passage[][] {
  const pages: Passage[][] = [];
  let room = 0;
  for (const passage of passagesOf(article)) {
    const last = pages.at(-1)?.at(-1);
    const goesOn = last?.block === passage.block;
    const takes = (goesOn ? 0 : passage.listed ? LINE : NUMBER) + roomFor(article.text, passage);
    if (pages.length === 0 || takes > room) {
      pages.push([]);
      room = PAGE;
    }
    room -= takes;
    const page = pages.at(-1) ?? [];
    if (goesOn && page.length > 0) page[page.length - 1] = { ...last, end: passage.end };
    else page.push(passage);
  }
  return pages;
}

/** All blocks in pieces that a page has room for: sentences, with what stands between them and around them in their block. */
function passagesOf({ text, blocks, sentences }: Article): Passage[] {
  const passages: Passage[] = [];
  let next = 0; // sentence
  for (const [at, block] of blocks.entries()) {
    const paragraph = sentences[next]?.block === at && sentences[next]?.answers ? sentences[next]?.paragraph : undefined;
    const starts: number[] = [];
    for (; sentences[next]?.block === at; next++) starts.push(sentences[next]?.start ?? 0);
    const ends = [...starts.slice(1), block.end];
    const listed = LISTED.has(block.kind) && LISTED.has(blocks[at - 1]?.kind ?? 'paragraph');
    for (const [i, end] of ends.entries()) {
      const span = trimmed(text, { start: i === 0 ? block.start : (starts[i] ?? 0), end });
      for (const { start, end } of span ? piecesOf(text, span) : [])
        passages.push({ block: at, start, end, kind: block.kind, listed, ...(paragraph !== undefined && { paragraph }) });
    }
  }
  return passages;
}

const LISTED: ReadonlySet<Kind> = new Set<Kind>(['item', 'row', 'header']);

/**
 * The page on which a sentence begins, counting from 1; undefined where the article has no such sentence.
 * @param index of the sentence in the article, counting from 0
 */
export function pageOf(article: Article, index: number): number | undefined {
  const sentence = article.sentences[index];
  if (!sentence) return undefined;
  const pages = pagesOf(article);
  let [first, last] = [0, pages.length - 1]; // the page is among these
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((pages[middle]?.[0]?.start ?? 0) <= sentence.start) first = middle;
    else last = middle - 1;
  }
  return first + 1;
}

/** The headings between which a page runs: the one that it begins under, or the first on it, and the last one; one, or none, where there are no more. */
export function headingsOn({ text, blocks, under }: Article, page: readonly Passage[]): string[] {
  let above: number | undefined = page[0]?.block;
  while (above !== undefined && blocks[above]?.kind !== 'heading') above = under[above];
  const own = page.flatMap(({ block, kind }) => (kind === 'heading' ? block : []));
  const all = [...new Set([...(above === undefined ? [] : [above]), ...own])];
  return [...new Set([all.at(0), all.at(-1)])].flatMap((at) => {
    const content = at === undefined ? undefined : blocks[at]?.content;
    return content ? text.slice(content.start, content.end).replace(MARKS, '') : [];
  });
}

/** Around a heading. */
const MARKS = /^[#*_=\s]+|[#*_=:\s]+$/g;

/** The room that a text takes on a page, without its number. */
function roomFor(text: string, { start, end }: Span): number {
  return end - start + (text.slice(start, end).match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0);
}

/** A piece whole, or in ones that a page has room for: cut behind white space where there is some. */
function piecesOf(text: string, { start, end }: Span): Span[] {
  const most = (PAGE - NUMBER) / 2;
  if (roomFor(text, { start, end }) <= PAGE - NUMBER) return [{ start, end }];
  const pieces: Span[] = [];
  for (let from = start; from < end; ) {
    const longest = text.slice(from, Math.min(end, from + most));
    const cut =
      from + longest.length === end ? longest.length : longest.search(/\s\S*$/) + 1 || longest.replace(/[\uD800-\uDBFF]$/, '').length;
    pieces.push({ start: from, end: from + cut });
    from += cut;
  }
  return pieces;
}

/** Things by pages, in their order: as many on each as it has room for, and at least one. */
export function inPages<T extends Span>(text: string, list: readonly T[]): T[][] {
  const pages: T[][] = [];
  let room = 0;
  for (const one of list) {
    const takes = PLACE + roomFor(text, one);
    if (pages.length === 0 || takes > room) {
      pages.push([]);
      room = PAGE;
    }
    room -= takes;
    pages.at(-1)?.push(one);
  }
  return pages;
}

/** Room that a sentence's place takes, and what sets its words in bold. */
const PLACE = 80;
