import type { Article } from '../article/article.ts';
import type { BadFile } from '../article/files.ts';
import { fingerprint } from '../article/fingerprint.ts';
import { type Follow, follow, type Origin } from '../article/follow.ts';
import type { Desk } from '../desk.ts';
import type { Found, NotFound, Sources } from './bring.ts';
import type { Library } from './library.ts';
import { bringNamed } from './named.ts';
import { newTitle } from './shelf.ts';
import { openSources } from './sources.ts';

export interface OpenText {
  readonly title: string;
  readonly desk: Desk;
  /** The file or the link that it was opened from; undefined of the text that was there at the start. */
  readonly from?: string;
  /** Undefined: it was no file of this machine. */
  readonly look?: Follow;
}

/** The texts that somebody at this machine has opened, the library's own first. They are in memory alone. */
export interface OpenTexts {
  readonly library: Library;
  readonly all: readonly OpenText[];
  /** The one that is talked about. */
  readonly current: OpenText;
  /** Reads a page or a file, and talks about it from then on, where it can be read. */
  open(named: string): Promise<Found | NotFound>;
  talkAbout(text: OpenText): void;
  /** Reads the file of the text that is talked about again, where it has changed. @returns undefined where it has not; a problem, where the text stays as it was */
  look(): Promise<{ readonly kind: 'read again'; readonly file: string } | BadFile | undefined>;
}

/**
 * @param sources what fetches pages: asked for once, when somebody names the first one
 * @param origin the file of the library's own text
 */
export function openTexts(library: Library, sources: () => Promise<Sources> = openSources, origin?: Origin): OpenTexts {
  const { article } = library.host;
  let current: OpenText = { title: article.about.title, desk: library.host, ...(origin && { look: follow(article, origin) }) };
  let all: readonly OpenText[] = [current];
  let opened: Promise<Sources> | undefined;
  const next = (article: Article, { desk }: OpenText) => {
    if (desk !== library.host) return library.openArticle(article);
    library.renew(article);
    return library.host;
  };
  return {
    library,
    get all() {
      return all;
    },
    get current() {
      return current;
    },
    open: async (named) => {
      const found = await bringNamed(named, () => {
        opened ??= sources();
        return opened;
      });
      if (found.kind !== 'found') return found;
      const same = all.find(({ desk }) => desk.fingerprint === fingerprint(found.article));
      if (same) current = same;
      else {
        const others = all.filter(({ from }) => from !== named); // of a file that has changed, its new version alone is talked about
        const title = newTitle(found.article.about.title, others);
        const article = { ...found.article, about: { ...found.article.about, title } };
        const look = found.origin && { look: follow(found.article, found.origin) };
        current = { title, desk: library.openArticle(article), from: named, ...look };
        all = [...others, current];
      }
      return { ...found, article: current.desk.article };
    },
    talkAbout: (text) => {
      current = text;
    },
    look: async () => {
      const before = current;
      const read = await before.look?.();
      if (read?.kind !== 'article') return read;
      const { article, file } = read;
      const others = all.filter((one) => one !== before);
      const title = newTitle(article.about.title, others);
      current = { ...before, title, desk: next({ ...article, about: { ...article.about, title } }, before) };
      all = all.map((one) => (one === before ? current : one));
      return { kind: 'read again', file };
    },
  };
}
