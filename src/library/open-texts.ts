import { fingerprint } from '../article/fingerprint.ts';
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
}

/** @param sources what fetches pages: asked for once, when somebody names the first one */
export function openTexts(library: Library, sources: () => Promise<Sources> = openSources): OpenTexts {
  let current: OpenText = { title: library.host.article.about.title, desk: library.host };
  let all: readonly OpenText[] = [current];
  let opened: Promise<Sources> | undefined;
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
        current = { title, desk: library.openArticle(article), from: named };
        all = [...others, current];
      }
      return { ...found, article: current.desk.article };
    },
    talkAbout: (text) => {
      current = text;
    },
  };
}
