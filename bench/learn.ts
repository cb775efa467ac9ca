import { descend, dot } from './descend.ts';

/** One question: the features of each sentence that may answer, and which of them do. */
export interface Example {
  readonly values: readonly Float64Array[];
  readonly right: readonly boolean[];
}

const PENALTY = 1e-4;

/**
 * Listwise: the probability of a sentence is its softmax; the right ones' together is made as great as possible (Cao et al. 2007, ListNet's idea).
 * @param names of the features, in the order of the examples' values
 * @param leftOut features that weigh 0
 */
export function learnRanking<Name extends string>(
  names: readonly Name[],
  examples: readonly Example[],
  { leftOut = [], penalty = PENALTY }: { leftOut?: readonly string[]; penalty?: number } = {},
): Record<Name, number> {
  const used = names.map((name) => !leftOut.includes(name));
  const ranking = descend(names.length, examples, penalty, (w, { values, right }, gradient) => {
    const scores = values.map((v) => dot(w, v));
    const max = Math.max(...scores);
    const p = scores.map((s) => Math.exp(s - max));
    const all = p.reduce((a, b) => a + b);
    const good = p.reduce((a, b, i) => a + (right[i] ? b : 0), 0);
    for (const [i, v] of values.entries()) {
      const step = (right[i] ? (p[i] ?? 0) / good : 0) - (p[i] ?? 0) / all;
      for (let f = 0; f < v.length; f++) if (used[f]) gradient[f] = (gradient[f] ?? 0) + step * (v[f] ?? 0);
    }
  });
  return named(names, ranking);
}

/** Weights by their names, to two places. */
export function named<Name extends string>(names: readonly Name[], weights: Float64Array): Record<Name, number> {
  return Object.fromEntries(names.map((name, i) => [name, Math.round((weights[i] ?? 0) * 100) / 100])) as Record<Name, number>;
}
