import { answerable, type Outcome } from './quality.ts';
import { auc, binned, brier, ece, type Forecast } from './statistics.ts';
import { decimals, percent, table } from './table.ts';

/** A reliability diagram of `confidence`, as a table: what it says beside how often the article does answer. */
export function reliabilityOf(outcomes: readonly Outcome[]): string {
  const bins = binned(forecastsOf(outcomes));
  const rows = bins.map(({ from, to, count, said, so }) => ({
    confidence: `${from.toFixed(1)} … ${to.toFixed(1)}`,
    questions: `${count}`,
    'mean confidence, %': percent(said),
    'the article answers, %': percent(so),
  }));
  return `${table(rows)}\n\nBrier ${decimals(brierOf(outcomes), 3)}, ECE ${decimals(ece(bins), 3)}`;
}

export function brierOf(outcomes: readonly Outcome[]): number {
  return brier(forecastsOf(outcomes));
}

/** How often a question that the article answers gets a higher confidence than one that it doesn't; NaN where an engine says none. */
export function aucOf(outcomes: readonly Outcome[]): number {
  const said = (some: readonly Outcome[]) => some.map((one) => one.confidence ?? Number.NaN);
  const high = said(answerable(outcomes));
  const low = said(outcomes.filter(({ asked }) => !asked.answerable));
  return [...high, ...low].some(Number.isNaN) ? Number.NaN : auc(high, low);
}

function forecastsOf(outcomes: readonly Outcome[]): Forecast[] {
  return outcomes.map(({ confidence = 0, asked }) => ({ said: confidence, so: asked.answerable }));
}
