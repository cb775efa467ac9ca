import { type Answer, answerTo } from '../answering/answer.ts';
import type { ArticleIndex } from '../answering/article-index.ts';
import type { Asks } from '../answering/asks.ts';
import { asWritten, type Reading, readQuestion } from '../answering/question.ts';
import { spelledOut } from '../answering/shorthand.ts';
import { quote } from '../article/article.ts';
import { firstWords } from '../article/first-words.ts';
import { pointerFor, readFollowUp } from './read-follow-up.ts';
import type { Said } from './said.ts';

/** An answer in a conversation. */
export interface Turn {
  readonly answer: Answer;
  /** Whether it goes on from what was said before. */
  readonly goesOn: boolean;
  /** What was assumed to be meant, where the question didn't say it. */
  readonly about?: string;
  /** Whether the answer was chosen by somebody. */
  readonly chosen?: true;
  /** What the next question may refer to. */
  readonly said?: Said;
}

/** A topic is at most this many UTF-16 units long. */
const TOPIC = 60;

/** So many quotes are remembered. */
const REMEMBERED = 20;

/**
 * Answers a question in a conversation: with what was said before, where it needs that, and otherwise as if nothing had been.
 * @param typed what somebody typed
 * @param asks the W of the command it was typed behind
 * @param choose what somebody has chosen for the question, as it stands or about something: a sentence by its number, counting from 0, or null where
 * the article doesn't say; undefined where nobody has
 */
export function answerIn(
  index: ArticleIndex,
  typed: string,
  asks: Asks | undefined,
  said: Said | undefined,
  choose: (about?: string) => number | null | undefined = () => undefined,
): Turn {
  const alone = readQuestion(index, typed, asks);
  if (alone.kind === 'too long') return turn({ answer: alone }, '');
  const text = spelledOut(typed);
  const pointer = said && pointerFor(index, text, alone);
  const chosenFor = (about?: string) => (alone.kind === 'question' ? choose(about) : undefined);
  const byItself = () => turn(chosenOr(index, answerTo(index, alone), chosenFor()), topicOf(index, alone));
  if (!said || !pointer) return byItself();
  if (pointer === 'little' && chosenFor() !== undefined) return byItself();
  const reading = readFollowUp(index, text, asks, said, pointer);
  const about = (pointer === 'instead' ? keptOf(reading) : said.about) || undefined;
  const answer = chosenOr(index, answerTo(index, reading), about === undefined ? undefined : choose(about));
  if (pointer === 'little' && !answer.chosen && !isWellAnswered(answer.answer)) return byItself();
  const given = turn(answer, pointer === 'instead' ? topicOf(index, reading) : said.about, said);
  return { ...given, goesOn: true, ...(about && { about }) };
}

/** What only may go on from a quote does so where that answers it with some confidence. */
const CONFIDENT = 0.4;

function isWellAnswered(answer: Answer): boolean {
  return answer.kind === 'answer' && (answer.confidence >= CONFIDENT || answer.question.terms.length === 0);
}

type Answered = Pick<Turn, 'answer' | 'chosen'>;

/** The answer that was chosen, with the quotes that had been found behind it; or the one that was found. */
function chosenOr(index: ArticleIndex, answer: Answer, at: number | null | undefined): Answered {
  if (at === undefined || (answer.kind !== 'answer' && answer.kind !== 'not in the article')) return { answer };
  if (at === null) return { answer: { ...answer, kind: 'not in the article', shown: 0, confidence: 0 }, chosen: true };
  const others = answer.quotes.filter((found) => found.quote.index !== at);
  const first = { quote: quote(index.article, at), score: answer.quotes[0]?.score ?? 0 };
  return { answer: { ...answer, kind: 'answer', quotes: [first, ...others], shown: 1, confidence: 1, sure: true }, chosen: true };
}

/**
 * @param topic what the talk is about from now on
 * @param before what was said before, where the question goes on from it: a refusal leaves it as it was
 */
function turn(answered: Answered, topic: string, before?: Said): Turn {
  const { answer } = answered;
  if (answer.kind !== 'answer' || !answer.quotes[0]) return { ...answered, goesOn: false, ...(before && { said: before }) };
  const { question, quotes } = answer;
  const shown = quotes.slice(0, answer.shown).map(({ quote }) => quote.index);
  const terms = [...question.terms, ...(question.follows?.terms ?? [])];
  const own = new Map(terms.filter(({ found }) => found).map(({ word, share }) => [word.form, share]));
  const said: Said = {
    asks: question.asks,
    terms: own.size > 0 || !before ? [...own] : before.terms,
    about: topic,
    quoted: [...new Set([...shown, ...(before?.quoted ?? [])])].slice(0, REMEMBERED),
  };
  return { ...answered, goesOn: false, said };
}

/** What a question of its own is about: the name in it, as the article writes it, or else the words of it that the article has. */
function topicOf(index: ArticleIndex, reading: Reading): string {
  if (reading.kind !== 'question') return '';
  const own = reading.question.terms.filter(({ found }) => found).map(({ word }) => word);
  const names = own.filter(({ form }) => index.names.has(form)).map(({ form }) => asWritten(index, form));
  return firstWords(names.length > 0 ? names.join(' ') : own.map(({ form }) => form).join(', '), TOPIC);
}

/** What a question about something else has kept of the one before: its other words. */
function keptOf(reading: Reading): string {
  const kept = reading.kind === 'question' ? (reading.question.follows?.terms ?? []) : [];
  return firstWords(kept.map(({ word }) => word.form).join(', '), TOPIC);
}
