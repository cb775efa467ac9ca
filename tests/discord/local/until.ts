/** Waits until something is true, and says what it waited for where it never is. */
export async function until(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const giveUp = Date.now() + 100_000;
  while (!(await isTrue())) {
    if (Date.now() > giveUp) throw new Error(`never happened: ${what}`);
    await new Promise((soon) => setTimeout(soon, 5));
  }
}
