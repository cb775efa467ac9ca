import type { FourW } from '../answering/asks.ts';
import { openCollection, type Which } from '../store/collection.ts';
import { newNumber } from '../store/number.ts';
import type { Store } from '../store/store.ts';
import { takeTurns } from '../store/turns.ts';
import type { Said } from './said.ts';

/** Who talks, and where. */
export interface Place {
  readonly user: string;
  readonly channel: string;
  /** The channel that it is a thread of. */
  readonly parent?: string;
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
  /** The fingerprint of the article that it is from. */
  readonly article: string;
  readonly place: Place;
  readonly asked: Asked;
  /** Whether who asked is the only one who saw it. */
  readonly private: boolean;
  readonly said: Said;
}

/** What a question goes on from where nothing but a quote is known: the sentence by its number, counting from 0. @param article its fingerprint */
export function quoteAlone(article: string, place: Place, at: number, alone: boolean): Kept {
  return {
    article,
    place,
    asked: { text: '' },
    private: alone,
    said: { turns: [{ question: '', sentence: at, ...(alone && { private: true }) }], about: '', quoted: [at] },
  };
}

/** What is kept of conversations, until they have been silent for some time. */
export interface Conversations {
  /** The last answer that this person got in this place. */
  last(place: Place): Promise<Kept | undefined>;
  /** An answer by its number. */
  answer(id: number): Promise<Kept | undefined>;
  /** Keeps an answer. @returns its number, when it is kept */
  keep(kept: Kept): Promise<number>;
  /** Whether somebody has had no hint for an hour; they have one now. */
  hint(user: string): Promise<boolean>;
  /** Lets go of all that was kept about somebody. */
  forgetUser(user: string): Promise<void>;
  /** Lets go of all that was kept of a guild. */
  forgetGuild(guild: string): Promise<void>;
  /** Lets go of what has been silent for too long. */
  tidy(): Promise<void>;
  /** Takes in what earlier versions kept. */
  adopt(): Promise<void>;
}

/** As records: an answer behind its number, and the number of the last one behind who talks and where. */
interface KeptRecord extends Kept {
  /** When it was given, in milliseconds since 1970. */
  readonly at: number;
}

/** What was said, also where an older version has kept it, which kept no turns. */
function withTurns({ asked, private: alone, said }: Kept): Said {
  const [sentence] = said.quoted;
  const turn = { question: asked.text, ...(sentence !== undefined && { sentence }), ...(alone && { private: true as const }) };
  return { ...said, turns: said.turns ?? [turn] };
}

/** The number of the last answer to somebody in a place. */
const LAST = 'last/';
/** The numbers of somebody's answers, as earlier versions kept them. */
const OF = 'of/';

const HOUR = 60 * 60 * 1000;

/** @param silence after so many milliseconds a conversation is let go */
export function openConversations(store: Store, silence: number, now: () => number = Date.now): Conversations {
  const answers = openCollection<KeptRecord>(store, 'answer', ({ place: { guild, user }, at }) => ({ guild, users: [user], at }));
  /** When somebody had a hint. */
  const hints = openCollection<number>(store, 'hint', (at) => ({ at }));
  const answer = async (id: number) => {
    const record = await answers.get(String(id));
    return record !== undefined && now() - record.at < silence ? { ...record, said: withTurns(record) } : undefined;
  };
  const lastKey = ({ user, channel }: Place) => `${LAST}${user}/${channel}`;
  /** Removes answers, and what points at them. */
  const removeEach = (which: Which) =>
    answers.removeEach(which, async (id, { place }) => {
      const isLast = (await store.get(lastKey(place))) === Number(id);
      return isLast ? [[lastKey(place), undefined]] : [];
    });
  const removeAll = async (prefix: string) => {
    for await (const page of store.list(prefix)) await store.write(page.map(([key]) => [key, undefined]));
  };
  const inTurn = takeTurns(); // what is to be forgotten is kept before it is forgotten
  return {
    last: async (place) => {
      const id = (await store.get(lastKey(place))) as number | undefined;
      return id === undefined ? undefined : answer(id);
    },
    answer,
    keep: (kept) =>
      inTurn(kept.place.user, async () => {
        const id = newNumber();
        await store.write([...answers.entries(String(id), { ...kept, at: now() }), [lastKey(kept.place), id]]);
        return id;
      }),
    hint: async (user) => {
      let isDue = false;
      await hints.change(user, (had) => {
        isDue = had === undefined || now() - had >= HOUR;
        return isDue ? now() : had;
      });
      return isDue;
    },
    forgetUser: (user) =>
      inTurn(user, async () => {
        await Promise.all([hints.remove(user), removeAll(`${LAST}${user}/`)]);
        await removeEach({ user });
      }),
    forgetGuild: (guild) => removeEach({ guild }),
    tidy: async () => {
      await hints.changeEach({ until: now() - HOUR }, () => undefined);
      await removeEach({ until: now() - silence });
    },
    adopt: async () => void (await Promise.all([answers.adopt(), hints.adopt(), removeAll(OF)])),
  };
}
