import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { readFrontMatter } from '../document/front-matter.ts';
import { type Article, readArticle } from './article.ts';

/** Why a file is no article. */
export type BadFile =
  | { kind: 'missing' | 'folder' | 'unreadable' | 'empty' | 'binary' | 'not UTF-8' | 'no words'; file: string }
  | { kind: 'bad front matter'; file: string; line: number; reason: string };

export type ArticleFile = { kind: 'article'; article: Article } | BadFile;

const EXTENSIONS = ['.md', '.txt'];

/** The names of the files in a folder that are articles, in alphabetical order; undefined where the folder can't be read. */
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

/** Reads a file as an article. Without a title in its front matter, its name is the title. */
export function readArticleFile(file: string): ArticleFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return { kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : code === 'EISDIR' ? 'folder' : 'unreadable', file };
  }
  const text = decode(bytes);
  if (text === undefined) return { kind: bytes.includes(0) ? 'binary' : 'not UTF-8', file };
  if (text.trim() === '') return { kind: 'empty', file };
  const front = readFrontMatter(text);
  if (front.kind === 'bad front matter') return { ...front, file };
  if (front.text.trim() === '') return { kind: 'empty', file };
  if (!/[\p{L}\p{N}]/u.test(front.text)) return { kind: 'no words', file };
  const named =
    front.about.title === undefined ? ({ title: basename(file, extname(file)), untitled: true } as const) : { title: front.about.title };
  return { kind: 'article', article: readArticle({ ...front.about, ...named }, front.text) };
}

/** UTF-8 as text without its BOM; undefined where it is not UTF-8, or holds a NUL, which no text does. */
function decode(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
