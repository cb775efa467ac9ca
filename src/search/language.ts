import { createRequire } from 'node:module';
import type { ArticleIndex } from './article-index.ts';
import { STOP_WORDS, withoutPoints } from './words.ts';

/** A language other than English, as far as there is anything for it. */
export interface Language {
  /** What a word in lower case shares with its inflections. */
  readonly stemOf: (word: string) => string;
  /** Words in lower case that a question is not looked up by. */
  readonly stopWords: ReadonlySet<string>;
}

/** So many characters of an article, or so many sentences, tell its language. */
const CHARACTERS = 5000;
const SENTENCES = 100;

/** Languages by their codes in ISO 639-3, and what their stemmers and lists are called. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ arb: 'arabic', hye: 'armenian', bul: 'bulgarian', dan: 'danish', nld: 'dutch', fin: 'finnish', fra: 'french', deu: 'german' },
  ...{ ell: 'greek', hun: 'hungarian', hin: 'indian', ind: 'indonesian', gle: 'irish', ita: 'italian', lit: 'lithuanian', npi: 'nepali' },
  ...{ nob: 'norwegian', nno: 'norwegian', por: 'portuguese', ron: 'romanian', rus: 'russian', srp: 'serbian', spa: 'spanish' },
  ...{ swe: 'swedish', tam: 'tamil', tur: 'turkish', ukr: 'ukrainian' },
};

/** The language of an article; undefined: it is English, or can't be told. */
export async function foreignLanguage(index: ArticleIndex): Promise<Language | undefined> {
  const { article, inEnglish } = index;
  if (inEnglish) return undefined;
  const { franc } = await import('franc-min');
  const text = article.text.slice(0, CHARACTERS);
  const code = franc(text);
  if (code === 'und') return isLatin(text) ? undefined : load(undefined);
  if (code === 'eng' || code === 'sco') return undefined;
  const language = load(NAMES[code]);
  return !isLatin(text) || speaks(index, language) ? language : undefined;
}

/**
 * Whether the words of a text speak for a language, and not for English: letters alone are little to go by where it is short. Most of them have to be
 * unknown to English, or the language's own stop words more than the English ones.
 */
function speaks({ sentences, knows }: ArticleIndex, { stopWords }: Language): boolean {
  const words = sentences.slice(0, SENTENCES).flatMap((sentence) => sentence.words.filter(({ text }) => /\p{L}/u.test(text)));
  const count = (is: (form: string, text: string) => boolean) => words.filter(({ form, text }) => is(form, text.toLowerCase())).length;
  const isUnknown = count((form) => !knows(form)) * 2 > words.length;
  return isUnknown || count((_, text) => stopWords.has(text)) > count((form) => STOP_WORDS.has(form));
}

/** Whether most letters are Latin: none but these are English. */
function isLatin(text: string): boolean {
  return (text.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 >= (text.match(/\p{L}/gu)?.length ?? 0);
}

const require = createRequire(import.meta.url);

/** Only what is needed is loaded. */
function load(name: string | undefined): Language {
  if (name === undefined) return { stemOf: withoutPoints, stopWords: new Set() };
  const { stemmer } = require(`@orama/stemmers/${name}`) as { stemmer: (word: string) => string };
  const { stopwords } = require(`@orama/stopwords/${name}`) as { stopwords: readonly string[] };
  return { stemOf: (word) => stemmer(withoutPoints(word)), stopWords: new Set(stopwords) };
}
