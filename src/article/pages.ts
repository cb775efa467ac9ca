import type { Span } from '../document/span.ts';
import type { Article, Sentence } from './article.ts';

/** A paragraph, or as much of it as a page has room for. */
export interface Passage extends Span {
  readonly paragraph: number;
}

/** A page's room. A letter takes one of it, and a mark two: where marks have a meaning, they are written with another in front of them. */
const PAGE = 1500;

/** Room that a paragraph's number takes. */
const NUMBER = 24;

/** The whole article by pages. A sentence stands on one page, but for one that is longer than a page. */
export function pagesOf(article: Article): Passage[][] {
  const pages: Passage[][] = [];
  let room = 0;
  for (const sentence of article.sentences) {
    for (const piece of piecesOf(article.text, sentence)) {
      let page = pages.at(-1);
      const takes = NUMBER + roomFor(article.text, piece);
      if (!page || takes > room) {
        page = [];
        pages.push(page);
        room = PAGE;
      }
      room -= takes;
      const last = page.at(-1);
      if (last?.paragraph === sentence.paragraph) page[page.length - 1] = { ...last, end: piece.end };
      else page.push({ paragraph: sentence.paragraph, ...piece });
    }
  }
  return pages;
}

/**
 * The page on which a sentence begins, counting from 1; undefined where the article has no such sentence.
 * @param index of the sentence in the article, counting from 0
 */
export function pageOf(article: Article, index: number): number | undefined {
  const sentence = article.sentences[index];
  if (!sentence) return undefined;
  return 1 + pagesOf(article).findIndex((page) => page.some(({ start, end }) => start <= sentence.start && sentence.start < end));
}

function roomFor(text: string, { start, end }: Span): number {
  return end - start + (text.slice(start, end).match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0);
}

/** A sentence whole, or in pieces that a page has room for: cut behind white space where there is some. */
function piecesOf(text: string, { start, end }: Sentence): Span[] {
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
