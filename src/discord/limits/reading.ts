import type { PermissionsBitField } from 'discord.js';
import type { Place } from '../../conversation/conversations.ts';
import { type Reply, tell } from '../../reply.ts';
import { wording } from '../../wording.ts';
import type { Gate } from './cooldown.ts';
import { withPatience } from './patience.ts';

/** Nobody waits for more than so many answers at once. */
export const PLACES = 3;

/** Somebody who wants something read. */
export interface Reading {
  readonly place: Place;
  /** What they may do there; null in direct messages. */
  readonly may: Readonly<PermissionsBitField> | null;
  readonly work: () => Promise<readonly Reply[]>;
  /** Tells who waits that it takes a while. */
  readonly sign: () => Promise<unknown>;
  /** Whether everybody sees the answer. */
  readonly seenByAll?: boolean;
}

/** Lets the model read for somebody, unless they ask too much. */
export type Read = (reading: Reading) => Promise<readonly Reply[]>;

/** @param wait in how many milliseconds a question would be answered that is asked now, about */
export function readerFor(gate: Gate, wait: () => number): Read {
  const waiting = new Map<string, number>();
  return async ({ place, may, work, sign, seenByAll }) => {
    const { user } = place;
    const before = waiting.get(user) ?? 0;
    if (before >= PLACES) return [tell(wording.waitsAlready(PLACES), 'refused')];
    const tooMuch = gate(place, may, seenByAll);
    if (tooMuch) return tooMuch;
    waiting.set(user, before + 1);
    try {
      return await withPatience(work, wait, sign);
    } finally {
      const left = (waiting.get(user) ?? 1) - 1;
      if (left > 0) waiting.set(user, left);
      else waiting.delete(user);
    }
  };
}
