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

/** So many choices are on a page of a menu: Discord lets it have one more. */
export const A_PAGE = 24;

/** What a choice has room for, in UTF-16 units. */
export const LONGEST_LABEL = 100;

/** A page of a list, counting from 1: the nearest one there is. */
export function pageOf<T>(list: readonly T[], page: number, size = A_PAGE): { page: number; pages: number; shown: readonly T[] } {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const nearest = Math.min(Math.max(1, page), pages);
  return { page: nearest, pages, shown: list.slice((nearest - 1) * size, nearest * size) };
}
