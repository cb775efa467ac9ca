import { type Article, fromBlocks } from '../article/article.ts';
import type { Desk, Keeping } from '../desk.ts';
import type { Body } from './kept-shelves.ts';
import type { Text } from './shelf.ts';
import type { Shelves } from './shelves.ts';

/** How an article becomes a desk. */
export type OpenArticleOf = (article: Article, more?: Partial<Pick<Keeping, 'answerable' | 'earlier' | 'text'>>) => Desk;

/** The texts that are open. */
export interface OpenDesks {
  /** Opens a version of a text, by its fingerprint, or takes it as it is open. @returns undefined where it isn't kept any more */
  version(guild: string, text: Text, fingerprint: string): Promise<Desk | undefined>;
  /** Closes those of a guild. */
  close(guild: string): void;
}

/** How many UTF-16 units of texts stay open: beyond that, those that were used longest ago are closed. */
const OPEN = 20_000_000;

export function openDesks(shelves: Pick<Shelves, 'body'>, open: OpenArticleOf): OpenDesks {
  const desks = new Map<string, Promise<Desk | undefined>>();
  const sizes = new Map<string, number>();
  const close = (key: string) => {
    sizes.delete(key);
    desks.delete(key);
  };
  const closeOld = () => {
    let all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const [key, size] of sizes) {
      if (all <= OPEN || sizes.size <= 1) return;
      all -= size;
      close(key);
    }
  };
  const opened = async (guild: string, { id, title, earlier }: Text, fingerprint: string): Promise<Desk | undefined> => {
    const body = await shelves.body(guild, fingerprint);
    if (!body) return undefined;
    const before = async (old: string) => {
      const kept = earlier.includes(old) ? await shelves.body(guild, old) : undefined;
      return kept && articleOf(kept);
    };
    return open(articleOf(body, title), { answerable: body.questions ?? [], earlier: before, text: id });
  };
  return {
    version: async (guild, text, fingerprint) => {
      const key = `${guild}/${text.id}/${fingerprint}/${text.title}`;
      const opening = desks.get(key) ?? opened(guild, text, fingerprint);
      desks.delete(key); // the last one is the one that was used last
      desks.set(key, opening);
      const desk = await opening.catch((error) => {
        close(key);
        throw error;
      });
      sizes.delete(key);
      if (!desk) {
        desks.delete(key);
        return undefined;
      }
      sizes.set(key, desk.article.text.length);
      closeOld();
      return desk;
    },
    close: (guild) => {
      for (const key of [...desks.keys()]) if (key.startsWith(`${guild}/`)) close(key);
    },
  };
}

/** What is kept of an article, read anew. */
export function articleOf({ about, text, blocks }: Omit<Body, 'guild'>, title = about.title): Article {
  return fromBlocks({ ...about, title }, text, blocks);
}
