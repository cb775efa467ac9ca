import type { Article } from '../article/article.ts';
import type { ArticleFile, ArticleRead, BadBytes, BadFile } from '../article/files.ts';
import { fingerprint } from '../article/fingerprint.ts';
import type { Origin } from '../article/follow.ts';
import type { Given, StrangersReader } from '../article/strangers.ts';
import type { NotFetched } from '../fetching/fetched.ts';
import type { Fetcher } from '../fetching/fetcher.ts';
import type { LeftOut } from '../formats/document.ts';
import type { Body } from './kept-shelves.ts';

/** What somebody wants to bring in: a page, a file that is attached to a message, or what a message says. */
export type Source =
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'file'; readonly link: string; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** A text that was read, and is not kept yet. */
export interface Found {
  readonly kind: 'found';
  readonly article: Article;
  /** What stands on its page, and was not taken for a part of it. */
  readonly leftOut?: LeftOut;
  /** Where it was found, where that is a page. */
  readonly link?: string;
  /** The file that it was read from, where it was one of this machine. */
  readonly origin?: Origin;
  /** The encoding that was assumed, if the file doesn't tell its own. */
  readonly assumed?: string;
}

/** Why there is none: it could not be fetched, or what there is can't be read. */
export type NotFound =
  | { readonly kind: 'not fetched'; readonly problem: NotFetched }
  | { readonly kind: 'not read'; readonly problem: BadBytes | BadFile; readonly name: string };

/** What brings texts in. */
export interface Sources {
  readonly fetcher: Fetcher;
  readonly reader: StrangersReader;
}

/** Fetches and reads what somebody wants to bring into a guild; undefined: what the host wants to read. */
export async function bring(source: Source, guild: string | undefined, { fetcher, reader }: Sources): Promise<Found | NotFound> {
  if (source.kind === 'text') return readAs({ bytes: Buffer.from(source.text), name: MESSAGE }, reader);
  const fetched = await (source.kind === 'link' ? fetcher.page(source.link, guild) : fetcher.attachment(source.link));
  if (fetched.kind !== 'fetched') return { kind: 'not fetched', problem: fetched };
  const { bytes, url, charset } = fetched;
  const found = await readAs({ bytes, name: source.kind === 'file' ? source.name : fetched.name, charset }, reader);
  if (found.kind !== 'found' || source.kind === 'file') return found;
  const { article } = found;
  return { ...found, article: { ...article, about: { ...article.about, source: url } }, link: url }; // where it was, and not what it says of itself
}

/** What a message says is read as a file of this name. */
const MESSAGE = 'message.md';

async function readAs(given: Given, reader: StrangersReader): Promise<Found | NotFound> {
  return foundIn(await reader.read(given), given.name);
}

/** What was read of a file, as what was found. @param name the file's */
export function foundIn(read: ArticleRead | ArticleFile, name: string): Found | NotFound {
  if (read.kind !== 'article') return { kind: 'not read', problem: read, name };
  return {
    kind: 'found',
    article: read.article,
    ...('stamp' in read && { origin: { file: read.file, stamp: read.stamp } }),
    ...(read.assumed && { assumed: read.assumed }),
    ...(read.leftOut && { leftOut: read.leftOut }),
  };
}

/** What is kept of an article. */
export function bodyOf({ about, text, blocks }: Article): Omit<Body, 'guild'> {
  return { about, text, blocks };
}

/** What a shelf needs to know of an article that was found. */
export function brought({ article, link }: Found) {
  return { article: fingerprint(article), body: bodyOf(article), title: article.about.title, ...(link !== undefined && { link }) };
}
