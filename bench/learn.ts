/** One question: the features of each sentence that may answer, and which of them do. */
export interface Example {
  readonly values: readonly Float64Array[];
  readonly right: readonly boolean[];
}

/** What a question and its best sentences tell, and whether the article answers: 1 or 0. */
export interface Doubt {
  readonly signs: Float64Array;
  readonly answers: number;
  /** How much it counts. */
  readonly weight: number;
}

/** Listwise: the probability of a sentence is its softmax; the right ones' together is made as great as possible (Cao et al. 2007, ListNet's idea). */
export function learnRanking(size: number, examples: readonly Example[], penalty?: number): Float64Array {
  return descend(size, examples, penalty, (w, { values, right }, gradient) => {
    const scores = values.map((v) => dot(w, v));
    const max = Math.max(...scores);
    const p = scores.map((s) => Math.exp(s - max));
    const all = p.reduce((a, b) => a + b);
    const good = p.reduce((a, b, i) => a + (right[i] ? b : 0), 0);
    for (const [i, v] of values.entries()) {
      const step = (right[i] ? (p[i] ?? 0) / good : 0) - (p[i] ?? 0) / all;
      for (let f = 0; f < v.length; f++) gradient[f] = (gradient[f] ?? 0) + step * (v[f] ?? 0);
    }
  });
}

/** Logistic regression. */
export function learnYesOrNo(size: number, doubts: readonly Doubt[]): Float64Array {
  return descend(size, doubts, undefined, (w, { signs, answers, weight }, gradient) => {
    const error = weight * (answers - 1 / (1 + Math.exp(-dot(w, signs))));
    for (let f = 0; f < signs.length; f++) gradient[f] = (gradient[f] ?? 0) + error * (signs[f] ?? 0);
  });
}

/** The same weights, stretched and moved so that the confidence is as often right as it says for these questions (Platt 1999); the first is the constant's. */
export function calibrated(weights: Float64Array, doubts: readonly Doubt[]): Float64Array {
  const [stretch = 1, move = 0] = learnYesOrNo(
    2,
    doubts.map((doubt) => ({ ...doubt, signs: Float64Array.of(dot(weights, doubt.signs), 1) })),
  );
  return weights.map((weight, i) => stretch * weight + (i === 0 ? move : 0));
}

/** Gradient ascent by Adam (Kingma and Ba 2015), full batch, with an L2 penalty. */
function descend<T>(
  size: number,
  data: readonly T[],
  penalty = 1e-4,
  addGradient: (w: Float64Array, example: T, gradient: Float64Array) => void,
): Float64Array {
  const [w, m, v] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let step = 1; step <= 300; step++) {
    const gradient = new Float64Array(size);
    for (const example of data) addGradient(w, example, gradient);
    for (let f = 0; f < size; f++) {
      const g = (gradient[f] ?? 0) / data.length - penalty * (w[f] ?? 0);
      m[f] = 0.9 * (m[f] ?? 0) + 0.1 * g;
      v[f] = 0.999 * (v[f] ?? 0) + 0.001 * g * g;
      w[f] = (w[f] ?? 0) + (0.1 * ((m[f] ?? 0) / (1 - 0.9 ** step))) / (Math.sqrt((v[f] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return w;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
