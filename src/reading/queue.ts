import PQueue from 'p-queue';
import { NOBODY, type Person } from './reader.ts';

/** Work that waits, one piece after the other. */
export interface Queue {
  /** Does something as soon as it is its turn: several things for one person come behind those for others, and what nobody waits for comes last. */
  add<T>(by: Person, work: () => Promise<T>): Promise<T>;
  /** Lets go of all that has not begun. */
  clear(): void;
}

/** Behind all people's questions. */
const LAST = -1_000_000;

export function openQueue(): Queue {
  const queue = new PQueue({ concurrency: 1 });
  const waiting = new Map<Person, number>();
  return {
    add: (by, work) => {
      const before = waiting.get(by) ?? 0;
      waiting.set(by, before + 1);
      return queue.add(work, { priority: by === NOBODY ? LAST : -before }).finally(() => {
        const left = (waiting.get(by) ?? 1) - 1;
        if (left > 0) waiting.set(by, left);
        else waiting.delete(by);
      });
    },
    clear: () => queue.clear(),
  };
}
