import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file that the page is made of. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
}

const PAGE = fileURLToPath(new URL('page', import.meta.url));
const PACKAGES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** The packages that the page's code imports, each with the file that a browser takes for it. */
const LIBRARIES: Readonly<Record<string, string | undefined>> = {
  '@skyra/discord-components-core': undefined, // by its files alone: most of it isn't needed
  lit: 'index.js',
  'lit-html': 'lit-html.js',
  'lit-element': undefined,
  '@lit/reactive-element': 'reactive-element.js',
  '@lit/context': 'index.js',
};

/** Where a browser finds what is imported by name, beside the page. */
export const IMPORTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LIBRARIES).flatMap(([name, entry]) => [
    ...(entry ? [[name, `./modules/${name}/${entry}`]] : []),
    [`${name}/`, `./modules/${name}/`],
  ]),
);

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** A file of the page, or of a library that it imports, by its path beside the page ("style.css", "modules/lit/index.js"); undefined where there is none. */
export async function pageFile(path: string): Promise<PageFile | undefined> {
  const [, inPackage] = /^modules\/(.*)$/.exec(path) ?? [];
  const isOfLibrary = inPackage !== undefined && Object.keys(LIBRARIES).some((name) => inPackage.startsWith(`${name}/`));
  if (inPackage !== undefined && !isOfLibrary) return undefined;
  const folder = inPackage === undefined ? PAGE : PACKAGES;
  const file = join(folder, inPackage ?? path);
  const type = TYPES[extname(file)];
  if (!type || !file.startsWith(folder + sep) || (inPackage !== undefined && extname(file) !== '.js')) return undefined;
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && { type, bytes };
}
