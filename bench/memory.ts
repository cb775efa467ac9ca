import { setImmediate as soon } from 'node:timers/promises';

/** How many bytes more are held while what `make` returns is held, 0 where other things were let go meanwhile; NaN without Node's --expose-gc. */
export async function memoryOf(make: () => unknown): Promise<number> {
  const before = await held();
  const made = await make();
  const after = await held();
  return made === undefined ? Number.NaN : Math.max(0, after - before);
}

async function held(): Promise<number> {
  if (!globalThis.gc) return Number.NaN;
  for (let time = 0; time < 2; time++) {
    globalThis.gc();
    await soon(); // what other threads have sent is let go only then
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
