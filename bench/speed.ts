import type { Case } from './cases.ts';
import type { Engine } from './engine.ts';
import { ENGINES } from './engines.ts';
import { memoryOf } from './memory.ts';
import { percentile } from './statistics.ts';
import { decimals } from './table.ts';

/** So many times an engine is timed at least, and the questions asked as often as that takes, up to this many times. */
const TIMES = 2000;
const MOST_ROUNDS = 80;
const FEWEST_ROUNDS = 6;

const BASE = 'MiniSearch, defaults';

interface Times {
  readonly index: number[];
  readonly ask: number[];
}

/**
 * How long indexing an article and asking it a question take: article by article, one engine after the other, so that none waits for what others left in
 * the processor's caches or to be collected as garbage. In each round every other question is asked before, untimed: a bot's article has been asked others,
 * but not this one.
 */
export function speedOf(cases: readonly Case[]) {
  const times = new Map(ENGINES.map(({ name }): [string, Times] => [name, { index: [], ask: [] }]));
  const questions = cases.reduce((sum, one) => sum + one.questions.length, 0);
  const rounds = Math.min(MOST_ROUNDS, Math.max(FEWEST_ROUNDS, Math.ceil(TIMES / questions)));
  run(cases, 0); // warms up
  for (let round = 0; round < rounds; round++) run(cases, round, times);
  const median = (name: string) => percentile(times.get(name)?.ask ?? [], 0.5);
  return ENGINES.map((engine) => ({
    way: engine.name,
    'p50 ms': decimals(median(engine.name), 3),
    'p95 ms': decimals(percentile(times.get(engine.name)?.ask ?? [], 0.95), 3),
    'p50 over MiniSearch': `${(median(engine.name) / median(BASE)).toFixed(1)} ×`,
    'index ms': decimals(percentile(times.get(engine.name)?.index ?? [], 0.5), 2),
    'memory kB': decimals(memoryAnArticle(engine, cases) / 1000, 0),
  }));
}

function run(cases: readonly Case[], round: number, times?: ReadonlyMap<string, Times>): void {
  for (const { text, questions } of cases)
    for (const engine of ENGINES) {
      const spent = times?.get(engine.name);
      const began = performance.now();
      const ask = engine.index(text);
      spent?.index.push(performance.now() - began);
      const half = (which: number) => questions.filter((_, i) => (i + round) % 2 === which);
      for (const { question, asks } of half(0)) ask(question, asks);
      for (const { question, asks } of half(1)) {
        const asked = performance.now();
        ask(question, asks);
        spent?.ask.push(performance.now() - asked);
      }
    }
}

/** In bytes, with what is kept of questions that were asked: the mean over this many indexes, held all at once. */
function memoryAnArticle(engine: Engine, cases: readonly Case[]): number {
  const many = Array.from({ length: Math.ceil(INDEXES / cases.length) }, () => cases).flat();
  const bytes = memoryOf(() =>
    many.map(({ text, questions }) => {
      const ask = engine.index(text);
      for (const { question, asks } of questions.slice(0, ASKED)) ask(question, asks);
      return ask;
    }),
  );
  return bytes / many.length;
}

const INDEXES = 100;
const ASKED = 5;
