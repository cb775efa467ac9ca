import { type Case, offArticle, withoutAnswers, withTypos } from './cases.ts';
import type { Engine } from './engine.ts';
import { answerable, firstRight, type Outcome, outcomesOf, refusedOf } from './quality.ts';
import { aucOf, brierOf } from './reliability.ts';
import { BM25 } from './rivals.ts';
import { bootstrap, mean } from './statistics.ts';
import { decimals, interval, percent } from './table.ts';

const TYPO_SEEDS = [1, 2, 3];

/**
 * Typing mistakes, questions about something else, and questions whose answers were taken out.
 * @param real what came of the questions as they are, by the engines' names; also of others
 */
export async function hardOf(engines: readonly Engine[], cases: readonly Case[], real: Readonly<Record<string, readonly Outcome[]>>) {
  const questions = new Set(cases.flatMap((one) => one.questions));
  const rows: Record<string, string>[] = [];
  for (const engine of engines) {
    const outcomes = (real[engine.name] ?? []).filter(({ asked }) => questions.has(asked));
    const mistyped: number[] = [];
    for (const seed of TYPO_SEEDS) mistyped.push(firstRight(await outcomesOf(engine, withTypos(cases, seed))));
    const withGone = [...outcomes, ...(await outcomesOf(engine, withoutAnswers(cases)))];
    rows.push({
      way: engine.name,
      'P@1 lost by a typo': percent(firstRight(outcomes) - mean(mistyped)),
      'off-article refused': percent(refusedOf(await outcomesOf(engine, offArticle(cases)))),
      'without-answer auc': decimals(aucOf(withGone), 3),
      'Brier score': withGone.some(({ sure }) => sure === undefined) ? '–' : decimals(brierOf(withGone), 3),
    });
  }
  return rows;
}

/** P@1 of each engine beside plain BM25's. @param all what came of the same questions, by the engines' names */
export function overBase(all: ReadonlyMap<string, readonly Outcome[]>): Record<string, string>[] {
  const firsts = (name: string) => answerable(all.get(name) ?? []).map(({ first }) => Number(first));
  const base = firsts(BM25.name);
  return [...all.keys()].map((name) => {
    const right = firsts(name);
    const more = right.map((one, i) => one - (base[i] ?? 0));
    return { way: name, 'P@1': percent(mean(right)), over: percent(mean(more)), 'of 95 %': interval(bootstrap(more)) };
  });
}
