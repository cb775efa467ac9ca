/** Longer than so many milliseconds nobody is left without a sign. */
const PATIENCE = 1000;

/**
 * Does something that may take long, and gives a sign of it where it does: at once where that is known before, else after a second.
 * @param expected in how many milliseconds it will be done, about
 * @param sign tells who waits
 */
export async function withPatience<T>(work: () => Promise<T>, expected: number, sign: () => Promise<unknown>): Promise<T> {
  const working = work();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, expected > PATIENCE ? 0 : PATIENCE, 'late');
  });
  try {
    if ((await Promise.race([working, late])) === 'late') await sign();
  } finally {
    clearTimeout(timer);
  }
  return working;
}
