import type { Span } from '../document/span.ts';
import type { ArticleIndex } from './article-index.ts';
import { type Correction, corrected } from './spelling.ts';
import { STOP_WORDS, stemOf, wordsOf } from './words.ts';

/** The sentences that have some words. */
export interface Finding {
  /** In the article's order. */
  readonly sentences: readonly FoundSentence[];
  /** Whether they have all of the words; otherwise none has, and these have some of them. */
  readonly all: boolean;
  readonly corrections: readonly Correction[];
}

export interface FoundSentence {
  /** Its number in the article, counting from 0. */
  readonly at: number;
  /** Where the words are in it, as offsets into its text. */
  readonly words: readonly Span[];
}

/** So many words are looked for: nobody types more, and it takes long to correct their spelling in a large article. */
const WORDS = 12;

/** A word that the article doesn't have may be the beginning of one, from so many letters on. */
const BEGINNING = 3;

/** Finds what was typed: words in any order and form, misspelt, or only begun. Words like "the" count where nothing else was typed. */
export function findWords(index: ArticleIndex, typed: string): Finding {
  const words = wordsOf(typed);
  const telling = words.filter(({ form }) => !STOP_WORDS.has(form));
  const wanted = (telling.length > 0 ? telling : words).slice(0, WORDS).map((word) => {
    const to = corrected(index, word);
    return { word, to, stems: stemsFor(index, to === undefined ? word : { form: to, stem: stemOf(to) }) };
  });
  const having = wanted.map(({ stems }) => new Set([...stems].flatMap((stem) => index.postings.get(stem) ?? [])));
  const some = [...new Set(having.flatMap((one) => [...one]))].sort((a, b) => a - b);
  const whole = some.filter((at) => having.every((one) => one.has(at)));
  const stems = new Set(wanted.flatMap((one) => [...one.stems]));
  return {
    sentences: (whole.length > 0 ? whole : some).map((at) => ({ at, words: spansOf(index, at, stems) })),
    all: whole.length > 0,
    corrections: wanted.flatMap(({ word, to }) => (to === undefined ? [] : { from: word.text, to })),
  };
}

/** The stems of the article that a word may stand for. */
function stemsFor({ postings, forms }: ArticleIndex, { form, stem }: { form: string; stem: string }): Set<string> {
  if (postings.has(stem) || form.length < BEGINNING) return new Set([stem]);
  return new Set([...forms.keys()].filter((other) => other.startsWith(form)).map(stemOf));
}

function spansOf({ sentences }: ArticleIndex, at: number, stems: ReadonlySet<string>): Span[] {
  return (sentences[at]?.words ?? []).filter(({ stem }) => stems.has(stem)).map(({ start, end }) => ({ start, end }));
}
