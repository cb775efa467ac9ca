import { descend, dot } from './descend.ts';

/** What is known of something, and whether it is so. */
export interface Observed<Name extends string> {
  readonly signs: Readonly<Record<Name, number>>;
  readonly so: boolean;
}

export type Weights<Name extends string> = Readonly<Record<Name | 'constant', number>>;

const PENALTY = 1e-4;

/** Logistic regression: weights by which `probabilityOf` is as often right as it says. */
export function learnYesOrNo<Name extends string>(names: readonly Name[], observed: readonly Observed<Name>[]): Weights<Name> {
  const data = observed.map(({ signs, so }) => ({ x: Float64Array.of(...names.map((name) => signs[name]), 1), so }));
  const w = descend(names.length + 1, data, PENALTY, (w, { x, so }, gradient) => {
    const error = Number(so) - 1 / (1 + Math.exp(-dot(w, x)));
    for (let f = 0; f < x.length; f++) gradient[f] = (gradient[f] ?? 0) + error * (x[f] ?? 0);
  });
  return Object.fromEntries([...names, 'constant' as const].map((name, i) => [name, rounded(w[i] ?? 0)])) as Weights<Name>;
}

export function probabilityOf<Name extends string>(weights: Weights<NoInfer<Name>>, signs: Readonly<Record<Name, number>>): number {
  const names = Object.keys(signs) as Name[];
  return 1 / (1 + Math.exp(-names.reduce((sum, name) => sum + weights[name] * signs[name], weights.constant)));
}

/** To three places: more is chance. */
export function rounded(weight: number): number {
  return Math.round(1000 * weight) / 1000;
}
