/** The value that this share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Numbers from 0 up to 1, the same ones for the same seed: mulberry32 (Tommy Ettinger's). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const RESAMPLES = 2000;

/** The interval that 95 of 100 means of resampled values lie in: the percentile bootstrap (Efron 1979). */
export function bootstrap(values: readonly number[], seed = 1): [low: number, high: number] {
  const random = randomFrom(seed);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / values.length;
  });
  return [percentile(means, 0.025), percentile(means, 0.975)];
}

/** How often one of the first values is greater than one of the second, a tie counting half: the area under the ROC curve. */
export function auc(high: readonly number[], low: readonly number[]): number {
  let wins = 0;
  for (const a of high) for (const b of low) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (high.length * low.length);
}

/** What was said to be so probable, 0 to 1, and whether it is so. */
export interface Forecast {
  readonly said: number;
  readonly so: boolean;
}

/** The mean square of what forecasts are off, 0 to 1, 0 the best (Brier 1950). */
export function brier(forecasts: readonly Forecast[]): number {
  return mean(forecasts.map(({ said, so }) => (said - Number(so)) ** 2));
}

/** Forecasts of about the same probability. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The mean of what was said, and the share that is so; NaN in an empty bin. */
  readonly said: number;
  readonly so: number;
}

export function binned(forecasts: readonly Forecast[], bins = 10): Bin[] {
  return Array.from({ length: bins }, (_, i) => {
    const inside = forecasts.filter(({ said }) => Math.min(bins - 1, Math.floor(said * bins)) === i);
    const so = mean(inside.map((one) => Number(one.so)));
    return { from: i / bins, to: (i + 1) / bins, count: inside.length, said: mean(inside.map(({ said }) => said)), so };
  });
}

/** The expected calibration error: by how much what is said differs from what is so, the mean over the forecasts (Naeini et al. 2015). */
export function ece(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, { count, said, so }) => sum + (count === 0 ? 0 : (count / all) * Math.abs(said - so)), 0);
}
