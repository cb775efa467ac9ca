import type { About } from '../document/about.ts';
import type { Block } from '../document/block.ts';
import { personsOf, SOMEBODY } from '../moderation/records.ts';
import { guildsIn, openCollection } from '../store/collection.ts';
import { takeTurnsIn } from '../store/leases.ts';
import { newNumber } from '../store/number.ts';
import { allOf, type Store } from '../store/store.ts';
import {
  articlesOf,
  empty,
  type Full,
  LIMITS,
  type Limits,
  newTitle,
  next,
  roomFor,
  type Shelf,
  type Text,
  withoutText,
  withText,
} from './shelf.ts';

/** What is kept of an article, whole: it is read anew from that. */
export interface Body {
  readonly guild: string;
  readonly about: About;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Questions that it answers, as far as they are known. */
  readonly questions?: readonly string[];
}

/** A new text: what is kept of it, and its fingerprint. */
export interface Brought extends Omit<Text, 'id' | 'earlier' | 'bytes' | 'looked' | 'offered' | 'declined'> {
  readonly body: Omit<Body, 'guild'>;
}

/** A text that was taken away, as it was, and the channels that talk about all others since: they talked about it alone. */
export interface Removed {
  readonly text: Text;
  readonly freed: readonly string[];
}

/** What is kept of the texts of guilds. */
export interface Shelves {
  of(guild: string): Promise<Shelf>;
  body(guild: string, article: string): Promise<Body | undefined>;
  /** Why a new text would have no room; undefined where it has. */
  full(guild: string, brought: Pick<Brought, 'article' | 'body'>): Promise<Full | undefined>;
  add(guild: string, brought: Brought): Promise<{ readonly kind: 'added'; readonly text: Text } | Full>;
  /** Gives a text its next version. @returns how it is now; 'gone' where somebody has taken it away meanwhile */
  replace(
    guild: string,
    id: number,
    next: Pick<Brought, 'article' | 'body'> & { link?: string },
  ): Promise<{ readonly kind: 'replaced'; readonly text: Text } | Full | { readonly kind: 'gone' }>;
  /** Keeps when a text's page was looked at, in milliseconds since 1970. */
  looked(guild: string, id: number, at: number): Promise<void>;
  /** Keeps what a text's page says now beside it, until somebody decides on it. @returns the text; undefined where there is no room for it */
  offer(guild: string, id: number, next: Pick<Brought, 'article' | 'body'>): Promise<Text | undefined>;
  /** Keeps that managers were told of what is offered. */
  told(guild: string, id: number): Promise<void>;
  /** Lets a text have what was offered. @returns it; undefined where nothing is offered any more */
  take(guild: string, id: number): Promise<Text | undefined>;
  /** Lets a text stay as it is, whatever was offered. */
  decline(guild: string, id: number): Promise<void>;
  /** Forgets what was offered: it may be offered again. */
  withdraw(guild: string, id: number): Promise<void>;
  /** Lets the pages of a guild's texts be looked at, or not. */
  watch(guild: string, is: boolean): Promise<void>;
  /** Takes a text away, with all its versions. */
  remove(guild: string, id: number): Promise<Removed | undefined>;
  /** Lets a channel talk about these alone; about all, where there are none. */
  choose(guild: string, channel: string, ids: readonly number[]): Promise<void>;
  /** Keeps questions that a text answers. */
  answers(guild: string, article: string, questions: readonly string[]): Promise<void>;
  /** The texts stay; who brought them is forgotten. */
  forgetUser(user: string): Promise<void>;
  forgetGuild(guild: string): Promise<void>;
  /** Removes texts that are on no shelf: the bot was stopped between writing one and putting it there. */
  tidy(): Promise<void>;
}

export function openShelves(store: Store, limits: Limits = LIMITS): Shelves {
  const shelves = openCollection<Shelf>(store, 'shelf', ({ guild, texts }) => ({
    guild,
    users: [...new Set(texts.flatMap(({ by }) => personsOf(by)))],
  }));
  const bodies = openCollection<Body>(store, 'text', ({ guild }) => ({ guild }));
  const turns = takeTurnsIn(store);
  const inTurn = <T>(guild: string, work: () => Promise<T>) => turns(`shelf/${guild}`, work);
  const keyOf = (guild: string, article: string) => `${guild}/${article}`;
  const of = async (guild: string) => (await shelves.get(guild)) ?? empty(guild);
  /** Changes a shelf. A text that comes is written before it is on the shelf, and one that goes is removed after that: what is on a shelf is always there. */
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
  /** Writes a text, and puts it where `next` says; takes it away again where that finds no room. */
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
    full: async (guild, { article, body }) => roomFor(await of(guild), article, Buffer.byteLength(body.text), limits),
    add: (guild, { body, ...brought }) =>
      put(guild, brought.article, body, (shelf): Put<{ kind: 'added'; text: Text } | Full> => {
        const bytes = Buffer.byteLength(body.text);
        const full = roomFor(shelf, brought.article, bytes, limits);
        if (full) return { came: full, shelf };
        const text: Text = { ...brought, title: newTitle(brought.title, shelf.texts), id: newNumber(), earlier: [], bytes };
        return { came: { kind: 'added', text }, shelf: { ...shelf, texts: [...shelf.texts, text] } };
      }),
    replace: (guild, id, { article, body, link }) =>
      put(guild, article, body, (shelf): Put<{ kind: 'replaced'; text: Text } | Full | { kind: 'gone' }> => {
        const before = shelf.texts.find((one) => one.id === id);
        if (!before) return { came: { kind: 'gone' }, shelf };
        const others = { ...shelf, texts: shelf.texts.filter((one) => one !== before) };
        const bytes = Buffer.byteLength(body.text);
        const full = roomFor(others, article, bytes, limits);
        if (full) return { came: full, shelf };
        const { link: _before, ...same } = next(before, article, bytes);
        const text: Text = { ...same, ...(link !== undefined && { link }) };
        return { came: { kind: 'replaced', text }, shelf: withText(shelf, id, () => text) };
      }),
    looked: (guild, id, at) => change(guild, (shelf) => withText(shelf, id, (text) => ({ ...text, looked: at }))),
    offer: (guild, id, { article, body }) =>
      put(guild, article, body, (shelf): Put<Text | undefined> => {
        const others = shelf.texts.filter((one) => one.id !== id);
        const full =
          others.length === shelf.texts.length || roomFor({ ...shelf, texts: others }, article, Buffer.byteLength(body.text), limits);
        if (full) return { came: undefined, shelf };
        const next = withText(shelf, id, (text) => ({ ...text, offered: article }));
        return { came: next.texts.find((one) => one.id === id), shelf: next };
      }),
    told: (guild, id) =>
      change(guild, (shelf) => withText(shelf, id, (text) => (text.offered === undefined ? text : { ...text, told: text.offered }))),
    take: async (guild, id) => {
      const { offered = '' } = (await of(guild)).texts.find((one) => one.id === id) ?? {};
      const body = await bodies.get(keyOf(guild, offered));
      if (!body) return undefined;
      let taken: Text | undefined;
      await change(guild, (shelf) =>
        withText(shelf, id, (text) => {
          if (text.offered !== offered) return text;
          taken = next(text, offered, Buffer.byteLength(body.text));
          return taken;
        }),
      );
      return taken;
    },
    decline: (guild, id) =>
      change(guild, (shelf) =>
        withText(shelf, id, ({ offered, ...text }) => ({ ...text, ...(offered !== undefined && { declined: offered }) })),
      ),
    withdraw: (guild, id) => change(guild, (shelf) => withText(shelf, id, ({ offered: _withdrawn, told: _known, ...text }) => text)),
    watch: (guild, is) => change(guild, ({ unwatched: _before, ...shelf }) => (is ? shelf : { ...shelf, unwatched: true })),
    remove: async (guild, id) => {
      let removed: Removed | undefined;
      await change(guild, (before) => {
        const text = before.texts.find((one) => one.id === id);
        const { shelf, freed } = withoutText(before, id);
        removed = text && { text, freed: shelf.texts.length > 0 ? freed : [] };
        return shelf;
      });
      return removed;
    },
    choose: (guild, channel, ids) =>
      change(guild, (shelf) => {
        const { [channel]: _before, ...others } = shelf.channels;
        return { ...shelf, channels: ids.length === 0 ? others : { ...others, [channel]: ids } };
      }),
    answers: async (guild, article, questions) => {
      await bodies.change(keyOf(guild, article), (body) => body && { ...body, questions });
    },
    forgetUser: (user) =>
      shelves.changeEach({ user }, (shelf) => ({
        ...shelf,
        texts: shelf.texts.map((text) => (text.by.id === user ? { ...text, by: SOMEBODY } : text)),
      })),
    tidy: async () => {
      for await (const guild of guildsIn(store)) if ((await lostOf(guild)).length > 0) await inTurn(guild, () => removeLost(guild)); // none that is being added
    },
    forgetGuild: async (guild) => {
      await shelves.changeEach({ guild }, () => undefined);
      await bodies.changeEach({ guild }, () => undefined);
    },
  };
}

interface Put<T> {
  readonly came: T;
  readonly shelf: Shelf;
}
