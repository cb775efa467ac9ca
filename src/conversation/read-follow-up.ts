import { answerTo } from '../answering/answer.ts';
import { type ArticleIndex, isCapital } from '../answering/article-index.ts';
import { type Asks, askedBy } from '../answering/asks.ts';
import { isEnglish } from '../answering/english.ts';
import { names, spanOf } from '../answering/phrases.ts';
import { type Follows, type Question, type Reading, readQuestion, SPEECH, type Term, termsOf } from '../answering/question.ts';
import { wordsOf } from '../answering/words.ts';
import { quote } from '../article/article.ts';
import { insteadOf, type Pointer, pointerIn } from './pointers.ts';
import type { Said } from './said.ts';

/** A question of so few words, or one with more and a pronoun, is left to itself where the article answers it as surely as this. */
const LITTLE = 2;
const SURE = 0.5;
const SURER = 0.9;

/** Less sure than this, the article doesn't answer a question as it stands. */
const UNANSWERED = 0.2;

/** What the words of the question before count for, beside a question's own. */
const BEFORE = 0.35;

/** Less than this of a word is let go. */
const LEAST = 0.1;

/** What the first name in the last quote counts for, where a pronoun may stand for it. */
const QUOTED_NAME = 0.25;

/** How a question points back; undefined where it does not, or can do without. */
export function pointerFor(index: ArticleIndex, text: string, alone: Reading): Pointer | 'little' | undefined {
  if (alone.kind !== 'question' && alone.kind !== 'nothing to look for') return undefined;
  if (text.trim() === '') return undefined; // a bare W asks for the story's
  const words = wordsOf(text);
  const forms = words.map(({ form }) => form);
  const terms = alone.kind === 'question' ? alone.question.terms.filter(({ word }) => !FILLERS.has(word.form)) : [];
  const pointer = pointerIn(forms, terms.length);
  if (pointer === 'pronoun') {
    const at = forms.findIndex((form) => PRONOUNS.test(form));
    const before = at < 0 ? [] : words.slice(0, at);
    const behind = /^th(?:is|at|ese|ose)$/.test(forms[at] ?? '') ? words.slice(at + 1, at + 2) : []; // "this Saeed"
    const named = [...before, ...behind].some(({ text: word, form }) => isCapital(word) && index.names.has(form));
    const owned =
      POSSESSIVES.test(forms[at] ?? '') && terms.some(({ word, found }) => found && before.some(({ stem }) => stem === word.stem));
    return named || owned || (terms.length > LITTLE && confidence(index, alone) >= SURER) ? undefined : pointer;
  }
  const own = terms.filter(({ found }) => found).length;
  if (pointer === 'instead' && own > LITTLE && confidence(index, alone) >= SURER) return undefined; // "what about the students at Aleppo University"
  if (pointer !== undefined) return pointer;
  return confidence(index, alone) < (isBare(alone, terms) ? SURE : UNANSWERED) ? 'little' : undefined;
}

/** Whether a question asks for a detail with hardly a word of its own: only ordinary ones that the article doesn't have ("how many were hurt?"). */
function isBare(alone: Reading, terms: readonly Term[]): boolean {
  if (alone.kind !== 'question' || !DETAILS.has(alone.question.asks)) return false;
  return terms.length <= LITTLE && terms.every(({ word, found }) => !found && isEnglish(word.form));
}

/** What a phrase near the last quote may answer, though a word of the question is nowhere: "how many were hurt?" of five who are injured. */
const DETAILS: ReadonlySet<Asks> = new Set(['where', 'when', 'how many', 'how long']);

function confidence(index: ArticleIndex, reading: Reading): number {
  const given = answerTo(index, reading);
  return 'confidence' in given ? given.confidence : 0;
}

const PRONOUNS = /^(?:he|she|they|him|her|his|hers|them|their|theirs|it|its|this|that|these|those|there)$/;

/** "Why do merchants worry about their status": whose it is stands in front of it. */
const POSSESSIVES = /^(?:his|her|their|its)$/;

/** Words that a question may have beside its W and still be about nothing of its own: "where exactly", "what time". */
const FILLERS: ReadonlySet<string> = new Set('exactly precisely else time come go since until really then more next people'.split(' '));

/** Reads a question with what was said before: its words with theirs, and which quote it goes on from. */
export function readFollowUp(index: ArticleIndex, text: string, asks: Asks | undefined, said: Said, pointer: Pointer | 'little'): Reading {
  const words = wordsOf(text);
  const forms = words.map(({ form }) => form);
  const ownText = pointer === 'instead' ? text.slice(words[insteadOf(forms) ?? 0]?.start) : text;
  const asked = asks ?? askedBy(forms) ?? (pointer === 'pronoun' || pointer === 'little' ? 'what' : said.asks);
  const read = readQuestion(index, ownText, asked);
  if (read.kind !== 'question') return read;
  const own = read.question.terms.filter(({ word, found }) => !FILLERS.has(word.form) || (found && pointer !== 'open'));
  const wants = wantedBy(pointer, read.question, own);
  const before = termsBefore(index, wants, said, pointer);
  const terms = wants === 'speaker' || wants === 'next' ? [] : wants === 'more' ? before : own;
  const speech = [...terms, ...before].some(({ word }) => SPEECH.has(word.stem));
  const follows = { wants, asked: said.asks, terms: wants === 'more' ? before : others(before, terms), quoted: said.quoted };
  return { kind: 'question', question: { ...read.question, terms, speech, follows } };
}

function wantedBy(pointer: Pointer | 'little', { asks }: Question, own: readonly Term[]): Follows['wants'] {
  if (pointer === 'speaker' || pointer === 'more' || pointer === 'next') return pointer;
  if (pointer === 'instead') return 'other';
  const nothingOwn = own.every(({ word, found }) => !found && isEnglish(word.form));
  return own.length === 0 || (DETAILS.has(asks) && nothingOwn) ? 'detail' : 'answer';
}

/** The words of what a question goes on from. */
function termsBefore(index: ArticleIndex, wants: Follows['wants'], said: Said, pointer: Pointer | 'little'): Term[] {
  if (wants === 'speaker' || wants === 'next') return [];
  const share = wants === 'answer' || wants === 'other' ? BEFORE : 1;
  const isName = (word: string) => index.names.has(word);
  const before = said.terms.filter(([word, of]) => of * share >= LEAST && (pointer !== 'instead' || (of === 1 && !isName(word))));
  const inherited = before.flatMap(([word, of]) => scaled(termsOf(index, wordsOf(word)), of * share));
  const somebody = pointer === 'pronoun' && !before.some(([word]) => isName(word)) ? (namesIn(index, said.quoted[0] ?? 0)[0] ?? '') : '';
  const all = [...inherited, ...scaled(termsOf(index, wordsOf(somebody)), QUOTED_NAME)];
  return all.filter(({ word }, i) => all.findIndex((other) => other.word.stem === word.stem) === i);
}

/** Terms, but for those that are among other ones. */
function others(terms: readonly Term[], among: readonly Term[]): Term[] {
  return terms.filter(({ word }) => !among.some((other) => other.word.stem === word.stem));
}

function scaled(terms: readonly Term[], share: number): Term[] {
  return terms.map((term) => ({ ...term, weight: term.weight * share, share: term.share * share }));
}

/** The names in a sentence, as it writes them. */
function namesIn(index: ArticleIndex, at: number): string[] {
  const sentence = index.sentences[at];
  if (!sentence) return [];
  const { text } = quote(index.article, at);
  return names(index, sentence.words, text).map((run) => {
    const { start, end } = spanOf(sentence.words, run);
    return text.slice(start, end);
  });
}
