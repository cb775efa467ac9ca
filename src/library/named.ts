import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isArticleName, readArticleFile } from '../article/files.ts';
import { bring, type Found, foundIn, type NotFound, type Sources } from './bring.ts';

/** Reads what the host names: a page, or a file. */
export async function bringNamed(named: string, sources: () => Promise<Sources>): Promise<Found | NotFound> {
  if (isLink(named)) return bring({ kind: 'link', link: named }, undefined, await sources());
  return foundIn(await readArticleFile(named), named);
}

export function isLink(named: string): boolean {
  return /^https?:/i.test(named);
}

/** The path that is meant by what was typed, pasted, or dragged into a terminal; undefined where nothing is there. */
export function pathIn(typed: string): string | undefined {
  return [typed, unquoted(typed), addressed(typed)].map(fromHome).find((path) => existsSync(path));
}

/** As a shell reads it: without its quotation marks, and without the backslashes before blanks and the like. */
function unquoted(typed: string): string {
  return typed.replace(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g,
    (_, single, double, escaped) => single ?? double?.replace(/\\(.)/g, '$1') ?? escaped,
  );
}

function addressed(typed: string): string {
  try {
    return fileURLToPath(typed);
  } catch {
    return typed;
  }
}

function fromHome(path: string): string {
  return path.replace(/^~(?=$|[/\\])/, () => homedir());
}

/** Whether somebody must mean a file by this. */
export function looksLikePath(typed: string): boolean {
  return /[/\\]/.test(typed) || isArticleName(typed);
}

/** The folders and the texts whose paths begin with what was typed. */
export function pathsFrom(typed: string): readonly string[] {
  const [begun = ''] = /[^/\\]*$/.exec(typed) ?? [];
  const folder = typed.slice(0, typed.length - begun.length);
  try {
    return readdirSync(fromHome(folder) || '.', { withFileTypes: true })
      .filter(({ name }) => name.startsWith(begun) && (begun !== '' || !name.startsWith('.')))
      .flatMap((one) => (one.isDirectory() ? `${folder}${one.name}/` : isArticleName(one.name) ? `${folder}${one.name}` : []));
  } catch {
    return [];
  }
}
