import { type Answer, answerTo } from '../answering/answer.ts';
import { type ArticleIndex, isCapital } from '../answering/article-index.ts';
import { type Asks, askedBy } from '../answering/asks.ts';
import { names, spanOf } from '../answering/phrases.ts';
import { type Reading, readQuestion, type Term, termsOf } from '../answering/question.ts';
import { wordsOf } from '../answering/words.ts';
import { firstWords } from '../article/first-words.ts';
import { insteadOf, type Pointer, pointerIn } from './pointers.ts';
import type { Said } from './said.ts';

/** An answer in a conversation. */
export interface Turn {
  readonly answer: Answer;
  /** What was assumed to be meant, where the question didn't say it. */
  readonly about?: string;
  /** What the next question may refer to. */
  readonly said?: Said;
}

/** A question that can do without what came before is left to itself where the article answers it as surely as this. */
const SURE = 0.5;

/** What the words of the question before count for, beside a question's own; and those of a question that only names another thing. */
const BEFORE = 0.35;
const INSTEAD = 0.8;

/** Less than this of a word is let go. */
const LEAST = 0.1;

/** What the names in the last quote count for, where a pronoun may stand for one of them. */
const QUOTED_NAME = 0.25;

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

/** How a question points back; undefined where it does not, or can do without. */
function pointerFor(index: ArticleIndex, text: string, alone: Reading): Pointer | 'little' | undefined {
  if (alone.kind !== 'question' && alone.kind !== 'nothing to look for') return undefined;
  if (text.trim() === '') return undefined; // a bare W asks for the story's
  const words = wordsOf(text);
  const forms = words.map(({ form }) => form);
  const terms = alone.kind === 'question' ? alone.question.terms.filter(({ word }) => !FILLERS.has(word.form)) : [];
  const pointer = pointerIn(forms, terms.length);
  if (pointer === 'pronoun' && alone.kind === 'question') {
    const at = forms.findIndex((form) => PRONOUNS.test(form));
    const named = words.slice(0, at).some(({ text: word, form }) => isCapital(word) && index.names.has(form));
    if (named) return undefined;
  }
  if (pointer !== undefined) return pointer;
  const given = terms.length <= 2 && answerTo(index, alone);
  return given && 'confidence' in given && given.confidence < SURE ? 'little' : undefined;
}

const PRONOUNS = /^(?:he|she|they|him|her|his|hers|them|their|theirs|it|its|this|that|these|those|there)$/;

/** Words that a question may have beside its W and still be about nothing of its own: "where exactly", "what time". */
const FILLERS: ReadonlySet<string> = new Set('exactly precisely else time come go since until really then more next people'.split(' '));

function readFollowUp(index: ArticleIndex, text: string, asks: Asks | undefined, said: Said, pointer: Pointer | 'little'): Reading {
  const forms = wordsOf(text).map(({ form }) => form);
  const instead = pointer === 'instead' ? insteadOf(forms) : undefined;
  const read = readQuestion(index, instead ?? text, asks ?? askedBy(forms) ?? said.asks);
  if (read.kind !== 'question') return read;
  const { question } = read;
  const own = question.terms.filter(({ word, found }) => !FILLERS.has(word.form) || (found && pointer !== 'open'));
  const wants = pointer === 'speaker' || pointer === 'more' || pointer === 'next' ? pointer : own.length === 0 ? 'detail' : 'answer';
  const share = instead === undefined ? (wants === 'answer' ? BEFORE : 1) : INSTEAD;
  const before = said.terms.filter(([word]) => instead === undefined || !index.names.has(word.toLowerCase()));
  const inherited = before.flatMap(([word, of]) => (of * share >= LEAST ? scaled(termsOf(index, wordsOf(word)), of * share) : []));
  const nameless = !before.some(([word]) => index.names.has(word.toLowerCase()));
  const named =
    pointer === 'pronoun' && nameless ? scaled(termsOf(index, wordsOf(namesIn(index, said.quoted[0] ?? 0)[0] ?? '')), QUOTED_NAME) : [];
  if (wants === 'speaker' || wants === 'next')
    return { kind: 'question', question: { ...question, terms: [], follows: { wants, quoted: said.quoted } } };
  const terms = [...(wants === 'answer' ? own : []), ...inherited, ...named].filter(
    (term, i, all) => all.findIndex(({ word }) => word.stem === term.word.stem) === i,
  );
  return { kind: 'question', question: { ...question, terms, follows: { wants, quoted: said.quoted } } };
}

function scaled(terms: readonly Term[], share: number): Term[] {
  return terms.map((term) => ({ ...term, weight: term.weight * share, share: term.share * share }));
}

/** The names in a sentence, as it writes them. */
function namesIn(index: ArticleIndex, at: number): string[] {
  const [sentence, place] = [index.sentences[at], index.article.sentences[at]];
  if (!sentence || !place) return [];
  const text = index.article.text.slice(place.start, place.end);
  return names(index, sentence.words, text).map((run) => {
    const { start, end } = spanOf(sentence.words, run);
    return text.slice(start, end);
  });
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
