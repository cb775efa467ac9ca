import { readPage } from './page.ts';

/** What Readability takes for the article of a page. */
export interface Found {
  readonly title: string | undefined;
  readonly byline: string | undefined;
  readonly published: string | undefined;
  /** The contents of its pieces, without white space. */
  readonly contents: ReadonlySet<string>;
}

/** A text as Readability and a page have it alike. */
export const squashed = (text: string) => text.replace(/\s+/g, '');

/** Only who reads a page waits for the libraries to load. @param inMain whether the article is known to be in `<main>` */
export async function findArticle(html: string, inMain: boolean): Promise<Found | undefined> {
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
    contents: new Set(page.pieces.map(({ content }) => squashed(content))),
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
