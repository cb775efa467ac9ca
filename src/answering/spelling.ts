import Fuse from 'fuse.js';
import type { ArticleIndex } from './article-index.ts';
import { isEnglish } from './english.ts';

/** A word of a question that was read as another. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** Fuse.js's score, wrong letters over all letters, up to which a word is read as another: one in four, in a longer word two in six. */
const threshold = (form: string) => (form.length < 6 ? 0.26 : 0.34);

/**
 * The article's word that a question's word is a misspelling of; undefined where there is none, or where the word needs no correction:
 * the article has it, or it is ordinary English.
 * @param form in lower case
 */
export function corrected(index: ArticleIndex, form: string): string | undefined {
  if (form.length < 4 || !/^\p{L}+$/u.test(form) || index.forms.has(form) || isEnglish(form)) return undefined;
  const alike = [...index.forms.keys()].filter((word) => word.length > 3 && Math.abs(word.length - form.length) <= 2 && sharesAnEnd(word, form));
  return new Fuse(alike, { threshold: threshold(form), ignoreLocation: true }).search(form, { limit: 1 })[0]?.item;
}

function sharesAnEnd(a: string, b: string): boolean {
  return a[0] === b[0] || a.slice(-2) === b.slice(-2);
}
