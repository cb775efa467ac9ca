import type { Answer } from './answering/answer.ts';
import { beginsWith, type FourW, questionOf } from './answering/asks.ts';
import { type OpenArticle, openArticle } from './answering/open-article.ts';
import { suggestions } from './answering/suggest.ts';
import { summarise } from './answering/summarise.ts';
import type { Article } from './article/article.ts';
import { fingerprint } from './article/fingerprint.ts';
import { sameSentences } from './article/versions.ts';
import { type Asked, type Conversations, type Kept, openConversations, type Place } from './conversation/conversations.ts';
import { answerIn } from './conversation/follow-up.ts';
import { isPrivate, moved, seenByAll, toKeep } from './conversation/said.ts';
import { type Moderation, openModeration } from './moderation/moderation.ts';
import type { Reader } from './reading/reader.ts';
import { type Finding, findWords } from './search/find.ts';
import { matching } from './search/spelling.ts';
import { guildsIn, inEach } from './store/collection.ts';
import { memoryStore, type Store } from './store/store.ts';

/** An answer in a conversation. */
export interface Given {
  readonly answer: Answer;
  /** What was assumed to be meant, where the question left it out. */
  readonly about?: string;
  /** The number by which a question can go on from it; undefined where there is nothing to go on from. */
  readonly id?: number;
  /** Whether it goes on from what was said before. */
  readonly goesOn: boolean;
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
  /** Whether nothing goes on from the answer: the talk stays as it was. */
  readonly unkept?: boolean;
}

/** What commands may ask for. */
export interface Desk {
  readonly article: Article;
  /** The article's: another text has another one. */
  readonly fingerprint: string;
  /** The article, as it can be looked through for a question. */
  readonly opened: OpenArticle;
  /** Answers a question by itself, outside of any conversation; in a guild, as its moderators have chosen. */
  answer(asked: Asked, place: Pick<Place, 'user' | 'guild'>): Promise<Pick<Given, 'answer' | 'chosen'>>;
  /** Answers a question in a conversation. */
  ask(asked: Asked, manner: Manner): Promise<Given>;
  /**
   * The sentences that sum the article up, or what it says about a topic, by their numbers in its order; fewer where it has fewer.
   * @param topic empty: the whole article
   */
  summarise(length: Length, topic?: string): readonly number[];
  /** The sentences that have some words. */
  find(words: string): Finding;
  /** An answer that was given before, by its number; undefined once it is let go. */
  given(id: number): Promise<Kept | undefined>;
  /** Whether somebody may be given a hint that they have not asked for: at most once an hour. */
  hint(user: string): Promise<boolean>;
  /**
   * Keeps that a question was asked in vain in a guild.
   * @param once the same one is kept once: whoever says so twice has said it
   */
  missed(guild: string, asked: { question: string; about?: string | undefined }, once?: string): Promise<void>;
  readonly moderation: Pick<Moderation, 'cards' | 'corrections' | 'drafts' | 'gaps' | 'inTurn'>;
  readonly forget: Pick<Conversations, 'forgetUser' | 'forgetGuild' | 'tidy'> & {
    /** The ids of the guilds of which something is kept. */
    guilds(): AsyncIterable<string>;
  };
  /**
   * Looks for questions that the article answers, while nobody waits for an answer.
   * @param found is told of each
   * @returns when that is done
   */
  prepare(found?: (question: string) => void): Promise<void>;
  /** Questions that the article answers, as far as they are known. */
  suggestions(most: number): readonly string[];
  /** Those of them that are alike to what has been typed: the likeliest first. @param asks only those that begin with it */
  suggest(typed: string, asks?: FourW): readonly string[];
  /** In about how many milliseconds a question would be answered that is asked now. */
  wait(): number;
}

/** How many sentences a summary has. */
export const LENGTHS = { short: 3, medium: 5, long: 8 } as const;
export type Length = keyof typeof LENGTHS;

/** So many questions are there to choose from: what is typed, and the command that it is typed behind, leave some of them. */
const SUGGESTIONS = 50;

/** So many people are remembered to have said that an answer misses: in memory alone. */
const COMPLAINTS = 10_000;

/** A conversation is let go after so many milliseconds of silence: a day. */
export const SILENCE = 24 * 60 * 60 * 1000;

/** Where and how long a desk keeps what it has to. */
export interface Keeping {
  readonly store: Store;
  /** A conversation is let go after so many milliseconds of silence. */
  readonly silence: number;
  /** Whether questions that were asked in vain are kept. */
  readonly gaps: boolean;
  /** Is told where something could not be kept or looked up: the answer comes nevertheless. */
  readonly report: (error: unknown) => void;
  /** Where what is said of several articles is kept; undefined: of this one alone. */
  readonly conversations: Conversations;
  /** An earlier version of the article, by its fingerprint. */
  readonly earlier: (fingerprint: string) => Promise<Article | undefined>;
  /** The id of the guild's text that the article is; undefined: it is the host's. */
  readonly text: number;
  /** Questions that the article is known to answer. */
  readonly answerable: readonly string[];
}

/** @param reader what reads the article */
export function openDesk(article: Article, reader: Reader, keeping: Partial<Keeping> = {}): Desk {
  const { store = memoryStore(), silence = SILENCE, gaps = true, report = () => undefined } = keeping;
  const { conversations = openConversations(store, silence), earlier = async () => undefined } = keeping;
  const opened = openArticle(article, reader);
  const { index } = opened;
  const mark = fingerprint(article);
  const moderation = openModeration(store, index, gaps);
  const rooms = [conversations, moderation];
  const adopted = once(() => inEach(rooms, (room) => room.adopt()));
  /** In what earlier versions kept, too. */
  const inAll = async (work: (room: Conversations | Moderation) => Promise<void>) => {
    await adopted();
    await inEach(rooms, work);
  };
  const noted = (error: unknown) => {
    report(error);
    return undefined;
  };
  const attempt = <T>(work: () => T | Promise<T>): Promise<T | undefined> => Promise.resolve().then(work).catch(noted);
  /** What was chosen in a guild for a question, as it stands or about something. */
  const choiceIn =
    (guild: string | undefined, { text, asks }: Asked) =>
    (about?: string) =>
      attempt(async () => {
        const correction = guild === undefined ? undefined : await moderation.corrections.for(guild, questionOf(text, asks), about);
        return correction && moderation.corrections.sentenceOf(correction);
      });
  const summaries = new Map<Length, readonly number[]>();
  const summaryOf = (length: Length) => {
    const made = summaries.get(length) ?? summarise(index, LENGTHS[length], '');
    summaries.set(length, made);
    return made;
  };
  /** What was said of this article; of an earlier version of it, as far as the sentences are there still. */
  const ofThis = async (kept: Kept | undefined) => {
    if (!kept || kept.article === mark) return kept;
    const before = await earlier(kept.article);
    return before && { ...kept, article: mark, said: moved(kept.said, sameSentences(before, article)) };
  };
  const complaints = new Set<string>();
  const answerable: string[] = [...(keeping.answerable ?? [])];
  return {
    article,
    fingerprint: mark,
    opened,
    answer: (asked, { user, guild }) => answerIn(opened, asked, undefined, user, choiceIn(guild, asked)),
    ask: async (asked, { place, from, private: alone = false, open = false, unkept = false }) => {
      const last = from ?? (await attempt(() => conversations.last(place)));
      const before = last === 'nothing' ? undefined : await attempt(() => ofThis(last));
      const others = before !== undefined && before.place.user !== place.user;
      const isSeen = others || (open && place.guild !== undefined); // what was private would be seen by others
      const known = before && (isSeen ? seenByAll(before.said) : before.said);
      const { said, goesOn, ...turn } = await answerIn(opened, asked, known, place.user, choiceIn(place.guild, asked));
      const given = { ...turn, goesOn, private: alone || (goesOn && known !== undefined && isPrivate(known)) };
      if (!said || unkept) return given;
      const kept = { article: mark, place, asked, private: given.private, said: toKeep(said, given.private, others) };
      const id = await attempt(() => conversations.keep(kept));
      return id === undefined ? given : { ...given, id };
    },
    summarise: (length, topic = '') => (topic.trim() === '' ? summaryOf(length) : summarise(index, LENGTHS[length], topic)),
    find: (words) => findWords(index, words),
    given: (id) => attempt(async () => ofThis(await conversations.answer(id))),
    hint: async (user) => (await attempt(() => conversations.hint(user))) ?? false,
    missed: async (guild, { question, about }, once) => {
      if (once !== undefined && complaints.has(once)) return;
      if (complaints.size >= COMPLAINTS) complaints.clear();
      if (once !== undefined) complaints.add(once);
      await attempt(() => moderation.gaps.note(guild, question, about, keeping.text));
    },
    moderation,
    forget: {
      forgetUser: (user) => inAll((room) => room.forgetUser(user)),
      forgetGuild: (guild) => inAll((room) => room.forgetGuild(guild)),
      tidy: () => inAll((room) => room.tidy()),
      guilds: async function* () {
        await adopted();
        yield* guildsIn(store);
      },
    },
    prepare: async (found) => {
      answerable.length = 0;
      for await (const question of suggestions(opened, SUGGESTIONS)) {
        answerable.push(question);
        found?.(question);
      }
    },
    suggestions: (most) => answerable.slice(0, most),
    suggest: (typed, asks) => matching(typed, asks ? answerable.filter((one) => beginsWith(one, asks)) : answerable),
    wait: () => reader.wait,
  };
}

/** Does something once, and again where it failed. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work().catch((error) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}
