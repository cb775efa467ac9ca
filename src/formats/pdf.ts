import { getDocumentProxy } from 'unpdf';
import { aboutOf } from '../document/about.ts';
import type { Document } from './document.ts';
import { type TooLong, tooLong } from './too-long.ts';

/** So many pages and so many milliseconds at most: who reads a longer one would wait too long. */
const MOST_PAGES = 3000;
const LONGEST = 30_000;

export type BadPdf = 'encrypted' | 'broken' | 'too large' | 'no text layer' | TooLong;

/** Reads the text of a PDF, line by line, its paragraphs apart where the page shows them apart. */
export async function readPdf(bytes: Uint8Array): Promise<Document | BadPdf> {
  const until = Date.now() + LONGEST;
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
    try {
      if (pdf.numPages > MOST_PAGES) return 'too large';
      const pages: string[][] = [];
      for (let page = 1; page <= pdf.numPages; page++) {
        if (Date.now() > until) return 'too large';
        const { items } = await (await pdf.getPage(page)).getTextContent();
        pages.push(linesOf(items as Item[]));
      }
      const text = unhyphenated(joined(withoutRunningHeads(pages)));
      if (text === '') return 'no text layer';
      const long = tooLong(text);
      if (long) return long;
      const { info } = (await pdf.getMetadata().catch(() => undefined)) ?? {};
      const { Title, Author } = (info ?? {}) as { Title?: unknown; Author?: unknown };
      return { about: aboutOf({ title: sensible(Title), byline: sensible(Author) }), text };
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    return (error as Error)?.name === 'PasswordException' ? 'encrypted' : 'broken';
  }
}

/** A piece of a line; `transform` ends in its place on the page, from the left and from below. */
interface Item {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  readonly transform: readonly number[];
}

/** The lines of a page; an empty one where there is more room between two than lines of their size take. */
function linesOf(items: readonly Item[]): string[] {
  const lines: string[] = [];
  let [line, above, height]: [string, number | undefined, number] = ['', undefined, 0];
  for (const { str, hasEOL, height: tall, transform } of items) {
    const y = transform[5] ?? 0;
    if (line.trim() === '' && str.trim() !== '') {
      if (above !== undefined && Math.abs(above - y) > 1.7 * Math.max(tall, height)) lines.push('');
      [above, height] = [y, tall];
    }
    line += str;
    if (!hasEOL) continue;
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines.map((text) => text.replace(UNSHOWN, ''));
}

/** Controls, which fonts without a table of letters give. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
const UNSHOWN = /[\0-\x08\x0e-\x1f\x7f\ufeff]/g;

/** Without the first and last lines that most pages have in common but for a number, and without page numbers. */
function withoutRunningHeads(pages: readonly string[][]): string[][] {
  const counts = new Map<string, number>();
  const key = (line: string | undefined) => line?.replace(/\p{N}+/gu, '#') ?? '';
  for (const page of pages) for (const line of new Set([key(page[0]), key(page.at(-1))])) counts.set(line, (counts.get(line) ?? 0) + 1);
  const runs = (line: string | undefined) => {
    const times = counts.get(key(line)) ?? 0;
    return times >= 3 && times * 2 >= pages.length;
  };
  return pages.map((page) => page.slice(runs(page[0]) ? 1 : 0, page.length > 1 && runs(page.at(-1)) ? -1 : undefined));
}

/** The text of all pages: a sentence that a page breaks off goes on in the next line. */
function joined(pages: readonly string[][]): string {
  let text = '';
  for (const page of pages) {
    const next = page.join('\n').trim();
    if (next === '') continue;
    const goesOn = /[\p{L}\p{N},;-]$/u.test(text) && /^\p{Ll}/u.test(next);
    text += `${text === '' ? '' : goesOn ? '\n' : '\n\n'}${next}`;
  }
  return text;
}

/** Puts words together again that are broken at the end of a line, unless the text has them with a hyphen elsewhere, too. No word has more than 60 letters: longer runs would take time by their square. */
function unhyphenated(text: string): string {
  const hyphened = new Set(text.toLowerCase().match(/\p{L}{1,60}-\p{L}{1,60}/gu));
  return text.replace(/(\p{L}{1,60})-\n(\p{Ll}{1,60})/gu, (_, first: string, second: string) =>
    hyphened.has(`${first}-${second}`.toLowerCase()) ? `${first}-${second}` : `${first}${second}`,
  );
}

/** Programs put a file's name, or nothing, where nobody has said a title or an author. */
function sensible(said: unknown): string | undefined {
  return typeof said === 'string' && !/^Microsoft \w+ - |\.\w{2,5}$|^untitled/i.test(said.trim()) ? said : undefined;
}
