import { pageOf } from '../../src/article/pages.ts';
import { reply } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import { showPage } from '../article.ts';
import type { Action } from '../command.ts';

/** Shows the page where the quote stands. */
export const find = {
  name: 'find',
  label: wording.buttons.find,
  only: 'discord',
  run: ({ args: [at = 0] }, desk) => {
    const page = showPage(pageOf(desk.article, at) ?? 0, desk, '', at);
    return page && reply(page.blocks, page.offers, 'asker');
  },
} satisfies Action;

export const previous = { name: 'previous', label: wording.buttons.previous, only: 'discord', run: turn } satisfies Action;

export const next = { name: 'next', label: wording.buttons.next, only: 'discord', run: turn } satisfies Action;

/** Turns to another page, in the same message. */
function turn({ args: [number = 0] }: Parameters<Action['run']>[0], desk: Parameters<Action['run']>[1]): ReturnType<Action['run']> {
  const page = showPage(number, desk);
  return page && { kind: 'update', ...page };
}
