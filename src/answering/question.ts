import { stripVTControlCharacters } from 'node:util';
import type { ArticleIndex } from '../search/article-index.ts';
import { asTheArticleHas } from '../search/compounds.ts';
import { withoutPoliteness } from '../search/politeness.ts';
import { spelledOut } from '../search/shorthand.ts';
import { type Correction, corrected } from '../search/spelling.ts';
import { STOP_WORDS, type Word, wordsOf } from '../search/words.ts';
import { askedWith, type FourW, withW } from './asks.ts';
import { type SmallTalk, smallTalk } from './small-talk.ts';

/** A question that can be answered. */
export interface Question {
  /** As it is read: as it was typed, with the W of its command where it has none, its spelling corrected. */
  readonly text: string;
  /** The words that it can be looked up by, each stem once. */
  readonly words: readonly Word[];
  /** The W, where nothing but a W is asked: for the story's main who, where, when or what. */
  readonly story?: FourW;
  /** Whether it is about somebody whom it doesn't name, or says nothing that it could be looked up by. */
  readonly needsTalk: boolean;
  readonly corrections: readonly Correction[];
}

/** A text that is no question, and why. */
export type NotAQuestion = { kind: 'empty' | 'too long' | 'no words' | 'nothing to look for' | SmallTalk };

export type QuestionRead = { kind: 'question'; question: Question } | NotAQuestion;

/** A question is at most this many UTF-16 units long. */
export const LONGEST_QUESTION = 1000;

/** The spelling of so many words of a question is looked at, stop words left out: nobody asks in more, and it takes long in a large article. */
const CORRECTED = 15;

/**
 * @param typed what somebody typed
 * @param asks the W of the command it was typed behind, where there is one: then it may be empty
 */
export function readQuestion(index: ArticleIndex, typed: string, asks?: FourW): QuestionRead {
  if (typed.length > LONGEST_QUESTION) return { kind: 'too long' };
  const text = spelledOut(stripVTControlCharacters(typed)); // a terminal's colours are pasted with its text
  if (text.trim() === '' && !asks) return { kind: 'empty' };
  const talk = asks ? undefined : smallTalk(typed);
  if (talk) return { kind: talk };
  if (wordsOf(text).length === 0 && text.trim() !== '') return { kind: 'no words' };
  const asked = withW(withoutPoliteness(text) || text, asks);
  const { corrections, text: spelt } = correctedIn(index, asked);
  const words = wordsOf(spelt);
  const own = asTheArticleHas(index, spelt, words).filter((word, at, all) => {
    const isFirst = all.findIndex((other) => other.stem === word.stem) === at;
    return isFirst && !STOP_WORDS.has(word.form) && !(MEASURES.test(word.form) && all[at - 1]?.form === 'how');
  });
  const w = own.length === 0 ? askedWith(words.map(({ form }) => form)) : undefined;
  const isSomebody = words.some(({ form }) => SOMEBODY.test(form));
  const story = isSomebody ? undefined : w;
  const needsTalk = own.length === 0 && !story;
  return { kind: 'question', question: { text: spelt, words: own, ...(story && { story }), needsTalk, corrections } };
}

/** What stands behind "how" where a measure is asked for: no word that the answer has. */
const MEASURES = /^(?:many|much|old|far|often|big|large|high|tall|long)$/;

/** Who that is, only what came before could tell. */
const SOMEBODY = /^(?:he|she|him|her|his|hers|they|them|their|theirs)$/;

/** A question with its misspelt words put right. */
function correctedIn(index: ArticleIndex, asked: string): { text: string; corrections: Correction[] } {
  const corrections: Correction[] = [];
  let [text, done] = ['', 0];
  const words = wordsOf(asked).filter(({ form }) => !STOP_WORDS.has(form));
  for (const word of words.slice(0, CORRECTED)) {
    const to = corrected(index, word);
    if (to === undefined) continue;
    const written = asWritten(index, to);
    corrections.push({ from: word.text, to: written });
    text += asked.slice(done, word.start) + written;
    done = word.end;
  }
  return { text: text + asked.slice(done), corrections };
}

/** A form as the article writes it: names with their capital letters. */
export function asWritten(index: ArticleIndex, form: string): string {
  return index.names.has(form) ? form.slice(0, 1).toUpperCase() + form.slice(1) : form;
}
