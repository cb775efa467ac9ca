import type { Article } from '../article/article.ts';
import { STOP_WORDS, type Word, wordsOf } from './words.ts';

/** A sentence by its words. */
export interface IndexedSentence {
  /** In order, with offsets into the sentence. */
  readonly words: readonly Word[];
  /** How often each stem stands in it. */
  readonly stems: ReadonlyMap<string, number>;
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
  const forms = new Map<string, number>();
  const capitals = new Map<string, number>();
  let length = 0;
  const sentences = article.sentences.map((sentence): IndexedSentence => {
    const words = read(article.text.slice(sentence.start, sentence.end));
    const stems = new Map<string, number>();
    length += words.length;
    for (const [i, { form, stem, text }] of words.entries()) {
      stems.set(stem, (stems.get(stem) ?? 0) + 1);
      if (STOP_WORDS.has(form)) continue;
      forms.set(form, (forms.get(form) ?? 0) + 1);
      if (i > 0) capitals.set(form, (capitals.get(form) ?? 0) + (isCapital(text) ? 1 : -1));
    }
    for (const stem of stems.keys()) {
      const list = postings.get(stem);
      if (list) list.push(sentence.index);
      else postings.set(stem, [sentence.index]);
    }
    return { words, stems };
  });
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

export function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
