import { join, parse } from 'node:path';
import { type ArticleFile, listArticles, readArticleFile } from './files.ts';

/** The article to talk about and the other files there, or why there is none. */
export type Choice =
  | Exclude<ArticleFile, { kind: 'article' }>
  | (Extract<ArticleFile, { kind: 'article' }> & { others: readonly string[] })
  | { kind: 'no articles'; folder: string }
  | { kind: 'no such article'; wanted: string; folder: string; files: readonly string[] };

/**
 * Reads the article that is wanted, or a folder's first.
 * @param wanted a file name in the folder, with or without its extension
 */
export function chooseArticle(folder: string, wanted?: string): Choice {
  const files = listArticles(folder) ?? [];
  if (files.length === 0) return { kind: 'no articles', folder };
  const file =
    wanted === undefined ? files[0] : (files.find((name) => name === wanted) ?? files.find((name) => parse(name).name === wanted));
  if (file === undefined) return { kind: 'no such article', wanted: wanted ?? '', folder, files };
  const read = readArticleFile(join(folder, file));
  return read.kind === 'article' ? { ...read, others: files.filter((name) => name !== file) } : read;
}
