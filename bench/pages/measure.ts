import { readdirSync, readFileSync } from 'node:fs';
import { type HTMLElement, parseHTML } from 'linkedom/worker';
import { readArticle } from '../../src/article/article.ts';
import { readHtml } from '../../src/formats/html.ts';

/** How well the article of a page was found. */
export interface Measured {
  readonly page: string;
  /** Sentences, items and rows of the article, as who wrote the page marked them, and those that can't be quoted whole. */
  readonly all: number;
  readonly lost: readonly string[];
  /** How many sentences can be quoted, and those that aren't the article's, or are quoted a second time. */
  readonly quotable: number;
  readonly foreign: readonly string[];
}

/** The pages here, each with its name. */
export function pages(): { page: string; html: string }[] {
  const here = new URL('.', import.meta.url);
  const names = readdirSync(here).filter((name) => name.endsWith('.html'));
  return names.map((name) => ({ page: name.replace(/\.html$/, ''), html: readFileSync(new URL(name, here), 'utf8') }));
}

/** In a page each sentence of its article stands between these, which nobody but this gets to see. */
const MARKED = /⟦(.*?)⟧/gs;
const MARKS = /[⟦⟧]/g;

export async function measure({ page, html }: { page: string; html: string }): Promise<Measured> {
  const truth = Array.from(html.matchAll(MARKED), ([, marked = '']) => shownOf(marked));
  const document = await readHtml(html.replace(MARKS, ''));
  if (typeof document === 'string' || 'kind' in document) throw new Error(`${page} can't be read`);
  const { text, sentences } = readArticle({ title: '' }, document.text, document.blocks);
  const quotable = sentences.filter(({ answers }) => answers).map(({ start, end }) => text.slice(start, end));
  const whole = truth.map(plain).join('');
  const seen = new Set<string>();
  const foreign = quotable.filter((one) => {
    const known = whole.includes(plain(one)) && !seen.has(plain(one));
    seen.add(plain(one));
    return !known;
  });
  const quotes = [...seen].filter((one) => whole.includes(one));
  return {
    page,
    all: truth.length,
    lost: truth.filter((one) => !quotes.some((quote) => quote.includes(plain(one)))),
    quotable: quotable.length,
    foreign,
  };
}

/** What a browser shows of a piece of a page. */
function shownOf(html: string): string {
  const body = parseHTML(`<html><body>${html}</body></html>`).document.body as HTMLElement;
  return body.textContent ?? '';
}

/** A sentence without what may be written in one way or another: white space, marks between cells, bullets. */
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

export function shares(measured: readonly Measured[]): { kept: number; foreign: number } {
  const sum = (of: (one: Measured) => number) => measured.reduce((total, one) => total + of(one), 0);
  return {
    kept: 1 - sum(({ lost }) => lost.length) / sum(({ all }) => all),
    foreign: sum(({ foreign }) => foreign.length) / sum(({ quotable }) => quotable),
  };
}
