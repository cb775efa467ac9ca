/** Longer than so many milliseconds nobody is left without a sign. */
const PATIENCE = 1000;

/** After so many it is known how long it will take: those who ask at the same moment wait in the same queue by then, and what is remembered is there. */
const KNOWN = 20;

/**
 * Does something that may take long, and gives a sign of it where it does: as soon as that is known, else after a second.
 * @param expected in how many milliseconds from now it will be done, about
 * @param sign tells who waits
 */
export async function withPatience<T>(work: () => Promise<T>, expected: () => number, sign: () => Promise<unknown>): Promise<T> {
  const working = work();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => {
      if (KNOWN + expected() > PATIENCE) resolve('late');
      else timer = setTimeout(resolve, PATIENCE - KNOWN, 'late');
    }, KNOWN);
  });
  try {
    if ((await Promise.race([working, late])) === 'late') await sign();
  } finally {
    clearTimeout(timer);
  }
  return working;
}
