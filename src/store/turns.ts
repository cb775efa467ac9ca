/** Does one thing after another for each key, whatever becomes of those before: who changes a record reads it first. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function takeTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const done = (last.get(key) ?? Promise.resolve()).then(work, work);
    const settled = () => last.get(key) === done && last.delete(key);
    last.set(key, done);
    done.then(settled, settled);
    return done;
  };
}
