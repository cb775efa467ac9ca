import { readdirSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { aboutOf } from '../document/about.ts';
import type { LeftOut } from '../formats/document.ts';
import { type Opened, readBytes } from '../formats/open-file.ts';
import { type DocumentRead, looksUnreadable, readDocument } from '../formats/read-document.ts';
import { type Article, readArticle } from './article.ts';

/** Why what a file holds is no article. "too much": see `openStrangersReader`. */
export type BadBytes = Exclude<DocumentRead, { kind: 'document' }> | { kind: 'empty' | 'no words' | 'too much' };

/** Why a file is no article. */
export type BadFile = (BadBytes | Exclude<Opened<never>, { kind: 'read' }>) & { file: string };

/** `assumed`: the encoding that it was read in for want of another. `leftOut`: what stands on the page and is no part of it. */
export type ArticleRead = { kind: 'article'; article: Article; assumed?: string; leftOut?: LeftOut } | BadBytes;
/** `stamp`: what tells this state of the file from others. */
export type ArticleFile = (Extract<ArticleRead, { kind: 'article' }> & { file: string; stamp: string }) | BadFile;

const EXTENSIONS = ['.docx', '.htm', '.html', '.markdown', '.md', '.pdf', '.txt'];

/** Whether a file is called as articles are. */
export function isArticleName(name: string): boolean {
  return EXTENSIONS.includes(extname(name).toLowerCase());
}

/** The names of the files in a folder that are articles by their names, in alphabetical order; undefined where the folder can't be read. */
export function listArticles(folder: string): string[] | undefined {
  try {
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
    return files
      .map((entry) => entry.name)
      .filter((name) => isArticleName(name) && !name.startsWith('.'))
      .sort();
  } catch {
    return undefined;
  }
}

/** Reads a file as an article. */
export async function readArticleFile(file: string): Promise<ArticleFile> {
  const opened = await readBytes(file);
  if (opened.kind !== 'read') return { ...opened, file };
  const read = await readArticleBytes(opened.result, basename(file));
  return read.kind === 'article' ? { ...read, file, stamp: opened.stamp } : { ...read, file };
}

/**
 * Reads what a file holds as an article. Where no header says what its title is, the heading at its top is, or else its name.
 * @param charset the encoding that who sent it named
 */
export async function readArticleBytes(bytes: Uint8Array, name: string, charset?: string): Promise<ArticleRead> {
  const found = await readDocument(bytes, name, charset);
  if (found.kind !== 'document') return found;
  const { about, text, blocks, leftOut } = found.document;
  if (text.trim() === '') return { kind: 'empty' };
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'no words' };
  const named = about.title === undefined ? ({ title: basename(name, extname(name)), untitled: true } as const) : { title: about.title };
  const read = readArticle({ ...about, ...named }, text, blocks);
  const heading = about.title === undefined ? headingAtTop(read) : undefined;
  const article = heading ? { ...read, about: { ...read.about, title: heading } } : read;
  return { kind: 'article', article, ...(found.assumed && { assumed: found.assumed }), ...(leftOut && { leftOut }) };
}

/** The title that a text begins with, where it is marked as one: "# Title" or a line of "=" below it. A line that only looks like a title is no name. */
function headingAtTop({ blocks: [first], text }: Article): string | undefined {
  if (first?.kind !== 'title' || !/^ {0,3}#[ \t]|\n {0,3}=+\s*$/.test(text.slice(first.start, first.end))) return undefined;
  return aboutOf({ title: text.slice(first.content.start, first.content.end) }).title;
}

/** So much of a file tells what it is, in bytes. */
const HEAD = 4096;

/** Why a file is no article, as far as its beginning tells. */
export async function badAtFirstSight(file: string): Promise<BadFile | undefined> {
  const opened = await readBytes(file, HEAD);
  if (opened.kind !== 'read') return { ...opened, file };
  if (opened.result.length === 0) return { kind: 'empty', file };
  const problem = await looksUnreadable(opened.result, basename(file));
  return problem && { ...problem, file };
}
