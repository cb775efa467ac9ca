import type { Answer } from './answering/answer.ts';
import { type ArticleIndex, indexArticle } from './answering/article-index.ts';
import type { FourW } from './answering/asks.ts';
import { matching } from './answering/spelling.ts';
import { suggest } from './answering/suggest.ts';
import { summarise } from './answering/summarise.ts';
import type { Article } from './article/article.ts';
import { fingerprint } from './article/fingerprint.ts';
import { type Asked, type Conversations, type Kept, openConversations, type Place } from './conversation/conversations.ts';
import { answerIn } from './conversation/follow-up.ts';
import { type Moderation, openModeration } from './moderation/moderation.ts';
import { memoryStore, type Store } from './store/store.ts';
import { wording } from './wording.ts';

/** An answer in a conversation. */
export interface Given {
  readonly answer: Answer;
  /** What was assumed to be meant, where the question left it out. */
  readonly about?: string;
  /** The number by which a question can go on from it; undefined where there is nothing to go on from. */
  readonly id?: number;
  /** Whether it is for who asked alone: it was asked so, or it goes on from what is. */
  readonly private: boolean;
  /** Whether a moderator of the guild has chosen the answer. */
  readonly chosen?: true;
}

/** How a question is asked. */
export interface Manner {
  readonly place: Place;
  /** What it goes on from: what was said last in its place where this is unset, 'nothing' for a new beginning. */
  readonly from?: Kept | 'nothing';
  /** Whether the answer is wanted by who asks alone. */
  readonly private?: boolean;
  /** Whether everybody will see the answer, whatever it is: it must not go on from a private one. */
  readonly open?: boolean;
}

/** What commands may ask for. */
export interface Desk {
  readonly article: Article;
  /** The article's: another text has another one. */
  readonly fingerprint: string;
  /** Answers a question by itself, outside of any conversation; in a guild, as its moderators have chosen. */
  answer(asked: Asked, guild?: string): Pick<Given, 'answer' | 'chosen'>;
  /** Answers a question in a conversation. */
  ask(asked: Asked, manner: Manner): Promise<Given>;
  /**
   * The sentences that sum the article up, or what it says about a topic, by their numbers in its order; fewer where it has fewer.
   * @param topic empty: the whole article
   */
  summarise(length: Length, topic?: string): readonly number[];
  /** An answer that was given before, by its number; undefined once it is let go. */
  given(id: number): Kept | undefined;
  /** Whether somebody may be given a hint that they have not asked for: at most once an hour. */
  hint(user: string): Promise<boolean>;
  /**
   * Keeps that a question was asked in vain in a guild.
   * @param once the same one is kept once: whoever says so twice has said it
   */
  missed(guild: string, asked: { question: string; about?: string | undefined }, once?: string): Promise<void>;
  readonly moderation: Pick<Moderation, 'cards' | 'corrections' | 'drafts' | 'gaps' | 'inTurn'>;
  readonly forget: Pick<Conversations, 'forgetUser' | 'forgetGuilds' | 'tidy'>;
  /** Questions that the article answers; the same ones each time. */
  suggestions(most: number): string[];
  /** Questions that the article answers, also behind the command of a W, and that are alike to what has been typed: the likeliest first. */
  suggest(typed: string, asks?: FourW): readonly string[];
}

/** How many sentences a summary has. */
export const LENGTHS = { short: 3, medium: 5, long: 8 } as const;
export type Length = keyof typeof LENGTHS;

/** So many questions are there to choose from. */
const SUGGESTIONS = 75;

/** So many people are remembered to have said that an answer misses: in memory alone. */
const COMPLAINTS = 10_000;

/** A conversation is let go after so many milliseconds of silence: a day. */
const SILENCE = 24 * 60 * 60 * 1000;

/** Where and how long a desk keeps what it has to. */
export interface Keeping {
  readonly store: Store;
  /** A conversation is let go after so many milliseconds of silence. */
  readonly silence: number;
  /** Whether questions that were asked in vain are kept. */
  readonly gaps: boolean;
  /** Is told where something could not be kept or looked up: the answer comes nevertheless. */
  readonly report: (error: unknown) => void;
}

export function openDesk(article: Article, keeping: Partial<Keeping> = {}): Desk {
  const { store = memoryStore(), silence = SILENCE, gaps = true, report = () => undefined } = keeping;
  const index: ArticleIndex = indexArticle(article);
  const mark = fingerprint(article);
  const conversations = openConversations(store, mark, silence);
  const moderation = openModeration(store, index, gaps);
  const rooms = [conversations, moderation];
  const noted = (error: unknown) => {
    report(error);
    return undefined;
  };
  const attempt = <T>(work: () => T | Promise<T>): Promise<T | undefined> => Promise.resolve().then(work).catch(noted);
  const attemptNow = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      return noted(error);
    }
  };
  /** What was chosen in a guild for a question, as it stands or about something. */
  const choiceIn =
    (guild: string | undefined, { text, asks }: Asked) =>
    (about?: string) =>
      attemptNow(() => {
        const correction = guild === undefined ? undefined : moderation.corrections.for(guild, wording.question(text, asks), about);
        return correction && moderation.corrections.sentenceOf(correction);
      });
  const summaries = new Map<Length, readonly number[]>();
  const summaryOf = (length: Length) => {
    const made = summaries.get(length) ?? summarise(index, LENGTHS[length], '');
    summaries.set(length, made);
    return made;
  };
  const complaints = new Set<string>();
  const choices = new Map<FourW | undefined, readonly string[]>();
  const choicesFor = (asks: FourW | undefined) => {
    const made = choices.get(asks) ?? suggest(index, SUGGESTIONS, asks);
    choices.set(asks, made);
    return made;
  };
  return {
    article,
    fingerprint: mark,
    answer: (asked, guild) => answerIn(index, asked.text, asked.asks, undefined, choiceIn(guild, asked)),
    ask: async (asked, { place, from, private: alone = false, open = false }) => {
      const last = from ?? (await attempt(() => conversations.last(place)));
      const unseen = open && place.guild !== undefined; // what was private in a server would be seen by others
      const before = last === 'nothing' || (unseen && last?.private) ? undefined : last;
      const { said, goesOn, ...turn } = answerIn(index, asked.text, asked.asks, before?.said, choiceIn(place.guild, asked));
      const given = { ...turn, private: alone || (goesOn && before?.private === true) };
      const id = said && (await attempt(() => conversations.keep({ place, asked, private: given.private, said })));
      return id === undefined ? given : { ...given, id };
    },
    summarise: (length, topic = '') => (topic.trim() === '' ? summaryOf(length) : summarise(index, LENGTHS[length], topic)),
    given: (id) => attemptNow(() => conversations.answer(id)),
    hint: async (user) => (await attempt(() => conversations.hint(user))) ?? false,
    missed: async (guild, { question, about }, once) => {
      if (once !== undefined && complaints.has(once)) return;
      if (complaints.size >= COMPLAINTS) complaints.clear();
      if (once !== undefined) complaints.add(once);
      await attempt(() => moderation.gaps.note(guild, question, about));
    },
    moderation,
    forget: {
      forgetUser: async (user) => void (await Promise.all(rooms.map((room) => room.forgetUser(user)))),
      forgetGuilds: async (goes) => void (await Promise.all(rooms.map((room) => room.forgetGuilds(goes)))),
      tidy: async () => void (await Promise.all(rooms.map((room) => room.tidy()))),
    },
    suggestions: (most) => suggest(index, most),
    suggest: (typed, asks) => matching(typed, choicesFor(asks)),
  };
}
