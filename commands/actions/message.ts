import { reply, tell } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import type { Action } from '../command.ts';

/** Takes the message away. */
export const remove = {
  name: 'delete',
  label: wording.buttons.delete,
  only: 'discord',
  run: ({ mayDelete }) => (mayDelete ? { kind: 'remove' } : tell(wording.notYours)),
} satisfies Action;

/** Shows everyone what a private message says; it can't be shared twice. */
export const share = {
  name: 'share',
  label: wording.buttons.share,
  only: 'discord',
  run: ({ message: { content, offers } }) => {
    const blocks = [{ kind: 'as sent', content } as const];
    const others = offers.filter(({ action }) => action !== 'share');
    return [reply(blocks, [...others, { action: 'delete', args: [] }]), { kind: 'update', blocks, offers: others }];
  },
} satisfies Action;
