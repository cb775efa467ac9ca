import { type Answer, answerTo } from '../answering/answer.ts';
import type { ArticleIndex } from '../answering/article-index.ts';
import type { Asks } from '../answering/asks.ts';
import { type Reading, readQuestion } from '../answering/question.ts';
import { wordsOf } from '../answering/words.ts';
import { firstWords } from '../article/first-words.ts';
import { namesIn, pointerFor, readFollowUp } from './read-follow-up.ts';
import type { Said } from './said.ts';

/** An answer in a conversation. */
export interface Turn {
  readonly answer: Answer;
  /** What was assumed to be meant, where the question didn't say it. */
  readonly about?: string;
  /** What the next question may refer to. */
  readonly said?: Said;
}

/** A topic is at most this many UTF-16 units long. */
const TOPIC = 60;

/** So many quotes are remembered. */
const REMEMBERED = 20;

/**
 * Answers a question in a conversation: with what was said before, where it needs that, and otherwise as if nothing had been.
 * @param asks the W of the command it was typed behind
 */
export function answerIn(index: ArticleIndex, text: string, asks: Asks | undefined, said: Said | undefined): Turn {
  const alone = readQuestion(index, text, asks);
  const pointer = said && pointerFor(index, text, alone);
  if (!said || !pointer) return turn(index, answerTo(index, alone), said, topicOf(text, alone));
  const reading = readFollowUp(index, text, asks, said, pointer);
  const topic = pointer === 'instead' ? topicOf(text, reading) : said.about;
  return { ...turn(index, answerTo(index, reading), said, topic), ...(said.about && { about: said.about }) };
}

/** @param topic what the talk is about from now on */
function turn(index: ArticleIndex, answer: Answer, before: Said | undefined, topic: string): Turn {
  if (answer.kind !== 'answer' || !answer.quotes[0]) return { answer, ...(before && { said: before }) };
  const { question, quotes } = answer;
  const shown = quotes.slice(0, answer.shown).map(({ quote }) => quote.index);
  const said: Said = {
    asks: question.asks,
    terms: question.terms.length > 0 ? question.terms.map(({ word, share }) => [word.text, share] as const) : (before?.terms ?? []),
    about: topic || namesIn(index, shown[0] ?? 0)[0] || '',
    quoted: [...new Set([...shown, ...(question.follows?.quoted ?? [])])].slice(0, REMEMBERED),
  };
  return { answer, said };
}

/** What a question of its own is about: its text from the first of the words that it is looked up by to the last. */
function topicOf(text: string, reading: Reading): string {
  if (reading.kind !== 'question') return '';
  const own = new Set(reading.question.terms.filter(({ share }) => share === 1).map(({ word }) => word.text));
  const words = wordsOf(text).filter((word) => own.has(word.text));
  return firstWords(text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0), TOPIC);
}
