import { randomUUID } from 'node:crypto';
import type { Store } from './store.ts';
import { type InTurn, takeTurns } from './turns.ts';

/** Who has a turn, and until when, in milliseconds since 1970. */
interface Lease {
  readonly owner: string;
  readonly until: number;
}

const LEASES = 'turn/';

/**
 * A lease runs out after so many milliseconds, and is renewed long before, as long as the work goes on: the turn of a process that has ended is free soon.
 * The clocks of two machines may differ by what is between.
 */
export const LEASE = 6000;
export const RENEWED = 2000;

/** After so many milliseconds it is looked again whether somebody else's turn is over. */
const AGAIN = 50;

/**
 * Turns that hold for all processes that share a store. Where the store can't be asked, nothing is done.
 * @param now milliseconds since 1970
 */
export function takeTurnsIn(store: Store, now: () => number = Date.now): InTurn {
  const here = takeTurns();
  const owner = randomUUID();
  const renewed = (): Lease => ({ owner, until: now() + LEASE });
  const ifOwn = (next: () => Lease | undefined) => (lease: unknown) => ((lease as Lease | undefined)?.owner === owner ? next() : lease);
  const isFree = (lease: Lease | undefined) => lease === undefined || lease.owner === owner || lease.until <= now(); // one's own could not be given back
  const isOurs = async (key: string) => {
    const taken = await store.change(key, (lease) => (isFree(lease as Lease | undefined) ? renewed() : lease));
    return (taken as Lease).owner === owner;
  };
  return (name, work) =>
    here(name, async () => {
      const key = LEASES + name;
      while (!(await isOurs(key))) await new Promise((again) => setTimeout(again, AGAIN));
      const renewing = setInterval(() => store.change(key, ifOwn(renewed)).catch(() => undefined), RENEWED);
      try {
        return await work();
      } finally {
        clearInterval(renewing);
        await store
          .change(
            key,
            ifOwn(() => undefined),
          )
          .catch(() => undefined); // it runs out by itself
      }
    });
}
