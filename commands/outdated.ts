import { sameSentences } from '../src/article/versions.ts';
import type { Desk } from '../src/desk.ts';
import type { Library } from '../src/library/library.ts';
import type { Card } from '../src/moderation/cards.ts';
import type { Block } from '../src/reply.ts';
import type { Channel, Post } from '../src/surface.ts';
import { wording } from '../src/wording.ts';
import { withoutContext } from './actions/context.ts';
import { postOf } from './card.ts';

/**
 * Lets a card say that its text has changed since, where that lacks one of its sentences now, and no more where it has them all. What the buttons of
 * one that has changed point at is not there any more. Where the message can't be changed now, it is tried again at the next start.
 */
export async function sayWhetherOutdated(of: string, channel: Channel, library: Library): Promise<void> {
  const { cards, inTurn } = library.host.moderation;
  await inTurn(of, async () => {
    const card = await cards.of(of);
    const now = card && (await asItStands(card, library));
    if (!card || (now ? now.card === card && !card.outdated : card.outdated)) return;
    const there = await channel.read(card.message);
    if (there.kind !== 'done') return;
    const { content } = there.result;
    const old: Block = { kind: 'as sent', content: withoutContext(content) };
    const note: Block = { kind: 'note', text: wording.outdated, needed: true };
    const said = content.includes(wording.outdated);
    const post: Post = now ? postOf(now.card, now.desk) : { blocks: said ? [old] : [old, note], offers: [] };
    if ((await channel.edit(card.message, post)).kind === 'done') await cards.keep({ ...(now?.card ?? card), outdated: !now });
  });
}

/** A card by its text as that is now; undefined where it lacks one of the card's sentences, or has gone. */
export async function asItStands(card: Card, library: Library): Promise<{ readonly card: Card; readonly desk: Desk } | undefined> {
  const found = await library.find(card, card.article);
  if (!found) return undefined;
  const { desk, now } = found;
  if (desk === now) return { card, desk };
  const same = sameSentences(desk.article, now.article);
  const sentences = card.sentences.flatMap((at) => same[at] ?? []);
  return sentences.length < card.sentences.length ? undefined : { card: { ...card, article: now.fingerprint, sentences }, desk: now };
}
