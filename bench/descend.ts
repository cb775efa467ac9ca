/** Gradient ascent by Adam (Kingma and Ba 2015), full batch, with an L2 penalty. */
export function descend<T>(
  size: number,
  data: readonly T[],
  penalty: number,
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

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
