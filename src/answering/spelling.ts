import Fuse from 'fuse.js';
import type { ArticleIndex } from './article-index.ts';
import { isEnglish } from './english.ts';

/** A word of a question that was read as another. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** Fuse.js's score (0 the same, 1 nothing alike) from which two words are no spellings of one. */
const THRESHOLD = 0.4;

/**
 * The article's word that a question's word is a misspelling of; undefined where there is none, or where the word needs no correction:
 * the article has it, or it is ordinary English.
 * @param form in lower case
 */
export function corrected(index: ArticleIndex, form: string): string | undefined {
  if (form.length < 4 || !/^\p{L}+$/u.test(form) || index.forms.has(form) || isEnglish(form)) return undefined;
  const most = form.length < 6 ? 1 : 2;
  const alike = [...index.forms.keys()].filter((word) => word.length > 3 && Math.abs(word.length - form.length) <= most && sharesAnEnd(word, form));
  const found = new Fuse(alike, { includeScore: true, threshold: THRESHOLD, ignoreLocation: true, minMatchCharLength: 2 }).search(form);
  const near = found.map(({ item }) => ({ item, edits: editsBetween(item, form) })).filter(({ edits }) => edits <= most);
  near.sort((a, b) => a.edits - b.edits);
  return near[0]?.item;
}

function sharesAnEnd(a: string, b: string): boolean {
  return a[0] === b[0] || a.slice(-2) === b.slice(-2);
}

/** Letters to put in, leave out, change or swap to make one word of the other (optimal string alignment distance). */
function editsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      next.push(edits);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
