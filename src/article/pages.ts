import type { Article } from './article.ts';
import type { Span } from './span.ts';

/** A paragraph, or as many of its sentences as a page has room for. */
export interface Passage extends Span {
  readonly paragraph: number;
}

/** About this many UTF-16 units stand on a page; a sentence is never cut. */
const PAGE = 1500;

/** The whole article by pages. */
export function pagesOf({ sentences }: Article): Passage[][] {
  const pages: Passage[][] = [];
  let room = 0;
  for (const { paragraph, start, end } of sentences) {
    let page = pages.at(-1);
    if (!page || end - start > room) {
      page = [];
      pages.push(page);
      room = PAGE;
    }
    room -= end - start;
    const last = page.at(-1);
    if (last?.paragraph === paragraph) page[page.length - 1] = { ...last, end };
    else page.push({ paragraph, start, end });
  }
  return pages;
}
