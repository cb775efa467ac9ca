import type { Offer } from '../src/reply.ts';

/** The lists that can be turned over, by the numbers that their buttons have for them. */
export const LISTS = { sentences: 0, corrections: 1, gaps: 2 } as const;

/** The ways to the pages before and after one. */
export function leaves(list: number, page: number, pages: number, id = 0): Offer[] {
  return [
    ...(page > 1 ? [{ action: 'back', args: [list, page - 1, id] } as const] : []),
    ...(page < pages ? [{ action: 'forth', args: [list, page + 1, id] } as const] : []),
  ];
}
