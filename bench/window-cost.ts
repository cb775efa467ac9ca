import { readArticle } from '../src/article/article.ts';
import type { Reader, Window } from '../src/reading/reader.ts';
import { textOf } from './engine.ts';
import { prose, questionAbout } from './prose.ts';
import { openModel } from './reading.ts';
import { BM25 } from './rivals.ts';
import { percentile, randomFrom } from './statistics.ts';
import { decimals } from './table.ts';

/** Word pieces of a window; the last one is full. */
const SIZES = [70, 130, 200, 300, 416];
const THREADS = [1, 2];
const TIMES = 11;
/** BM25 takes microseconds: it is asked so many times. */
const TIMES_BM25 = 2000;
/** What a window has beside its sentences: where the text begins, and an end. */
const AROUND = 2;

/** How long a window takes to read, by its size and the model's threads, beside BM25's time for the same question and sentences. */
export async function windowCost(): Promise<Record<string, string>[]> {
  const medians = new Map<number, readonly number[]>();
  let bm25: readonly number[] = [];
  for (const threads of THREADS) {
    const reader = await openModel(threads);
    const windows = SIZES.map((size) => windowOf(size, reader));
    const times: number[] = [];
    for (const window of windows) times.push(await medianOf(reader, window));
    medians.set(threads, times);
    bm25 = windows.map(bm25Of);
    await reader.close();
  }
  return SIZES.map((size, i) => ({
    'word pieces': `${size}`,
    ...Object.fromEntries(THREADS.map((n) => [`${n} thread${n > 1 ? 's' : ''}, ms`, decimals(medians.get(n)?.[i] ?? Number.NaN, 0)])),
    'BM25, ms': decimals(bm25[i] ?? Number.NaN, 4),
    'over BM25 (1 thread)': `${Math.round((medians.get(1)?.[i] ?? Number.NaN) / (bm25[i] ?? Number.NaN)).toLocaleString('en')} ×`,
  }));
}

/** Made-up sentences, as many as so many pieces hold, the last one cut to fit. */
function windowOf(size: number, reader: Reader): Window {
  const sentences: string[] = [];
  let room = size - AROUND;
  for (const sentence of textOf(readArticle({ title: '' }, prose(60, randomFrom(size)))).sentences) {
    const words = sentence.split(' ');
    while (words.length > 0 && reader.sizeOf(words.join(' ')) > room) words.pop();
    if (words.length === 0) break;
    sentences.push(words.join(' '));
    room -= reader.sizeOf(words.join(' '));
  }
  return { sentences, paragraphs: sentences.map(() => 1), beginsText: true };
}

async function medianOf(reader: Reader, window: Window): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time <= TIMES; time++) {
    const question = questionAbout(window.sentences[0] ?? '', randomFrom(time));
    const began = performance.now();
    await reader.read({ question, before: [] }, [window], 'bench');
    if (time > 0) times.push(performance.now() - began);
  }
  return percentile(times, 0.5);
}

function bm25Of({ sentences }: Window): number {
  const ask = BM25.index(textOf(readArticle({ title: '' }, sentences.join('\n'))));
  const times = Array.from({ length: TIMES_BM25 }, (_, time) => {
    const question = questionAbout(sentences[0] ?? '', randomFrom(time));
    const began = performance.now();
    ask(question);
    return performance.now() - began;
  });
  return percentile(times, 0.5);
}
