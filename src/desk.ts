import { type Answer, answer } from './answering/answer.ts';
import { type ArticleIndex, indexArticle } from './answering/article-index.ts';
import type { FourW } from './answering/asks.ts';
import { matching } from './answering/spelling.ts';
import { suggest } from './answering/suggest.ts';
import { summarise } from './answering/summarise.ts';
import type { Article } from './article/article.ts';
import { fingerprint } from './article/fingerprint.ts';
import { type Asked, type Conversations, type Kept, openConversations, type Place } from './conversation/conversations.ts';
import { answerIn } from './conversation/follow-up.ts';
import { memoryStore, type Store } from './store/store.ts';

/** An answer in a conversation. */
export interface Given {
  readonly answer: Answer;
  /** What was assumed to be meant, where the question left it out. */
  readonly about?: string;
  /** The number by which a question can go on from it; undefined where there is nothing to go on from. */
  readonly id?: number;
  /** Whether it is for who asked alone: it was asked so, or it goes on from what is. */
  readonly private: boolean;
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
  /** Answers a question by itself, outside of any conversation. */
  answer(asked: Asked): Answer;
  /** Answers a question in a conversation. */
  ask(asked: Asked, manner: Manner): Promise<Given>;
  /**
   * The sentences that sum the article up, or what it says about a topic, by their numbers in its order; fewer where it has fewer.
   * @param topic empty: the whole article
   */
  summarise(length: Length, topic?: string): number[];
  /** An answer that was given before, by its number; undefined once it is let go. */
  given(id: number): Kept | undefined;
  /** Whether somebody may be given a hint that they have not asked for: at most once an hour. */
  hint(user: string): Promise<boolean>;
  readonly forget: Pick<Conversations, 'forgetUser' | 'forgetGuild' | 'forgetOtherGuilds' | 'tidy'>;
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

/** A conversation is let go after so many milliseconds of silence: a day. */
const SILENCE = 24 * 60 * 60 * 1000;

/**
 * @param silence a conversation is let go after so many milliseconds of it
 * @param report is told where something could not be kept or looked up: the answer comes nevertheless
 */
export function openDesk(
  article: Article,
  store: Store = memoryStore(),
  silence = SILENCE,
  report: (error: unknown) => void = () => undefined,
): Desk {
  const index: ArticleIndex = indexArticle(article);
  const conversations = openConversations(store, fingerprint(article), silence);
  const attempt = <T>(work: () => Promise<T>): Promise<T | undefined> =>
    work().catch((error) => {
      report(error);
      return undefined;
    });
  const choices = new Map<FourW | undefined, readonly string[]>();
  const choicesFor = (asks: FourW | undefined) => {
    const made = choices.get(asks) ?? suggest(index, SUGGESTIONS, asks);
    choices.set(asks, made);
    return made;
  };
  return {
    article,
    answer: ({ text, asks }) => answer(index, text, asks),
    ask: async (asked, { place, from, private: alone = false, open = false }) => {
      const last = from ?? (await attempt(async () => conversations.last(place)));
      const unseen = open && place.guild !== undefined; // what was private in a server would be seen by others
      const before = last === 'nothing' || (unseen && last?.private) ? undefined : last;
      const { said, goesOn, ...turn } = answerIn(index, asked.text, asked.asks, before?.said);
      const given = { ...turn, private: alone || (goesOn && before?.private === true) };
      const id = said && (await attempt(() => conversations.keep({ place, asked, private: given.private, said })));
      return id === undefined ? given : { ...given, id };
    },
    summarise: (length, topic = '') => summarise(index, LENGTHS[length], topic),
    given: conversations.answer,
    hint: async (user) => (await attempt(() => conversations.hint(user))) ?? false,
    forget: conversations,
    suggestions: (most) => suggest(index, most),
    suggest: (typed, asks) => matching(typed, choicesFor(asks)),
  };
}
