import { STOP_WORDS, wordsOf } from '../src/search/words.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** In shorter words people see what they have typed. */
const SHORTEST = 5;

/** A question with one typing mistake behind the first letter of one of its longer words; the question itself where it has none. */
export function mistyped(question: string, random: () => number): string {
  const pick = (below: number) => Math.floor(random() * below);
  const words = wordsOf(question).filter(({ text, form }) => /^[A-Za-z]+$/.test(text) && text.length >= SHORTEST && !STOP_WORDS.has(form));
  const word = words[pick(words.length)];
  if (!word) return question;
  const at = 1 + pick(word.text.length - 2);
  const [before, letter, next, after] = [word.text.slice(0, at), word.text[at] ?? '', word.text[at + 1] ?? '', word.text.slice(at + 2)];
  const mistakes = [next + letter, next, letter + letter + next, (LETTERS[pick(LETTERS.length)] ?? '') + next];
  return question.slice(0, word.start) + before + mistakes[pick(mistakes.length)] + after + question.slice(word.end);
}
