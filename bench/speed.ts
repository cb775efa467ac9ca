import type { Case } from './cases.ts';
import type { Ask, Engine } from './engine.ts';
import { memoryOf } from './memory.ts';
import type { Labelled } from './sets.ts';
import { percentile } from './statistics.ts';
import { decimals } from './table.ts';

/** An engine is timed for about so many milliseconds a file, or so many questions where it is faster. */
const BUDGET = 20_000;
const ENOUGH = 2000;
/** So many articles warm everything up, and each engine for about as many milliseconds an article. */
const WARMING = 20;

const BASE = 'MiniSearch, defaults';

interface Times {
  readonly index: number[];
  readonly ask: number[];
  spent: number;
}

/**
 * How long indexing an article and asking it a question take: article by article, one engine after the other, so that none waits for what others left in
 * the processor's caches or to be collected as garbage. Each time the article is indexed anew, so that no answer is remembered, and every other
 * question is asked before, untimed: a bot's article has been asked others, but not this one.
 */
export async function speedOf(engines: readonly Engine[], cases: readonly Case[]): Promise<Record<string, string>[]> {
  const times = new Map(engines.map((engine): [Engine, Times] => [engine, { index: [], ask: [], spent: 0 }]));
  for (const one of cases.slice(0, WARMING))
    for (const engine of engines) await turn(engine, one, 0, WARMING, { index: [], ask: [], spent: 0 });
  for (let round = 0; round < ENOUGH; round++) {
    const left = [...times].filter(([, { spent, ask }]) => spent < BUDGET && ask.length < ENOUGH);
    if (left.length === 0) break;
    for (const one of cases) for (const [engine, spent] of left) await turn(engine, one, round, BUDGET / cases.length, spent);
  }
  const medians = new Map([...times].map(([{ name }, { ask }]) => [name, percentile(ask, 0.5)]));
  const rows: Record<string, string>[] = [];
  for (const [engine, { index, ask }] of times)
    rows.push({
      way: engine.name,
      'p50 ms': decimals(percentile(ask, 0.5), 3),
      'p95 ms': decimals(percentile(ask, 0.95), 3),
      'p50 over MiniSearch': `${((medians.get(engine.name) ?? Number.NaN) / (medians.get(BASE) ?? Number.NaN)).toFixed(1)} ×`,
      'index ms': decimals(percentile(index, 0.5), 2),
      'memory kB': decimals((await memoryAnArticle(engine, cases)) / 1000, 0),
      timed: `${ask.length}`,
    });
  return rows;
}

/** One article's turn with an engine. @param limit in milliseconds, half of it for questions that are not timed; one is timed in any case */
async function turn(engine: Engine, { text, questions }: Case, round: number, limit: number, times: Times): Promise<void> {
  const began = performance.now();
  const ask = engine.index(text);
  times.index.push(performance.now() - began);
  const half = (which: number) => questions.filter((_, i) => (i + round) % 2 === which);
  for (const one of half(0)) if (performance.now() - began < limit / 2) await timeOf(ask, one);
  for (const [i, one] of half(1).entries()) if (i === 0 || performance.now() - began < limit) times.ask.push(await timeOf(ask, one));
  times.spent += performance.now() - began;
}

async function timeOf(ask: Ask, { question, asks }: Labelled): Promise<number> {
  const began = performance.now();
  const given = ask(question, asks);
  if (given instanceof Promise) await given; // most are there at once, and waiting for them would take longer than they do
  return performance.now() - began;
}

/** In bytes, with what is kept of questions that were asked: the mean over this many indexes, held all at once. */
async function memoryAnArticle(engine: Engine, cases: readonly Case[]): Promise<number> {
  const many = Array.from({ length: Math.ceil(INDEXES / cases.length) }, () => cases).flat();
  const bytes = await memoryOf(async () => {
    const asks: Ask[] = [];
    for (const { text, questions } of many) {
      const ask = engine.index(text);
      for (const one of questions.slice(0, ASKED)) await timeOf(ask, one);
      asks.push(ask);
    }
    return asks;
  });
  return bytes / many.length;
}

const INDEXES = 20;
const ASKED = 2;
