/** Does one piece of work after the other for each key. @returns undefined for what is let go instead */
export type Lines = <T>(key: string, work: () => Promise<T>) => Promise<T | undefined>;

/** @param most where more than so many wait in a line, the oldest of them is let go */
export function openLines(most: number): Lines {
  const lines = new Map<string, ((isNext: boolean) => void)[]>();
  return async (key, work) => {
    const line = lines.get(key);
    if (!line) lines.set(key, []);
    else {
      const isNext = await new Promise<boolean>((turn) => {
        line.push(turn);
        if (line.length > most) line.shift()?.(false);
      });
      if (!isNext) return undefined;
    }
    try {
      return await work();
    } finally {
      const next = lines.get(key)?.shift();
      if (next) next(true);
      else lines.delete(key);
    }
  };
}
