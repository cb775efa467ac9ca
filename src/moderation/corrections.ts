import { quote } from '../article/article.ts';
import { fingerprint } from '../article/fingerprint.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import { isSameQuestion } from '../search/same-question.ts';
import { openCollection } from '../store/collection.ts';
import { newNumber } from '../store/number.ts';
import { allOf, type Store } from '../store/store.ts';
import type { InTurn } from '../store/turns.ts';
import { type By, personsOf, SOMEBODY } from './records.ts';

/** What a question is answered with in a guild. */
export interface Correction {
  readonly id: number;
  readonly guild: string;
  readonly question: string;
  /** What the question goes on from; undefined where it stands on its own. */
  readonly about?: string;
  /** The sentence, and its number in the article, counting from 0; null: the article doesn't say. */
  readonly sentence: { readonly text: string; readonly index: number } | null;
  /** The fingerprint of the article that it was made for. */
  readonly article: string;
  readonly by: By;
  /** When it was made, in milliseconds since 1970. */
  readonly at: number;
}

export type Made = Omit<Correction, 'id' | 'article' | 'at' | 'sentence'> & {
  /** A sentence's number, counting from 0; null: the article doesn't say. */
  readonly sentence: number | null;
};

export interface Corrections {
  /** The one for a question: for the same one, also with typing mistakes and small changes. */
  for(guild: string, question: string, about?: string): Promise<Correction | undefined>;
  /** A sentence's number; null: the article doesn't say; undefined: it rests, as the sentence is not in the article any more, or the article that didn't say has changed. */
  sentenceOf(correction: Correction): number | null | undefined;
  /** The newest first. */
  list(guild: string): Promise<readonly Correction[]>;
  /** Makes one, in place of that for the same question. */
  make(made: Made): Promise<Correction>;
  /** Keeps one as it is. */
  keep(correction: Correction): Promise<void>;
  remove(guild: string, id: number): Promise<void>;
  /** They stay; who made them is forgotten. */
  forgetUser(user: string): Promise<void>;
  forgetGuild(guild: string): Promise<void>;
  adopt(): Promise<void>;
}

/** @param inTurn what changes a guild's corrections does so in turn */
export function openCorrections(store: Store, index: ArticleIndex, inTurn: InTurn, now: () => number): Corrections {
  const { article } = index;
  const mark = fingerprint(article);
  const textOf = (at: number) => quote(article, at).text;
  const taught = openCollection<Correction>(store, 'taught', ({ guild, by }) => ({ guild, users: personsOf(by) }));
  const idOf = (guild: string, id: number) => `${guild}/${id}`;
  const keep = (one: Correction) => taught.keep(idOf(one.guild, one.id), one);
  const list = async (guild: string) => (await allOf(taught.list(`${guild}/`))).map(([, one]) => one).sort((a, b) => b.at - a.at);
  const sentenceOf = (correction: Correction) => {
    const { sentence } = correction;
    if (sentence === null) return correction.article === mark ? null : undefined;
    if (article.sentences[sentence.index] && textOf(sentence.index) === sentence.text) return sentence.index;
    const at = article.sentences.findIndex(({ index: other }) => textOf(other) === sentence.text);
    return at < 0 ? undefined : at;
  };
  const find = async (guild: string, question: string, about?: string) =>
    (await list(guild)).find(
      (one) => one.about === about && isSameQuestion(index, question, one.question) && sentenceOf(one) !== undefined,
    );
  return {
    for: find,
    sentenceOf,
    list,
    make: async ({ sentence, ...made }) => {
      const chosen = sentence === null ? null : { text: textOf(sentence), index: sentence };
      const before = await find(made.guild, made.question, made.about);
      const correction: Correction = { ...made, id: before?.id ?? newNumber(), sentence: chosen, article: mark, at: now() };
      await keep(correction);
      return correction;
    },
    keep,
    remove: (guild, id) => taught.remove(idOf(guild, id)),
    forgetUser: (user) =>
      taught.changeEach(
        { user },
        (one) => ({ ...one, by: SOMEBODY }),
        (id, change) => inTurn(id.split('/')[0] ?? '', change),
      ),
    forgetGuild: (guild) => taught.changeEach({ guild }, () => undefined),
    adopt: taught.adopt,
  };
}
