import { randomInt } from 'node:crypto';
import type { FourW } from '../answering/asks.ts';
import type { Store } from '../store/store.ts';
import type { Said } from './said.ts';

/** Who talks, and where. */
export interface Place {
  readonly user: string;
  readonly channel: string;
  /** Undefined in direct messages, and in a terminal. */
  readonly guild?: string;
}

/** What somebody asked: the question, and the W of the command that it was typed behind. */
export interface Asked {
  readonly text: string;
  readonly asks?: FourW;
}

/** An answer that a question can go on from. */
export interface Kept {
  readonly place: Place;
  readonly asked: Asked;
  /** Whether who asked is the only one who saw it. */
  readonly private: boolean;
  readonly said: Said;
}

/** What a question goes on from where nothing but a quote is known: the sentence by its number, counting from 0. */
export function quoteAlone(place: Place, at: number, alone: boolean): Kept {
  return { place, asked: { text: '' }, private: alone, said: { asks: 'what', terms: [], about: '', quoted: [at] } };
}

/** What is kept of conversations, until they have been silent for some time. */
export interface Conversations {
  /** The last answer that this person got in this place. */
  last(place: Place): Kept | undefined;
  /** An answer by its number. */
  answer(id: number): Kept | undefined;
  /** Keeps an answer. @returns its number, when it is kept */
  keep(kept: Kept): Promise<number>;
  /** Whether somebody has had no hint for an hour; they have one now. */
  hint(user: string): Promise<boolean>;
  /** Lets go of all that was kept about somebody. */
  forgetUser(user: string): Promise<void>;
  forgetGuild(guild: string): Promise<void>;
  /** Lets go of all that was kept of other guilds than these. */
  forgetOtherGuilds(guilds: ReadonlySet<string>): Promise<void>;
  /** Lets go of what has been silent for too long. */
  tidy(): Promise<void>;
}

/** As records: an answer behind its number, and the number of the last one behind who talks and where. */
interface KeptRecord extends Kept {
  readonly article: string;
  /** When it was given, in milliseconds since 1970. */
  readonly at: number;
}

const ANSWERS = 'answer/';
const LAST = 'last/';
/** When somebody had a hint. */
const HINTS = 'hint/';

const HOUR = 60 * 60 * 1000;

/** Numbers are below this: nine digits in base 36 hold them. */
const NUMBERS = 2 ** 46;

/**
 * @param article the article's fingerprint: what was said of another text is of no use
 * @param silence after so many milliseconds a conversation is let go
 */
export function openConversations(store: Store, article: string, silence: number, now: () => number = Date.now): Conversations {
  const alive = (record: KeptRecord | undefined): record is KeptRecord => record !== undefined && now() - record.at < silence;
  const read = (id: number) => store.get(ANSWERS + id) as KeptRecord | undefined;
  const answer = (id: number) => {
    const record = read(id);
    return alive(record) && record.article === article ? record : undefined;
  };
  const deleteWhere = async (goes: (record: KeptRecord) => boolean) => {
    const gone = (store.list(ANSWERS) as [string, KeptRecord][]).filter(([, record]) => goes(record)).map(([key]) => key);
    const ids = new Set(gone.map((key) => Number(key.slice(ANSWERS.length))));
    const last = (store.list(LAST) as [string, number][]).filter(([, id]) => ids.has(id)).map(([key]) => key);
    await Promise.all([...gone, ...last].map((key) => store.delete(key)));
  };
  return {
    last: ({ user, channel }) => {
      const id = store.get(`${LAST}${user}/${channel}`) as number | undefined;
      return id === undefined ? undefined : answer(id);
    },
    answer,
    keep: async (kept) => {
      const id = randomInt(NUMBERS);
      const record: KeptRecord = { ...kept, article, at: now() };
      await Promise.all([store.set(ANSWERS + id, record), store.set(`${LAST}${kept.place.user}/${kept.place.channel}`, id)]);
      return id;
    },
    hint: async (user) => {
      const had = store.get(HINTS + user) as number | undefined;
      if (had !== undefined && now() - had < HOUR) return false;
      await store.set(HINTS + user, now());
      return true;
    },
    forgetUser: async (user) => {
      await Promise.all([store.delete(HINTS + user), deleteWhere(({ place }) => place.user === user)]);
    },
    forgetOtherGuilds: (guilds) => deleteWhere(({ place }) => place.guild !== undefined && !guilds.has(place.guild)),
    forgetGuild: (guild) => deleteWhere(({ place }) => place.guild === guild),
    tidy: async () => {
      const hints = (store.list(HINTS) as [string, number][]).filter(([, had]) => now() - had >= HOUR);
      await Promise.all([...hints.map(([key]) => store.delete(key)), deleteWhere((record) => !alive(record))]);
    },
  };
}
