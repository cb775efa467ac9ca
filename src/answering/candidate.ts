import { type ArticleIndex, type IndexedSentence, isCapital } from './article-index.ts';
import { type NearWords, nearWords } from './near-words.ts';
import type { Question, Term } from './question.ts';
import { type Traits, traitsOf } from './traits.ts';
import type { Word } from './words.ts';

/** A sentence beside a question. */
export interface Candidate {
  readonly index: ArticleIndex;
  readonly question: Question;
  /** Its number in the article, counting from 0. */
  readonly at: number;
  readonly sentence: IndexedSentence;
  readonly traits: Traits;
  /** The words of the question that it has, and those that it lacks. */
  readonly has: readonly Term[];
  readonly lacks: readonly Term[];
  /** Words that it lacks and a sentence near it has: the one before it, the one before that where that one lacks them too, the one after it. */
  readonly before: readonly Term[];
  readonly twoBefore: readonly Term[];
  readonly after: readonly Term[];
  readonly asked: Asked;
}

/** What is found out about a question once for all sentences. */
interface Asked {
  /** What all its words weigh. */
  readonly weight: number;
  /** Names and numbers among its words. */
  readonly named: readonly Term[];
  /** What comes near each of its words in meaning, and near the kind of thing that it asks for. */
  readonly near: ReadonlyMap<Word, NearWords>;
  readonly nearThing: NearWords | undefined;
  /** Stems of the article that are of a family with a word of the question: Syria, Syrian. */
  readonly families: ReadonlyMap<string, readonly string[]>;
}

/** These sentences of the article beside a question. What several of them need is found out once. */
export function besideQuestion(
  index: ArticleIndex,
  question: Question,
  sentences: Iterable<number>,
  families: Asked['families'],
): Candidate[] {
  const asked = {
    weight: question.terms.reduce((sum, { weight }) => sum + weight, 0),
    named: question.terms.filter(
      ({ word, found }) => index.names.has(word.form) || (!found && isCapital(word.text)) || /^\d/.test(word.form),
    ),
    near: new Map(question.terms.map(({ word }) => [word, nearWords(index, word.form)])),
    nearThing: question.thing === undefined ? undefined : nearWords(index, question.thing),
    families,
  };
  const found = new Map<number, readonly Term[]>();
  const candidates: Candidate[] = [];
  for (const at of sentences) {
    const sentence = index.sentences[at];
    if (!sentence) continue;
    for (let near = at - 2; near <= at + 1; near++) if (!found.has(near)) found.set(near, termsIn(index.sentences[near], question));
    const has = found.get(at) ?? NONE;
    const lacks = without(question.terms, has);
    const before = without(found.get(at - 1) ?? NONE, has);
    const twoBefore = without(without(found.get(at - 2) ?? NONE, has), before);
    const after = without(found.get(at + 1) ?? NONE, has);
    const traits = traitsOf(index, at);
    candidates.push({ index, question, at, sentence, traits, has, lacks, before, twoBefore, after, asked });
  }
  return candidates;
}

const NONE: readonly [] = [];

function termsIn(sentence: IndexedSentence | undefined, { terms }: Question): readonly Term[] {
  return sentence ? terms.filter(({ word }) => sentence.stems.has(word.stem)) : NONE;
}

function without(terms: readonly Term[], others: readonly Term[]): readonly Term[] {
  return terms.length === 0 || others.length === 0 ? terms : terms.filter((term) => !others.includes(term));
}
