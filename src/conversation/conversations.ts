import { randomInt } from 'node:crypto';
import type { FourW } from '../answering/asks.ts';
import type { Store } from '../store/store.ts';
import { takeTurns } from '../store/turns.ts';
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
  return {
    place,
    asked: { text: '' },
    private: alone,
    said: { turns: [{ question: '', sentence: at, ...(alone && { private: true }) }], about: '', quoted: [at] },
  };
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
  /** Lets go of all that was kept of some guilds. */
  forgetGuilds(goes: (guild: string) => boolean): Promise<void>;
  /** Lets go of what has been silent for too long. */
  tidy(): Promise<void>;
}

/** As records: an answer behind its number, and the number of the last one behind who talks and where. */
interface KeptRecord extends Kept {
  readonly article: string;
  /** When it was given, in milliseconds since 1970. */
  readonly at: number;
}

/** What was said, also where an older version has kept it, which kept no turns. */
function withTurns({ asked, private: alone, said }: Kept): Said {
  const [sentence] = said.quoted;
  const turn = { question: asked.text, ...(sentence !== undefined && { sentence }), ...(alone && { private: true as const }) };
  return { ...said, turns: said.turns ?? [turn] };
}

/** Answers, by their numbers. */
const ANSWERS = 'answer/';
/** The numbers of somebody's answers: so that to forget them takes no look at all others'. */
const OF = 'of/';
/** The number of the last answer to somebody in a place. */
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
  const answer = (id: number) => {
    const record = store.get(ANSWERS + id) as KeptRecord | undefined;
    return alive(record) && record.article === article ? { ...record, said: withTurns(record) } : undefined;
  };
  const lastKey = ({ user, channel }: Place) => `${LAST}${user}/${channel}`;
  /** Deletes an answer and what points at it. */
  const remove = async (id: number, { place }: Kept) => {
    const last = store.get(lastKey(place)) === id ? [store.delete(lastKey(place))] : [];
    await Promise.all([...last, store.delete(`${OF}${place.user}/${id}`), store.delete(ANSWERS + id)]);
  };
  const removeWhere = async (goes: (record: KeptRecord) => boolean) => {
    const records = store.list(ANSWERS) as [string, KeptRecord][];
    await Promise.all(records.map(([key, record]) => goes(record) && remove(Number(key.slice(ANSWERS.length)), record)));
  };
  const inTurn = takeTurns(); // what is to be forgotten is kept before it is forgotten
  return {
    last: (place) => {
      const id = store.get(lastKey(place)) as number | undefined;
      return id === undefined ? undefined : answer(id);
    },
    answer,
    keep: (kept) =>
      inTurn(kept.place.user, async () => {
        const id = randomInt(NUMBERS);
        const record: KeptRecord = { ...kept, article, at: now() };
        await Promise.all([
          store.set(ANSWERS + id, record),
          store.set(`${OF}${kept.place.user}/${id}`, true),
          store.set(lastKey(kept.place), id),
        ]);
        return id;
      }),
    hint: async (user) => {
      const had = store.get(HINTS + user) as number | undefined;
      if (had !== undefined && now() - had < HOUR) return false;
      await store.set(HINTS + user, now());
      return true;
    },
    forgetUser: (user) =>
      inTurn(user, async () => {
        const keys = [OF, LAST].flatMap((prefix) => store.list(`${prefix}${user}/`).map(([key]) => key));
        const answers = keys.filter((key) => key.startsWith(OF)).map((key) => ANSWERS + key.slice(`${OF}${user}/`.length));
        await Promise.all([HINTS + user, ...keys, ...answers].map((key) => store.delete(key)));
      }),
    forgetGuilds: (goes) => removeWhere(({ place }) => place.guild !== undefined && goes(place.guild)),
    tidy: async () => {
      const hints = (store.list(HINTS) as [string, number][]).filter(([, had]) => now() - had >= HOUR);
      await Promise.all([...hints.map(([key]) => store.delete(key)), removeWhere((record) => !alive(record))]);
    },
  };
}
