import type { Desk } from '../src/desk.ts';
import type { Card } from '../src/moderation/cards.ts';
import { type Reply, tell } from '../src/reply.ts';
import type { Channel, Outcome } from '../src/surface.ts';
import { wording } from '../src/wording.ts';
import { postOf, preview, toPublish } from './card.ts';
import type { Here } from './command.ts';
import { problem } from './outcome.ts';

/**
 * Pins a card that was previewed, or changes the one that the channel has. Presses that came in before that was changed last are of the same moment:
 * the later one counts.
 */
export async function publish(id: number, { place, name, at, channel }: Here, desk: Desk): Promise<Reply | undefined> {
  const { cards, drafts, inTurn } = desk.moderation;
  return inTurn(place.channel, async () => {
    const draft = await drafts.get('card', id, place);
    if (!draft || !channel || draft.sentences.length === 0) return undefined;
    const again = (shown: typeof draft, note: string): Reply => ({ kind: 'update', ...preview(id, shown, desk, { note }) });
    const lacks = channel.lacks(toPublish(channel));
    if (lacks.length > 0) return again(draft, wording.botLacks(lacks, channel.name));
    const card = await cards.of(place.channel);
    const isSeen = card?.at === draft.seen && !(draft.asked !== undefined && at < draft.asked); // a second click is no answer
    if (card && card.draft !== id && !isSeen && (card.at < at || card.pressed > at)) {
      const seen = { ...draft, seen: card.at, asked: Date.now() + 1 };
      await drafts.keep(seen, id);
      return again(seen, wording.changedBy(card.by.name));
    }
    const { guild, sentences, topic, failed = 0 } = draft;
    const by = { id: place.user, name };
    const made = {
      guild,
      channel: place.channel,
      sentences,
      topic,
      draft: id,
      article: desk.fingerprint,
      by,
      pressed: at,
      once: `${id}-${failed}`,
    };
    const outcome = await put(made, card, channel, desk);
    if (outcome.kind !== 'done') {
      await drafts.keep({ ...draft, failed: failed + 1 }, id); // the message that was taken back is not to be had again
      return again(draft, problem(outcome, channel));
    }
    return { kind: 'update', blocks: [{ kind: 'words', text: (card ? wording.repinned : wording.pinned)(channel.name) }], offers: [] };
  });
}

type Made = Omit<Card, 'message' | 'at'> & { readonly once: string };

/** One card a channel: the message that is there is changed, and pinned where it is not; a new one is posted where none is. */
async function put({ once, ...made }: Made, card: Card | undefined, channel: Channel, desk: Desk): Promise<Outcome> {
  const { cards } = desk.moderation;
  const post = postOf(made, desk);
  const reason = wording.auditPinned(made.by.name, made.by.id);
  const keep = (message: string) => cards.keep({ ...made, message, at: Date.now() });
  if (card) {
    const changed = await change(card.message, channel, reason, async () => {
      await keep(card.message); // before it is shown: what is known is never older than what is shown
      return channel.edit(card.message, post);
    });
    if (changed.kind !== 'done') await cards.keep(card);
    if (changed.kind !== 'gone') return changed;
  }
  const posted = await channel.post(post, once);
  if (posted.kind !== 'done') return posted;
  await keep(posted.result.message).catch(async (error) => {
    await channel.remove(posted.result.message); // a card that nobody remembers could not be changed
    throw error;
  });
  const pinned = await channel.pin(posted.result.message, reason);
  if (pinned.kind === 'done') return posted;
  const removed = await channel.remove(posted.result.message); // nothing is left behind
  if (removed.kind === 'done' || removed.kind === 'gone') await cards.remove(made.channel);
  return pinned;
}

/** It is pinned first: where there is no room for that, nothing has changed. */
async function change(message: string, channel: Channel, reason: string, edit: () => Promise<Outcome>): Promise<Outcome> {
  const there = await channel.read(message);
  if (there.kind !== 'done') return there;
  const pinned = there.result.pinned ? there : await channel.pin(message, reason);
  return pinned.kind === 'done' ? edit() : pinned;
}

/** Takes the card of a channel away. */
export async function unpublish({ place, name, channel }: Here, desk: Desk): Promise<Reply> {
  const { cards, inTurn } = desk.moderation;
  return inTurn(place.channel, async () => {
    const card = await cards.of(place.channel);
    if (!channel || !card) return tell(wording.noCard);
    const lacks = channel.lacks(['View Channel', 'Pin Messages']);
    if (lacks.length > 0) return tell(wording.botLacks(lacks, channel.name));
    const unpinned = await channel.unpin(card.message, wording.auditRemoved(name, place.user));
    const outcome = unpinned.kind === 'done' ? await channel.remove(card.message) : unpinned;
    if (outcome.kind !== 'done' && outcome.kind !== 'gone') return tell(problem(outcome, channel));
    await cards.remove(place.channel);
    return tell(wording.unpinned(channel.name));
  });
}
