import type { ArticleIndex } from '../answering/article-index.ts';
import { sameAs } from '../answering/same-question.ts';
import type { Store } from '../store/store.ts';
import { type By, newNumber, SOMEBODY } from './records.ts';

/** What a question is answered with in a guild. */
export interface Correction {
  readonly id: number;
  readonly guild: string;
  readonly question: string;
  /** What the question goes on from; undefined where it stands on its own. */
  readonly about?: string;
  /** The sentence, and its number in the article, counting from 0; null: the article doesn't say. */
  readonly sentence: { readonly text: string; readonly index: number } | null;
  /** The title of the article. */
  readonly title: string;
  readonly by: By;
  /** When it was made, in milliseconds since 1970. */
  readonly at: number;
}

export type Made = Omit<Correction, 'id' | 'title' | 'at' | 'sentence'> & {
  /** A sentence's number, counting from 0; null: the article doesn't say. */
  readonly sentence: number | null;
};

export interface Corrections {
  /** The one for a question: for the same one, also with typing mistakes and small changes. */
  for(guild: string, question: string, about?: string): Correction | undefined;
  /** A sentence's number; null: the article doesn't say; undefined: the sentence is not in the article any more, or it is another article. */
  sentenceOf(correction: Correction): number | null | undefined;
  /** The newest first. */
  list(guild: string): readonly Correction[];
  /** Makes one, in place of that for the same question. */
  make(made: Made): Promise<Correction>;
  /** Keeps one as it is. */
  keep(correction: Correction): Promise<void>;
  remove(guild: string, id: number): Promise<void>;
  /** They stay; who made them is forgotten. */
  forgetUser(user: string): Promise<void>;
  forgetGuilds(goes: (guild: string) => boolean): Promise<void>;
}

const TAUGHT = 'taught/';

export function openCorrections(store: Store, index: ArticleIndex, now: () => number): Corrections {
  const { article } = index;
  const textOf = (at: number) => article.text.slice(article.sentences[at]?.start, article.sentences[at]?.end);
  const listed = (prefix: string) => store.list(TAUGHT + prefix).map(([, one]) => one as Correction);
  const keep = (one: Correction) => store.set(`${TAUGHT}${one.guild}/${one.id}`, one);
  const remove = (guild: string, id: number) => store.delete(`${TAUGHT}${guild}/${id}`);
  const list = (guild: string) => listed(`${guild}/`).sort((a, b) => b.at - a.at);
  const sentenceOf = ({ sentence, title }: Correction) => {
    if (sentence === null) return title === article.about.title ? null : undefined;
    if (article.sentences[sentence.index] && textOf(sentence.index) === sentence.text) return sentence.index;
    const at = article.sentences.findIndex(({ index: other }) => textOf(other) === sentence.text);
    return at < 0 ? undefined : at;
  };
  const find = (guild: string, question: string, about?: string) => {
    const alike = list(guild).filter((one) => one.about === about && sentenceOf(one) !== undefined);
    const same = sameAs(
      index,
      question,
      alike.map((one) => one.question),
    );
    return alike.find((one) => one.question === same);
  };
  return {
    for: find,
    sentenceOf,
    list,
    make: async ({ sentence, ...made }) => {
      const chosen = sentence === null ? null : { text: textOf(sentence), index: sentence };
      const id = find(made.guild, made.question, made.about)?.id ?? newNumber();
      const correction: Correction = { ...made, id, sentence: chosen, title: article.about.title, at: now() };
      await keep(correction);
      return correction;
    },
    keep,
    remove,
    forgetUser: async (user) => {
      await Promise.all(listed('').flatMap((one) => (one.by.id === user ? keep({ ...one, by: SOMEBODY }) : [])));
    },
    forgetGuilds: async (goes) => {
      await Promise.all(listed('').flatMap(({ guild, id }) => (goes(guild) ? remove(guild, id) : [])));
    },
  };
}
