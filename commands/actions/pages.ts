import { pageOf } from '../../src/article/pages.ts';
import type { Desk } from '../../src/desk.ts';
import { reply } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import { showPage } from '../article.ts';
import type { Action, Press, Replies } from '../command.ts';
import { OF_FOUND, showFound } from '../find.ts';

/** Shows the page where the quote stands. */
export const find = {
  name: 'find',
  places: 'first',
  label: wording.buttons.find,
  only: 'discord',
  run: ({ args: [at = 0] }, desk) => showPageOf(at, desk),
} satisfies Action;

/** Shows the page where the chosen one of several sentences stands. */
export const open = {
  name: 'open',
  places: 'all',
  label: wording.menus.open,
  takes: 'choice',
  only: 'discord',
  run: ({ chosen: [at = -1] }, desk) => showPageOf(at, desk),
} satisfies Action;

function showPageOf(at: number, desk: Desk): Replies {
  const page = showPage(pageOf(desk.article, at) ?? 0, desk, '', at);
  return page && reply(page.blocks, page.offers, 'asker');
}

export const previous = { name: 'previous', label: wording.buttons.previous, only: 'discord', run: turn } satisfies Action;

export const next = { name: 'next', label: wording.buttons.next, only: 'discord', run: turn } satisfies Action;

/** Turns to another page, in the same message: of the article, or of what was found in it. */
function turn({ args: [number = 0, of], message }: Press, desk: Desk): Replies {
  const page = of === OF_FOUND ? message.title && showFound(message.title, number, desk) : showPage(number, desk);
  return page ? { kind: 'update', ...page } : undefined;
}
