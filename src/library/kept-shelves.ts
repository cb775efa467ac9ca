import type { About } from '../document/about.ts';
import type { Block } from '../document/block.ts';
import { personsOf, SOMEBODY } from '../moderation/records.ts';
import { guildsIn, openCollection } from '../store/collection.ts';
import { takeTurnsIn } from '../store/leases.ts';
import { allOf, type Store } from '../store/store.ts';
import { articlesOf, empty, type Shelf } from './shelf.ts';

/** What is kept of an article, whole: it is read anew from that. */
export interface Body {
  readonly guild: string;
  readonly about: About;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Questions that it answers, as far as they are known. */
  readonly questions?: readonly string[];
}

/** The shelves of guilds and the texts on them, as they are kept: what changes one of them waits for its turn. */
export interface KeptShelves {
  of(guild: string): Promise<Shelf>;
  body(guild: string, article: string): Promise<Body | undefined>;
  /** Changes a shelf. A text that comes is written before it is on the shelf, and one that goes is removed after that: what is on a shelf is always there. */
  change(guild: string, next: (shelf: Shelf) => Shelf): Promise<void>;
  /** Writes a text, and puts it on the shelf as `next` says; removes it again if there is no room. */
  put<T>(guild: string, article: string, body: Omit<Body, 'guild'>, next: (shelf: Shelf) => Put<T>): Promise<T>;
  /** Keeps questions that a text answers. */
  answers(guild: string, article: string, questions: readonly string[]): Promise<void>;
  /** The texts stay; who brought them is forgotten. */
  forgetUser(user: string): Promise<void>;
  forgetGuild(guild: string): Promise<void>;
  /** Removes texts that are on no shelf: the bot was stopped between writing one and putting it there. */
  tidy(): Promise<void>;
}

/** A shelf as it is to be, and what came of that. */
export interface Put<T> {
  readonly came: T;
  readonly shelf: Shelf;
}

export function openKept(store: Store): KeptShelves {
  const shelves = openCollection<Shelf>(store, 'shelf', ({ guild, texts }) => ({
    guild,
    users: [...new Set(texts.flatMap(({ by }) => personsOf(by)))],
  }));
  const bodies = openCollection<Body>(store, 'text', ({ guild }) => ({ guild }));
  const turns = takeTurnsIn(store);
  const inTurn = <T>(guild: string, work: () => Promise<T>) => turns(`shelf/${guild}`, work);
  const keyOf = (guild: string, article: string) => `${guild}/${article}`;
  const of = async (guild: string) => (await shelves.get(guild)) ?? empty(guild);
  const change = (guild: string, next: (shelf: Shelf) => Shelf) => inTurn(guild, () => changeNow(guild, next));
  const changeNow = async (guild: string, next: (shelf: Shelf) => Shelf) => {
    let before = empty(guild);
    const now = await shelves.change(guild, (shelf) => {
      before = shelf ?? empty(guild);
      const after = next(before);
      return after.texts.length === 0 && Object.keys(after.channels).length === 0 && !after.unwatched ? undefined : after;
    });
    const kept = new Set((now?.texts ?? []).flatMap(articlesOf));
    for (const article of before.texts.flatMap(articlesOf)) if (!kept.has(article)) await bodies.remove(keyOf(guild, article));
  };
  const put = <T>(guild: string, article: string, body: Omit<Body, 'guild'>, next: (shelf: Shelf) => Put<T>) =>
    inTurn(guild, () => putNow(guild, article, body, next));
  const putNow = async <T>(guild: string, article: string, body: Omit<Body, 'guild'>, next: (shelf: Shelf) => Put<T>) => {
    await bodies.keep(keyOf(guild, article), { guild, ...body });
    let came: T | undefined;
    await changeNow(guild, (shelf) => {
      const put = next(shelf);
      came = put.came;
      return put.shelf;
    });
    const shelf = await of(guild);
    if (!shelf.texts.flatMap(articlesOf).includes(article)) await bodies.remove(keyOf(guild, article));
    return came as T;
  };
  const lostOf = async (guild: string) => {
    const kept = new Set((await of(guild)).texts.flatMap(articlesOf).map((article) => keyOf(guild, article)));
    return (await allOf(bodies.idsOf({ guild }))).filter((id) => !kept.has(id));
  };
  const removeLost = async (guild: string) => {
    for (const id of await lostOf(guild)) await bodies.remove(id);
  };
  return {
    of,
    body: (guild, article) => bodies.get(keyOf(guild, article)),
    change,
    put,
    answers: async (guild, article, questions) => {
      await bodies.change(keyOf(guild, article), (body) => body && { ...body, questions });
    },
    forgetUser: (user) =>
      shelves.changeEach({ user }, (shelf) => ({
        ...shelf,
        texts: shelf.texts.map((text) => (text.by.id === user ? { ...text, by: SOMEBODY } : text)),
      })),
    forgetGuild: async (guild) => {
      await shelves.changeEach({ guild }, () => undefined);
      await bodies.changeEach({ guild }, () => undefined);
    },
    tidy: async () => {
      for await (const guild of guildsIn(store)) if ((await lostOf(guild)).length > 0) await inTurn(guild, () => removeLost(guild)); // none that is being added
    },
  };
}
