import type { Article } from '../article/article.ts';
import { STOP_WORDS, type Word, wordsOf } from './words.ts';

/** A sentence by its words. */
export interface IndexedSentence {
  /** In order, with offsets into the sentence. */
  readonly words: readonly Word[];
}

export interface ArticleIndex {
  readonly article: Article;
  readonly sentences: readonly IndexedSentence[];
  /** The mean number of words in a sentence. */
  readonly meanLength: number;
  /** Stem → the sentences that have it, in order. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** The forms of the article's words, stop words left out, each with how often it stands there. */
  readonly forms: ReadonlyMap<string, number>;
  /** Forms that the article writes with a capital letter where no sentence begins: names, mostly. */
  readonly names: ReadonlySet<string>;
  /** Whether a word in lower case is known from outside the article: it is no misspelling of one that stands there. */
  readonly knows: (form: string) => boolean;
  /** Whether the article is in English, by its stop words. */
  readonly inEnglish: boolean;
  /** A text's words, with stems like the article's. */
  readonly read: (text: string) => Word[];
}

/**
 * @param knows whether a word in lower case is known from outside the article
 * @param read a text's words
 */
export function indexArticle(
  article: Article,
  knows: (form: string) => boolean = () => false,
  read: typeof wordsOf = wordsOf,
): ArticleIndex {
  const postings = new Map<string, number[]>();
  const spellings = new Map<string, Spelling>();
  let length = 0;
  const sentences = article.sentences.map((sentence): IndexedSentence => {
    const words = read(article.text.slice(sentence.start, sentence.end));
    length += words.length;
    let isFirst = true;
    for (const word of words) {
      const known = spellings.get(word.text) ?? spellingOf(word, postings);
      if (known.times === 0) spellings.set(word.text, known);
      known.times++;
      if (!isFirst) known.inside++;
      if (known.sentences.at(-1) !== sentence.index) known.sentences.push(sentence.index);
      isFirst = false;
    }
    return { words };
  });
  const forms = new Map<string, number>();
  const capitals = new Map<string, number>();
  for (const [text, { form, times, inside }] of spellings) {
    if (STOP_WORDS.has(form)) continue;
    forms.set(form, (forms.get(form) ?? 0) + times);
    capitals.set(form, (capitals.get(form) ?? 0) + (isCapital(text) ? inside : -inside));
  }
  const names = new Set([...capitals].flatMap(([form, times]) => (times > 0 ? form : [])));
  return {
    article,
    sentences,
    meanLength: length / Math.max(1, sentences.length),
    postings,
    forms,
    names,
    knows,
    inEnglish: inEnglish(sentences),
    read,
  };
}

/** A word as it is written somewhere: an article has far fewer of them than words. */
interface Spelling {
  readonly form: string;
  /** Those that have its stem. */
  readonly sentences: number[];
  times: number;
  /** How often no sentence begins with it. */
  inside: number;
}

function spellingOf({ form, stem }: Word, postings: Map<string, number[]>): Spelling {
  const sentences = postings.get(stem) ?? [];
  postings.set(stem, sentences);
  return { form, sentences, times: 0, inside: 0 };
}

/** In English text at least this share of the words are stop words; in other languages hardly any are. */
const ENGLISH_SHARE = 0.2;

/** So many words of an article tell its language. */
const TELLING = 2000;

function inEnglish(sentences: readonly IndexedSentence[]): boolean {
  const first = sentences.slice(0, TELLING); // a long article has millions of words
  const forms = first.flatMap(({ words }) => words.map(({ form }) => form)).slice(0, TELLING);
  return forms.filter((form) => STOP_WORDS.has(form)).length >= ENGLISH_SHARE * forms.length;
}

/**
 * How much a stem tells sentences apart: BM25's inverse document frequency, ln(1 + (N − n + ½) / (n + ½)) (Robertson and Zaragoza 2009),
 * at least 0; greatest where no sentence has it.
 */
export function weightOf(index: ArticleIndex, stem: string): number {
  const n = index.postings.get(stem)?.length ?? 0;
  return Math.log(1 + (index.sentences.length - n + 0.5) / (n + 0.5));
}

/** How often a stem stands in a sentence. @param at the sentence's number, counting from 0 */
export function timesIn({ sentences }: ArticleIndex, at: number, stem: string): number {
  let times = 0;
  for (const word of sentences[at]?.words ?? []) if (word.stem === stem) times++;
  return times;
}

export function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
