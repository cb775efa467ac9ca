import { type Held, openHeld } from './held.ts';

/** What somebody wrote, and is asked whether a guild may keep it. */
export interface Permit {
  readonly guild: string;
  /** The id of their message. */
  readonly message: string;
  readonly text: string;
  readonly author: { readonly id: string; readonly name: string };
  /** The name of who would like to keep it. */
  readonly by: string;
  readonly state: 'asked' | 'allowed' | 'declined';
}

export function openPermits(now?: () => number): Held<Permit> {
  return openHeld(({ text }) => text.length, now);
}
