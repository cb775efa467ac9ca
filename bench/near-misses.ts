import { type ArticleIndex, isCapital } from '../src/answering/article-index.ts';
import { isEnglish } from '../src/answering/english.ts';
import { dot, meaningOf } from '../src/answering/meaning.ts';
import { OPPOSITES } from '../src/answering/opposites.ts';
import { STOP_WORDS, type Word, wordsOf } from '../src/answering/words.ts';

/** Words of an article that a question can be made wrong with. */
export interface Wrong {
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  readonly others: readonly string[];
}

/** Every place of every word counts: common ones are chosen more often. */
export function wrongFrom({ sentences, names }: ArticleIndex): Wrong {
  const words = sentences.flatMap(({ words }) => words.filter(({ form }) => !STOP_WORDS.has(form)));
  const texts = (some: (word: Word) => boolean) => words.filter(some).map(({ text }) => text);
  return {
    names: texts(({ form, text }) => isCapital(text) && names.has(form)),
    numbers: texts(({ form }) => /^\d/.test(form)),
    others: texts(({ form, text }) => /^\p{L}{4,}$/u.test(form) && !isCapital(text) && !names.has(form)),
  };
}

const TRIES = 12;
/** The cosine from which two words may be the same thing said otherwise. */
const THE_SAME = 0.75;
const NEGATED = 0.12;

/**
 * The question with a name, a number or a word of the article in place of its own, with the opposite of a word, and now and then denied: about
 * the right thing, and without an answer. As the same words may answer by chance, those of the answer are never put in.
 */
export function nearMisses(index: ArticleIndex, wrong: Wrong, question: string, evidence: string, random: () => number): string[] {
  const words = wordsOf(question).filter(({ form }) => !STOP_WORDS.has(form));
  const answer = evidence.toLowerCase();
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const draw = (from: readonly string[], word: Word) =>
    Array.from({ length: TRIES }, () => pick(from) ?? '').filter(
      (to) => !answer.includes(to.toLowerCase()) && to.toLowerCase() !== word.form,
    );
  const put = (word: Word | undefined, to: (word: Word) => string | undefined): string[] => {
    const other = word && to(word);
    return word && other ? [question.slice(0, word.start) + other + question.slice(word.end)] : [];
  };
  const opposite = ({ form }: Word) => pick(OPPOSITES.flatMap(([a, b]) => (a === form ? [b] : b === form ? [a] : [])));
  const verb = /\b(?:is|was|were|are|did|does|do|can|has|have|had|could|would)\b/i;
  return [
    ...put(pick(words.filter(({ form, text }) => isCapital(text) && index.names.has(form))), (word) => draw(wrong.names, word)[0]),
    ...put(pick(words.filter(({ form }) => /^\d/.test(form))), (word) => draw(wrong.numbers, word)[0]),
    ...put(pick(words.filter(({ form, text }) => form.length > 3 && !isCapital(text) && isEnglish(form))), (word) =>
      likest(word, draw(wrong.others, word)),
    ),
    ...put(pick(words.filter((word) => opposite(word) !== undefined)), opposite),
    ...(random() < NEGATED && verb.test(question) ? [question.replace(verb, (found) => `${found} not`)] : []),
  ];
}

/** The word nearest in meaning that is not the same: people ask for what might have been. */
function likest({ form }: Word, others: readonly string[]): string | undefined {
  const own = meaningOf(form)?.vector;
  const alike = others.flatMap((other) => {
    const vector = meaningOf(other.toLowerCase())?.vector;
    const value = own && vector ? dot(own, vector) : 1;
    return value < THE_SAME ? [{ other, value }] : [];
  });
  return alike.sort((a, b) => b.value - a.value)[0]?.other;
}
