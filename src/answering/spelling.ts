import Fuse from 'fuse.js';
import type { ArticleIndex } from './article-index.ts';
import { isEnglish } from './english.ts';
import { isWord } from './meaning.ts';
import type { Word } from './words.ts';

/** A word of a question that was read as another. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** Fuse.js's score, wrong letters over all letters, up to which a word is read as another: one letter in four, in a longer word two in six. */
const SHORT = 0.26;
const LONG = 0.34;

/** Words that questions are made of, beside the article's. */
const ASKING = ['about', 'happen', 'happened', 'happening', 'many', 'people', 'what', 'when', 'where', 'which', 'whose'];

/**
 * The word that a question's word is a misspelling of: one of the article's, or one that questions are made of. Undefined where there is
 * none, or where the word needs no correction: the article has it, inflected or not, or it is a known word or name.
 */
export function corrected(index: ArticleIndex, { form, stem }: Word): string | undefined {
  if (form.length < 4 || index.postings.has(stem) || isEnglish(form) || isWord(form) || !/^\p{L}+$/u.test(form)) return undefined;
  const own = form.length < SHORTEST ? [] : index.forms.keys();
  return nearest(
    form,
    [...ASKING, ...own].filter((word) => word.length > 3),
  );
}

/** A shorter word may as well be another one: "Homs" is not "home". */
const SHORTEST = 5;

/** Fuse.js looks for a word anywhere in another: each letter that one has more than the other costs this much of a score. */
const A_LETTER_MORE = 0.05;

/** The one of these words that a word is a misspelling of: its share of wrong letters is at most `threshold`, from 0 to 1. */
export function nearest(word: string, among: readonly string[], threshold = word.length < 6 ? SHORT : LONG): string | undefined {
  const alike = among.filter(
    (other) => Math.abs(other.length - word.length) <= 2 && (other[0] === word[0] || other.slice(-2) === word.slice(-2)),
  );
  const found = new Fuse(alike, { threshold, ignoreLocation: true, includeScore: true }).search(word);
  const cost = ({ item, score = 0 }: (typeof found)[number]) => score + A_LETTER_MORE * Math.abs(item.length - word.length);
  return found.sort((a, b) => cost(a) - cost(b))[0]?.item;
}

/** Fuse.js's score up to which a text is alike to what has been typed of it. */
const ALIKE = 0.4;

/** The texts that are alike to what has been typed so far, the likest first; all of them where nothing has been. */
export function matching(typed: string, texts: readonly string[]): readonly string[] {
  const wanted = typed.trim();
  if (wanted === '') return texts;
  return new Fuse(texts, { threshold: ALIKE, ignoreLocation: true }).search(wanted).map(({ item }) => item);
}
