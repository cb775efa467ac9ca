import { join, parse } from 'node:path';
import { type ArticleFile, type BadFile, badAtFirstSight, listArticles, readArticleFile } from './files.ts';

type Read = Extract<ArticleFile, { kind: 'article' }>;

/** The article to talk about, the other files there, and those that are none; or why there is none. */
export type Choice =
  | (Read & { others: readonly string[]; bad: readonly BadFile[] })
  | BadFile
  | { kind: 'no articles'; folder: string }
  | { kind: 'no such article'; wanted: string; folder: string; files: readonly string[] };

/** The page about the bot is talked about where it is wanted, or where there is nothing else; nobody needs to be told that it is there, too. */
const OWN_PAGE = 'verbatim.md';

/**
 * Reads the article that is wanted, or a folder's first that can be read.
 * @param wanted a file name in the folder, with or without its extension
 */
export async function chooseArticle(folder: string, wanted?: string): Promise<Choice> {
  const listed = listArticles(folder);
  if (!listed) return { kind: 'unreadable', file: folder };
  const files = [...listed.filter((name) => name !== OWN_PAGE), ...listed.filter((name) => name === OWN_PAGE)];
  if (files.length === 0) return { kind: 'no articles', folder };
  const named = files.find((name) => name === wanted) ?? files.find((name) => parse(name).name === wanted);
  if (wanted !== undefined && named === undefined) return { kind: 'no such article', wanted, folder, files };
  const passed: BadFile[] = [];
  for (const file of named === undefined ? files : [named]) {
    const read = await readArticleFile(join(folder, file));
    if (read.kind === 'article') {
      const left = files.filter((name) => name !== file && name !== OWN_PAGE && !passed.some((bad) => bad.file === join(folder, name)));
      const { others, bad } = await sorted(folder, left);
      return { ...read, others, bad: [...passed, ...bad] };
    }
    passed.push(read);
  }
  return passed[0] ?? { kind: 'no articles', folder };
}

/** Reads a file that somebody names, wherever it is. */
export async function onlyArticle(file: string): Promise<Choice> {
  const read = await readArticleFile(file);
  return read.kind === 'article' ? { ...read, others: [], bad: [] } : read;
}

/** Which of these files are articles, and which are none, as far as their beginnings tell. */
async function sorted(folder: string, files: readonly string[]): Promise<{ others: string[]; bad: BadFile[] }> {
  const [others, bad]: [string[], BadFile[]] = [[], []];
  for (const name of files) {
    const problem = await badAtFirstSight(join(folder, name));
    if (problem) bad.push(problem);
    else others.push(name);
  }
  return { others, bad };
}
