import { quote } from '../article/article.ts';
import type { ArticleIndex, IndexedSentence } from './article-index.ts';
import { meaningOfText, type TextMeaning, unit, type Vector } from './meaning.ts';
import { SPEECH } from './question.ts';

/** What a sentence is, whatever is asked. */
export interface Traits {
  readonly text: string;
  readonly forms: ReadonlySet<string>;
  readonly opensWithPronoun: boolean;
  readonly isQuestion: boolean;
  /** Whether it has a verb of speech. */
  readonly speech: boolean;
  /** What its words mean together: of length 1, where they mean something. */
  readonly meaning: Vector;
}

const kept = new WeakMap<IndexedSentence, Traits>();

/** A sentence's traits: found out when they are first asked for, so that an article is indexed soon, and kept as long as it is. */
export function traitsOf(index: ArticleIndex, at: number): Traits {
  const sentence = index.sentences[at];
  if (!sentence) throw new RangeError(`no sentence ${at}: the article has ${index.sentences.length}`);
  let traits = kept.get(sentence);
  if (!traits) {
    traits = findOut(index, at, sentence);
    kept.set(sentence, traits);
  }
  return traits;
}

function findOut(index: ArticleIndex, at: number, { words }: IndexedSentence): Traits {
  const { text } = quote(index.article, at);
  return {
    text,
    forms: new Set(words.map(({ form }) => form)),
    opensWithPronoun: opensWithPronoun(text),
    isQuestion: /\?["”’')*]*$/.test(text),
    speech: words.some(({ stem }) => SPEECH.has(stem)),
    meaning: unit(meaningOfSentence(index, at).sum),
  };
}

const meanings = new WeakMap<IndexedSentence, TextMeaning>();
const NOTHING = meaningOfText([]);

/** What a sentence means, kept like its traits; nothing where there is none. */
export function meaningOfSentence(index: ArticleIndex, at: number): TextMeaning {
  const sentence = index.sentences[at];
  if (!sentence) return NOTHING;
  let meaning = meanings.get(sentence);
  if (!meaning) {
    meaning = meaningOfText(sentence.words);
    meanings.set(sentence, meaning);
  }
  return meaning;
}

/** Whether a sentence begins with a word for something that was named before it. */
export const opensWithPronoun = (text: string) => /^["“'‘(]?(?:he|she|it|they|this|these|that|those|his|her|their|its)\b/i.test(text);
