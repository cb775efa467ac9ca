import { aboutOf } from '../document/about.ts';
import { compose } from './compose.ts';
import type { Document } from './document.ts';
import { articleOf, firstLevel, lettersOf, mainOf, SHORTEST } from './html/article.ts';
import { leftOut } from './html/left-out.ts';
import { type Page, readPage } from './html/page.ts';
import { findArticle } from './html/readability.ts';
import { beside, kindsOf, without } from './html/regions.ts';
import type { TooLong } from './too-long.ts';

/** Why no page is read: it has more elements, or has them deeper in one another, than anybody writes, or more text. */
export type BadPage = 'too deep' | 'too large' | TooLong;

/** Readability looks at smaller and flatter pages only: at others it would look for seconds. */
const looksThrough = ({ nodes, depth, pieces }: Page) => nodes <= 30_000 && depth <= 400 && lettersOf(pieces) <= 1_000_000;

/** Reads a page from the web: its article where there is one, or else all of it but its menus, its header and its footer. */
export async function readHtml(html: string): Promise<Document | BadPage> {
  const page = readPage(html);
  if (typeof page === 'string') return page;
  const around = beside(page.pieces, page.regions);
  const kinds = kindsOf(page.pieces, around);
  const all = mainOf(page, kinds);
  const inMain = all.every((piece) => piece.inMain);
  const found = looksThrough(page) && lettersOf(all) >= SHORTEST ? await findArticle(without(html, around), inMain) : undefined;
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
  return 'text' in composed ? { about, ...composed, ...leftOut(page.pieces, pieces, kinds) } : composed;
}

/** Reads HTML that is nothing but a text. */
export function readFragment(html: string): Pick<Document, 'text' | 'blocks'> | BadPage {
  const page = readPage(html);
  return typeof page === 'string' ? page : compose(page.pieces);
}
