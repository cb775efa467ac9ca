import { aboutOf } from '../document/about.ts';
import { compose } from './compose.ts';
import type { Document } from './document.ts';
import { type Page, type PagePiece, readPage } from './html-page.ts';
import type { TooLong } from './too-long.ts';

/** Why no page is read: it has more elements, or has them deeper in one another, than anybody writes, or more text. */
export type BadPage = 'too deep' | 'too large' | TooLong;

/** Readability looks at smaller and flatter pages only: at others it would look for seconds. */
const looksThrough = ({ nodes, depth, pieces }: Page) => nodes <= 30_000 && depth <= 400 && lettersOf(pieces) <= 1_000_000;

/** A text of fewer letters than that is not looked for among what else is on a page. */
const SHORTEST = 500;

/** Readability is trusted where it keeps so much of what a page has beside links. */
const KEEPS = 0.5;

/** Reads a page from the web: its article where there is one, or else all of it but its menus, its header and its footer. */
export async function readHtml(html: string): Promise<Document | BadPage> {
  const page = readPage(html);
  if (typeof page === 'string') return page;
  const all = mainOf(page);
  const found = looksThrough(page) && lettersOf(all) >= SHORTEST ? await findArticle(html, all !== page.pieces) : undefined;
  const pieces = found && lettersOf(found.pieces) >= KEEPS * lettersOf(all) ? headed(found.pieces, all) : all;
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

/** What is in `<main>`, where that is most of the page. */
function mainOf({ pieces }: Page): readonly PagePiece[] {
  const main = pieces.filter(({ inMain }) => inMain);
  return lettersOf(main) >= KEEPS * lettersOf(pieces) ? main : pieces;
}

/** The only heading of a page that is of the first level. */
function firstLevel(page: readonly PagePiece[]): PagePiece | undefined {
  const [title, another] = page.filter(({ kind, level }) => kind === 'heading' && level === 1);
  return another ? undefined : title;
}

/** An article under the only heading of its page that is of the first level: Readability takes that away, or to the second level. */
function headed(article: readonly PagePiece[], page: readonly PagePiece[]): readonly PagePiece[] {
  const title = firstLevel(page);
  if (!title) return article;
  return [title, ...article.filter(({ kind, content }) => kind !== 'heading' || content !== title.content)];
}

/** How long the pieces are that don't just lead elsewhere, in UTF-16 units. */
function lettersOf(pieces: readonly PagePiece[]): number {
  return pieces.reduce((sum, { content, links }) => sum + (links ? 0 : content.length), 0);
}

interface Found {
  readonly title: string | undefined;
  readonly byline: string | undefined;
  readonly published: string | undefined;
  readonly pieces: readonly PagePiece[];
}

/** Only who reads a page waits for the libraries to load. */
async function findArticle(html: string, inMain: boolean): Promise<Found | undefined> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom/worker'), import('@mozilla/readability')]);
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  if (inMain) document.body.replaceChildren(...document.querySelectorAll('main, [role=main]'));
  for (const button of document.querySelectorAll(
    'h1 button, h2 button, h3 button, h4 button, h5 button, h6 button, summary button, dt button',
  ))
    button.replaceWith(...button.childNodes); // Readability takes buttons out, and the names of what they open
  const article = attempt(() => new Readability(document).parse());
  if (!article?.content) return undefined;
  const page = readPage(article.content);
  if (typeof page === 'string') return undefined;
  return {
    title: article.title || undefined,
    byline: article.byline || undefined,
    published: article.publishedTime || undefined,
    pieces: page.pieces,
  };
}

/** What a library makes of broken pages is its own affair: where it fails, it has found nothing. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
