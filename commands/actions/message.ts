import { type Offer, reply, tell } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import type { Action } from '../command.ts';

/** Takes the message away. */
export const remove = {
  name: 'delete',
  label: wording.buttons.delete,
  only: 'discord',
  run: async ({ mayDelete }) => ((await mayDelete()) ? { kind: 'remove' } : tell(wording.notYours)),
} satisfies Action;

/** Shows everyone what a private message says. What follows from that goes on from its quote alone: not from what was asked in private before. */
export const share = {
  name: 'share',
  label: wording.buttons.share,
  only: 'discord',
  run: ({ message: { content, offers } }) => {
    const blocks = [{ kind: 'as sent', content } as const];
    const others = offers.filter(({ action }) => action !== 'share');
    const [at] = others.find(({ action }) => action === 'follow')?.args ?? [];
    const open = others.map((offer): Offer => {
      if (offer.action === 'without' && at !== undefined) return { action: 'find', args: [at] };
      return offer.action === 'follow' ? { action: 'follow', args: offer.args.slice(0, 1) } : offer;
    });
    return [reply(blocks, [...open, { action: 'delete', args: [] }]), { kind: 'update', blocks, offers: others }];
  },
} satisfies Action;
