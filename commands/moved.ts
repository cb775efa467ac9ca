import { sameSentences } from '../src/article/versions.ts';
import type { Desk } from '../src/desk.ts';
import type { Offer, Reply } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { actions } from './index.ts';

/** How an offer about a version of a text is made about the text as it is now: undefined where a sentence that it is about is not there any more. */
export function mover(before: Desk, now: Desk): (offer: Offer) => Offer | undefined {
  const same = sameSentences(before.article, now.article);
  return ({ action, args }) => {
    const places = actions.find(({ name }) => name === action)?.places;
    const count = places === 'all' ? args.length : places === 'first' ? 1 : 0;
    const moved = args.map((arg, i) => (i < count ? same[arg] : arg));
    return moved.includes(undefined) ? undefined : { action, args: moved.filter((arg) => arg !== undefined) };
  };
}

/** A reply that says that the text has changed since. */
export function withChange(reply: Reply): Reply {
  if (reply.kind !== 'reply' && reply.kind !== 'update') return reply;
  const isSaid = reply.blocks.some((block) => block.kind === 'as sent' && block.content.includes(wording.changedSince));
  return isSaid ? reply : { ...reply, blocks: [...reply.blocks, { kind: 'note', text: wording.changedSince, needed: true }] };
}
