import { readdirSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type Opened, readBytes } from '../formats/open-file.ts';
import { type DocumentRead, looksUnreadable, readDocument } from '../formats/read-document.ts';
import { type Article, readArticle } from './article.ts';

type Problem = Exclude<Opened<never>, { kind: 'read' }> | Exclude<DocumentRead, { kind: 'document' }> | { kind: 'empty' | 'no words' };

/** Why a file is no article. */
export type BadFile = Problem & { file: string };

/** `assumed`: the encoding that it was read in for want of another. */
export type ArticleFile = { kind: 'article'; file: string; article: Article; assumed?: string } | BadFile;

const EXTENSIONS = ['.docx', '.htm', '.html', '.markdown', '.md', '.pdf', '.txt'];

/** The names of the files in a folder that are articles by their names, in alphabetical order; undefined where the folder can't be read. */
export function listArticles(folder: string): string[] | undefined {
  try {
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
    return files
      .map((entry) => entry.name)
      .filter((name) => EXTENSIONS.includes(extname(name).toLowerCase()) && !name.startsWith('.'))
      .sort();
  } catch {
    return undefined;
  }
}

/** Reads a file as an article. Where it doesn't say what its title is, its name is the title. */
export async function readArticleFile(file: string): Promise<ArticleFile> {
  const opened = await readBytes(file);
  if (opened.kind !== 'read') return { ...opened, file };
  const read = await readDocument(opened.result, basename(file));
  if (read.kind !== 'document') return { ...read, file };
  const { about, text, blocks } = read.document;
  if (text.trim() === '') return { kind: 'empty', file };
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'no words', file };
  const named = about.title === undefined ? ({ title: basename(file, extname(file)), untitled: true } as const) : { title: about.title };
  const article = readArticle({ ...about, ...named }, text, blocks);
  return { kind: 'article', file, article, ...(read.assumed && { assumed: read.assumed }) };
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
