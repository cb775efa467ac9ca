import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readArticle } from '../src/article/article.ts';
import type { Reader } from '../src/reading/reader.ts';
import { type Engine, type Text, textOf } from './engine.ts';
import { enginesWith } from './engines.ts';
import { memoryOf } from './memory.ts';
import { oneOf, prose, questionAbout } from './prose.ts';
import { percentile, randomFrom } from './statistics.ts';
import { decimals, table } from './table.ts';
import { verbatim } from './verbatim.ts';

const SIZES = [10, 25, 100, 1_000, 10_000, 100_000];
const WARM_UP = 100;
/** So many are timed, after others that are not: a bot's article has been asked others. */
const QUESTIONS = 50;
const OTHERS = 200;
/** After so many milliseconds an engine is asked no more questions, but after three. */
const PATIENCE = 2000;
const FEWEST = 3;

interface Grown {
  readonly way: string;
  readonly size: string;
  readonly index: string;
  readonly ask: string;
  readonly memory: string;
}

/** How the time to index and to answer, and the memory, grow with the number of sentences. @param sizes how many there are */
export async function growth(reader: Reader, sizes = SIZES): Promise<string> {
  const engines = enginesWith(reader);
  const some = textOf(readArticle({ title: '' }, prose(WARM_UP, randomFrom(1))));
  for (const engine of engines) await measured(engine, some, Array(OTHERS + 1).fill('What is it?'));
  const rows: Grown[] = [];
  const read: Record<string, string> = { way: 'windows read' };
  const resident: Record<string, string> = { way: 'process, MB' };
  for (const count of sizes) {
    const random = randomFrom(count);
    const text = textOf(readArticle({ title: '' }, prose(count, random)));
    const questions = Array.from({ length: OTHERS + QUESTIONS }, () => questionAbout(oneOf(text.sentences, random), random));
    const size = `${text.sentences.length.toLocaleString('en')} sentences`;
    for (const engine of engines) rows.push({ way: engine.name, size, ...(await measured(engine, text, questions)) });
    read[size] = `${await windowsRead(reader, text, questions[0] ?? '')}`;
    resident[size] = decimals((await residentAfter(count)) / 1e6, 0);
  }
  const column = (name: string, key: 'index' | 'ask' | 'memory') =>
    Object.fromEntries(rows.flatMap((row) => (row.way === name ? [[row.size, row[key]]] : [])));
  const grown = (key: 'index' | 'ask' | 'memory') => table(engines.map(({ name: way }) => ({ way, ...column(way, key) })));
  return [
    `A question, median ms, by the number of sentences\n\n${grown('ask')}`,
    `Index, ms\n\n${grown('index')}`,
    `Memory of the index, MB\n\n${grown('memory')}`,
    `What Verbatim reads for a question, and the memory of a process that has answered three and does nothing else\n\n${table([read, resident])}`,
  ].join('\n\n');
}

async function measured(engine: Engine, text: Text, questions: readonly string[]): Promise<Omit<Grown, 'way' | 'size'>> {
  const times: number[] = [];
  let index = 0;
  const bytes = await memoryOf(async () => {
    const began = performance.now();
    const ask = engine.index(text);
    const indexed = performance.now();
    index = indexed - began;
    const [others, timed] = [questions.slice(0, OTHERS), questions.slice(OTHERS)];
    for (const question of others) if (performance.now() - indexed < PATIENCE) await ask(question);
    for (const question of timed) {
      if (times.length >= FEWEST && performance.now() - indexed > 2 * PATIENCE) break;
      const start = performance.now();
      const given = ask(question);
      if (given instanceof Promise) await given; // waiting for what is there would take longer than some engines do
      times.push(performance.now() - start);
    }
    return ask;
  });
  return { index: decimals(index, 1), ask: decimals(percentile(times, 0.5), 2), memory: decimals(bytes / 1e6, 1) };
}

async function windowsRead(reader: Reader, text: Text, question: string): Promise<number> {
  const given = await verbatim(reader).index(text)(question);
  return 'read' in given ? given.read.length : 0;
}

/** The memory of a process of its own, in bytes: what else the bench has in memory would count. */
async function residentAfter(sentences: number): Promise<number> {
  const script = fileURLToPath(new URL('resident.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx/esm', script, `${sentences}`]);
  return Number(stdout);
}
