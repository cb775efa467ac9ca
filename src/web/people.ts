import type { Permission } from '../surface.ts';

/** Somebody who can be played on the page. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** What they may do in the channel, beside reading and writing. */
  readonly may: readonly Permission[];
}

/** Two who ask, and one who moderates. */
export const PEOPLE: readonly [Person, ...Person[]] = [
  { id: '101', name: 'Ada', may: [] },
  { id: '102', name: 'Ben', may: [] },
  { id: '103', name: 'Mo', may: ['Pin Messages', 'Manage Messages', 'Manage Server'] },
];
