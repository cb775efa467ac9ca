import Fuse from 'fuse.js';
import { isOpener } from '../article/language.ts';
import { type ArticleIndex, isCapital } from './article-index.ts';
import { isCommon, isEnglish } from './english.ts';
import { beforeOneSlip, isOneSlip } from './slips.ts';
import { STOP_WORDS, stemOf, type Word, wordsOf } from './words.ts';

/** A word of a question that was read as another. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** Fuse.js's score, wrong letters over all letters, up to which a word is read as another: one letter in four, in a longer word two in six. */
const SHORT = 0.26;
const LONG = 0.34;

/** Words that questions are made of, beside the article's. */
const ASKING = [...STOP_WORDS, 'many', 'people'].filter((word) => word.length > 3);

/**
 * The word that a question's word is a misspelling of: one of the article's, one that questions are made of, or another English one. Undefined where
 * there is none, or where the word needs no correction: the article has it, inflected or not, or it is a known word or name. English words are for
 * articles in English only: "Warum" is not "warm".
 */
export function corrected(index: ArticleIndex, word: Word): string | undefined {
  const { form, stem } = word;
  if (
    form.length < 4 ||
    form.length > LONGEST ||
    index.postings.has(stem) ||
    isKnown(index, form) ||
    isKnown(index, form.replace(/s$/, '')) ||
    isOpener(word.text, index.article.language) ||
    !/^\p{L}+$/u.test(form)
  )
    return undefined;
  const asking = isInnerName(word) || !index.inEnglish ? [] : ASKING.filter((one) => isOneSlip(form, one));
  const own = nearest(form, [...asking, ...ownWords(index, word)]);
  return own !== undefined && isOneSlip(form, own) ? own : (englishFor(index, word) ?? own);
}

export function isKnown({ knows }: ArticleIndex, form: string): boolean {
  return isEnglish(form) || knows(form);
}

/** A longer one is no word: to look for what it may have been takes long. */
const LONGEST = 30;

/** A shorter word may as well be another one: "Homs" is not "home", and only a letter left out or two exchanged make it a name that is known. */
const SHORTEST = 5;

function ownWords({ forms, names }: ArticleIndex, word: Word): string[] {
  const { form, text } = word;
  const own = [...forms.keys()];
  if (form.length >= SHORTEST)
    return own.filter((other) => other.length > 3 && (!isInnerName(word) || !isEnglish(other) || isOneSlip(form, other)));
  return own.filter(
    (other) => other.length >= form.length && isOneSlip(form, other) && isSameLetters(form, other) && isCapital(text) === names.has(other),
  );
}

/** Whether a word is written as a name, and not only because a question begins with it. */
function isInnerName({ text, start }: Word): boolean {
  return isCapital(text) && start > 0;
}

/** Whether a word has all letters of another. */
function isSameLetters(some: string, all: string): boolean {
  return [...some].every((letter) => all.includes(letter));
}

/** The English word that a word was before a slip, one that the article has above others. A name that neither knows is no slip of the pen. */
function englishFor({ postings, inEnglish }: ArticleIndex, word: Word): string | undefined {
  const { form, text } = word;
  if (!inEnglish || form.length < SHORTEST || isInnerName(word) || /['’]/.test(text)) return undefined;
  const words = [...beforeOneSlip(form)].filter((other) => other.length > 3 && isEnglish(other));
  return words.find((other) => postings.has(stemOf(other))) ?? words.find(isCommon);
}

/** Fuse.js looks for a word anywhere in another: each letter that one has more than the other costs this much of a score. */
const A_LETTER_MORE = 0.05;

/** Fuse.js's score for two letters exchanged in four: it takes them for two wrong ones. */
const EXCHANGED = 0.5;

/** The one of these words that a word is a misspelling of: by one slip, or its share of wrong letters is at most `threshold`, from 0 to 1. */
export function nearest(word: string, among: readonly string[], threshold = word.length < 6 ? SHORT : LONG): string | undefined {
  const alike = among.filter(
    (other) =>
      Math.abs(other.length - word.length) <= 2 && (other[0] === word[0] || (other.slice(-2) === word.slice(-2) && isOneSlip(word, other))),
  );
  const found = new Fuse(alike, { threshold: EXCHANGED, ignoreLocation: true, includeScore: true }).search(word);
  const cost = ({ item, score = 0 }: (typeof found)[number]) =>
    isOneSlip(word, item) ? score / 10 : score <= threshold ? 1 + score + A_LETTER_MORE * Math.abs(item.length - word.length) : 3;
  const [best] = found.sort((a, b) => cost(a) - cost(b));
  return best && cost(best) < 3 ? best.item : undefined;
}

/** Fuse.js's score up to which a text is alike to what has been typed of it. */
const ALIKE = 0.4;

/**
 * The texts that are alike to what has been typed so far, the likest first; all of them where nothing has been: first those that begin with it, those
 * with its words in a row, with all of them somewhere, then those that it may be a misspelling of. Its words may be only begun.
 */
export function matching(typed: string, texts: readonly string[]): readonly string[] {
  const wanted = wordsOf(typed).map(({ form }) => form);
  if (wanted.length === 0) return typed.trim() === '' ? texts : [];
  const ranked = texts.map((text) => ({ text, rank: rankOf(wanted, text) }));
  const found = [0, 1, 2].flatMap((rank) => ranked.filter((one) => one.rank === rank)).map(({ text }) => text);
  const others = ranked.filter(({ rank }) => rank === undefined).map(({ text }) => text);
  return [...found, ...new Fuse(others, { threshold: ALIKE, ignoreLocation: true }).search(typed.trim()).map(({ item }) => item)];
}

function rankOf(wanted: readonly string[], text: string): 0 | 1 | 2 | undefined {
  const own = wordsOf(text).map(({ form }) => form);
  const [row, all] = [wanted.join(' '), own.join(' ')];
  if (all.startsWith(row)) return 0;
  if (all.includes(` ${row}`)) return 1;
  return wanted.every((word) => own.some((other) => other.startsWith(word))) ? 2 : undefined;
}
