import type { Article } from '../src/article/article.ts';
import type { Case } from './cases.ts';
import type { Engine, Reply } from './engine.ts';
import { type Labelled, overlaps } from './sets.ts';
import { bootstrap, mean } from './statistics.ts';
import { interval, percent } from './table.ts';

/** What came of a question. */
export interface Outcome {
  readonly asked: Labelled;
  /** Whether the first sentence found holds something of the evidence, and whether one of the first three does. */
  readonly first: boolean;
  readonly three: boolean;
  readonly answered: boolean;
  readonly confidence: number | undefined;
  readonly sure: boolean | undefined;
}

export async function outcomesOf(engine: Engine, cases: readonly Case[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { text, questions } of cases) {
    const ask = engine.index(text);
    for (const asked of questions) outcomes.push(outcomeOf(text.article, asked, engine.read(await ask(asked.question, asked.asks))));
  }
  return outcomes;
}

export function outcomeOf(article: Article, asked: Labelled, { ranked, answered, confidence, sure }: Reply): Outcome {
  const hits = ranked.slice(0, 3).map((at) => overlaps(article.sentences[at] ?? NOWHERE, asked.evidence));
  return { asked, first: hits[0] ?? false, three: hits.includes(true), answered, confidence, sure };
}

const NOWHERE = { start: 0, end: 0 };

/** How good what came of the questions is, in percent. */
export function qualityOf(outcomes: readonly Outcome[]) {
  const real = answerable(outcomes);
  return {
    'P@1': percent(shareOf(real, ({ first }) => first)),
    'of 95 %': interval(bootstrap(real.map(({ first }) => Number(first)))),
    'hit@3': percent(shareOf(real, ({ three }) => three)),
    kept: percent(shareOf(real, ({ answered }) => answered)),
    refused: percent(refusedOf(outcomes)),
    precision: percent(
      shareOf(
        outcomes.filter(({ answered }) => answered),
        ({ first }) => first,
      ),
    ),
    'wrong and sure': percent(wrongAndSureOf(outcomes)),
  };
}

/** P@1 by the kind of question. */
export function qualityByKind(outcomes: readonly Outcome[]): Record<string, string> {
  const real = answerable(outcomes);
  const columns = KINDS.map((kind) => {
    const some = real.filter(({ asked }) => kindOf(asked) === kind);
    return [`${kind} (${some.length})`, percent(shareOf(some, ({ first }) => first))];
  });
  return Object.fromEntries(columns);
}

const KINDS = ['who', 'where', 'when', 'what', 'which', 'why', 'how', 'how many', 'other'];

function kindOf({ question, asks }: Labelled): string {
  if (asks) return asks;
  if (/\bhow (?:many|much|old|long|far|often)\b/i.test(question)) return 'how many';
  const w = /\b(who|whom|whose|when|where|why|how|which|what)\b/i.exec(question)?.[1]?.toLowerCase() ?? 'other';
  return w.startsWith('who') ? 'who' : w;
}

/** The share of the questions without an answer that got none, 0 to 1. */
export function refusedOf(outcomes: readonly Outcome[]): number {
  return shareOf(
    outcomes.filter(({ asked }) => !asked.answerable),
    ({ answered }) => !answered,
  );
}

/** The share of all questions that got a wrong first sentence without any doubt, 0 to 1; NaN where an engine never says how sure it is. */
export function wrongAndSureOf(outcomes: readonly Outcome[]): number {
  if (outcomes.some(({ sure }) => sure === undefined)) return Number.NaN;
  return shareOf(outcomes, ({ answered, sure, first }) => answered && sure === true && !first);
}

export function answerable(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ asked }) => asked.answerable);
}

export function firstRight(outcomes: readonly Outcome[]): number {
  return shareOf(answerable(outcomes), ({ first }) => first);
}

export function shareOf(outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): number {
  return mean(outcomes.map((one) => Number(is(one))));
}
