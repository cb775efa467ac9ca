import { newNumber } from '../store/number.ts';
import type { Store } from '../store/store.ts';
import { type Body, type KeptShelves, openKept, type Put } from './kept-shelves.ts';
import { type Full, LIMITS, type Limits, newTitle, next as nextVersion, roomFor, type Text, withoutText, withText } from './shelf.ts';

/** A new text: what is kept of it, and its fingerprint. */
export interface Brought extends Omit<Text, 'id' | 'earlier' | 'bytes' | 'looked' | 'offered' | 'declined'> {
  readonly body: Omit<Body, 'guild'>;
}

/** A text that was removed, and the channels that talked only about it: they talk about all texts now. */
export interface Removed {
  readonly text: Text;
  readonly freed: readonly string[];
}

/** What is kept of the texts of guilds. */
export interface Shelves extends Omit<KeptShelves, 'change' | 'put'> {
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
}

export function openShelves(store: Store, limits: Limits = LIMITS): Shelves {
  const { of, body, change, put, ...kept } = openKept(store);
  return {
    of,
    body,
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
        const { link: _before, ...same } = nextVersion(before, article, bytes);
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
      const next = await body(guild, offered);
      if (!next) return undefined;
      let taken: Text | undefined;
      await change(guild, (shelf) =>
        withText(shelf, id, (text) => {
          if (text.offered !== offered) return text;
          taken = nextVersion(text, offered, Buffer.byteLength(next.text));
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
    ...kept,
  };
}
