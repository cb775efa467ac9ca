import { answerTo } from '../answering/answer.ts';
import { type ArticleIndex, isCapital } from '../answering/article-index.ts';
import { type Asks, askedBy } from '../answering/asks.ts';
import { isEnglish } from '../answering/english.ts';
import { names, spanOf } from '../answering/phrases.ts';
import { type Reading, readQuestion, SPEECH, type Term, termsOf } from '../answering/question.ts';
import { wordsOf } from '../answering/words.ts';
import { insteadOf, type Pointer, pointerIn } from './pointers.ts';
import type { Said } from './said.ts';

/** A question of so few words, or one with more and a pronoun, is left to itself where the article answers it as surely as this. */
const LITTLE = 2;
const SURE = 0.5;
const SURER = 0.9;

/** What the words of the question before count for, beside a question's own. */
const BEFORE = 0.35;

/** Less than this of a word is let go. */
const LEAST = 0.1;

/** What the names in the last quote count for, where a pronoun may stand for one of them. */
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
    const named = before.some(({ text: word, form }) => isCapital(word) && index.names.has(form));
    const owned =
      POSSESSIVES.test(forms[at] ?? '') && terms.some(({ word, found }) => found && before.some(({ stem }) => stem === word.stem));
    return named || owned || (terms.length > LITTLE && confidence(index, alone) >= SURER) ? undefined : pointer;
  }
  if (pointer !== undefined) return pointer;
  return isBare(alone, terms) && confidence(index, alone) < SURE ? 'little' : undefined;
}

/** Whether a question asks for a detail with hardly a word of its own: only ordinary ones that the article doesn't have ("how many were hurt?"). */
function isBare(alone: Reading, terms: readonly Term[]): boolean {
  if (alone.kind !== 'question' || !DETAILS.has(alone.question.asks)) return false;
  return terms.length <= LITTLE && terms.every(({ word, found }) => !found && isEnglish(word.form));
}

/** What a phrase in a sentence can answer. */
const DETAILS: ReadonlySet<Asks> = new Set(['who', 'where', 'when', 'why', 'how many', 'how long']);

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
  const instead = pointer === 'instead';
  const read = readQuestion(
    index,
    instead ? text.slice(words[insteadOf(forms) ?? 0]?.start) : text,
    asks ?? askedBy(forms) ?? (pointer === 'pronoun' || pointer === 'little' ? 'what' : said.asks),
  );
  if (read.kind !== 'question') return read;
  const { question } = read;
  const own = question.terms.filter(({ word, found }) => !FILLERS.has(word.form) || (found && pointer !== 'open'));
  const isDetail = own.length === 0 || (DETAILS.has(question.asks) && own.every(({ word, found }) => !found && isEnglish(word.form)));
  const wants = pointer === 'speaker' || pointer === 'more' || pointer === 'next' ? pointer : isDetail ? 'detail' : 'answer';
  const share = wants === 'answer' ? BEFORE : 1;
  const before = said.terms.filter(([word, of]) => !instead || (of === 1 && !index.names.has(word)));
  const inherited = before.flatMap(([word, of]) => (of * share >= LEAST ? scaled(termsOf(index, wordsOf(word)), of * share) : []));
  const nameless = !before.some(([word]) => index.names.has(word));
  const named =
    pointer === 'pronoun' && nameless ? scaled(termsOf(index, wordsOf(namesIn(index, said.quoted[0] ?? 0)[0] ?? '')), QUOTED_NAME) : [];
  if (wants === 'speaker' || wants === 'next')
    return { kind: 'question', question: { ...question, terms: [], follows: { wants, quoted: said.quoted } } };
  const terms = [...(wants === 'answer' ? own : []), ...inherited, ...named].filter(
    (term, i, all) => all.findIndex(({ word }) => word.stem === term.word.stem) === i,
  );
  const speech = terms.some(({ word }) => SPEECH.has(word.stem));
  return { kind: 'question', question: { ...question, terms, speech, follows: { wants, quoted: said.quoted } } };
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
