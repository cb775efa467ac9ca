import { quote } from '../article/article.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import { isEnglish } from '../search/english.ts';
import { STOP_WORDS, stemOf, type Word } from '../search/words.ts';
import type { Candidate } from './candidate.ts';
import { isCalendarWord } from './dates.ts';

/** Words are looked for in so many sentences. */
const SENTENCES = 100;

/** The things that a text speaks of, those first that most sentences do: each of these answers. */
export function askedOfWords(index: ArticleIndex): Candidate[] {
  const first = index.article.sentences.slice(0, SENTENCES).filter(({ answers }) => answers);
  const things = new Map(first.flatMap(({ index: at }) => thingsIn(index, at)).map((form) => [stemOf(form), form]));
  return Array.from(things, ([stem, form]) => ({
    question: `What about the ${form}?`,
    answers: (index.postings.get(stem) ?? []).filter((at) => index.article.sentences[at]?.answers),
  })).sort((a, b) => b.answers.length - a.answers.length);
}

/** The nouns of a sentence that stand behind an article and before a mark, a small word or nothing: no noun follows there that they only tell of. */
function thingsIn(index: ArticleIndex, at: number): string[] {
  const text = quote(index.article, at).text;
  const words = index.sentences[at]?.words ?? [];
  return words.flatMap((word, i) =>
    /^(?:the|an?)$/.test(words[i - 1]?.form ?? '') && isThing(word) && endsAt(words, i, text) ? word.form : [],
  );
}

const isThing = ({ form, text }: Word) =>
  /^[a-z]{4,}$/.test(text) && isEnglish(form) && !STOP_WORDS.has(form) && !isCalendarWord(form) && !NO_THING.test(form);

/** What an article stands in front of, and no thing. */
const NO_THING =
  /^(?:same|other|others|first|second|third|last|next|least|most|half|only|whole|more|less|little|good|best|thing|time|times|rest|minute|means|kind|while|back|hundred|thousand|people|person|\w+ing|bit|number|pair|couple)$/;

function endsAt(words: readonly Word[], i: number, text: string): boolean {
  const [word, next] = [words[i], words[i + 1]];
  return next === undefined || STOP_WORDS.has(next.form) || !/^[ -]$/.test(text.slice(word?.end, next.start));
}
