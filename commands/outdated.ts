import type { Desk } from '../src/desk.ts';
import type { Card } from '../src/moderation/cards.ts';
import type { Block } from '../src/reply.ts';
import type { Channel, Post } from '../src/surface.ts';
import { wording } from '../src/wording.ts';
import { withoutContext } from './actions/context.ts';
import { postOf } from './card.ts';

/**
 * Lets a card say that the article has changed since, and no more where it is as it was. What its buttons point at is not there any more.
 * Where the message can't be changed now, it is tried again at the next start.
 */
export async function sayWhetherOutdated(of: string, channel: Channel, desk: Desk): Promise<void> {
  const { cards, inTurn } = desk.moderation;
  await inTurn(of, async () => {
    const card = await cards.of(of);
    if (!card || !saysItWrong(card, desk)) return;
    const outdated = card.article !== desk.fingerprint;
    const there = await channel.read(card.message);
    if (there.kind !== 'done') return;
    const { content } = there.result;
    const old: Block = { kind: 'as sent', content: withoutContext(content) };
    const note: Block = { kind: 'note', text: wording.outdated, needed: true };
    const said = content.includes(wording.outdated);
    const post: Post = outdated ? { blocks: said ? [old] : [old, note], offers: [] } : postOf(card, desk);
    if ((await channel.edit(card.message, post)).kind === 'done') await cards.keep({ ...card, outdated });
  });
}

/** Whether a card has yet to say that the article has changed, or says so though it is as it was. */
export function saysItWrong({ article, outdated = false }: Card, { fingerprint }: Desk): boolean {
  return (article !== fingerprint) !== outdated;
}
