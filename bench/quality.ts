import type { Case } from './cases.ts';
import type { Engine } from './engine.ts';
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
  readonly sure: number | undefined;
}

export function outcomesOf(engine: Engine, cases: readonly Case[]): Outcome[] {
  return cases.flatMap(({ text, questions }) => {
    const ask = engine.index(text);
    return questions.map((asked): Outcome => {
      const { ranked, answered, sure } = engine.read(ask(asked.question, asked.asks));
      const hits = ranked.slice(0, 3).map((at) => overlaps(text.article.sentences[at] ?? NOWHERE, asked.evidence));
      return { asked, first: hits[0] ?? false, three: hits.includes(true), answered, sure };
    });
  });
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

export function answerable(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ asked }) => asked.answerable);
}

export function firstRight(outcomes: readonly Outcome[]): number {
  return shareOf(answerable(outcomes), ({ first }) => first);
}

function shareOf(outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): number {
  return mean(outcomes.map((one) => Number(is(one))));
}
