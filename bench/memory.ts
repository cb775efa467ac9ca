/** How many bytes more are held while what `make` returns is held, 0 where other things were let go meanwhile; NaN without Node's --expose-gc. */
export function memoryOf(make: () => unknown): number {
  const before = held();
  const made = make();
  const after = held();
  return made === undefined ? Number.NaN : Math.max(0, after - before);
}

function held(): number {
  if (!globalThis.gc) return Number.NaN;
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
