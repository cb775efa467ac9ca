import type { Desk } from '../src/desk.ts';
import type { Card } from '../src/moderation/cards.ts';
import type { CardDraft, Draft } from '../src/moderation/drafts.ts';
import { type Block, type Menu, noteFirst, type Offer, type Reply } from '../src/reply.ts';
import type { Channel, Permission, Post } from '../src/surface.ts';
import { wording } from '../src/wording.ts';
import { offersOn } from './answer.ts';
import type { Here } from './command.ts';
import { A_PAGE, pageOf } from './paging.ts';
import { allOf, choicesOf } from './sentences.ts';
import { blocksOf } from './summary.ts';

/** Room for the note that the article has changed, in UTF-16 units. */
const RESERVE = 60;

/** A card has at most so many sentences: a menu can show them all. */
export const MOST = A_PAGE;

/** The card as it would be, with what can be changed of it. */
export function preview(id: number, draft: CardDraft, desk: Desk, { page: wanted = 1, note = '' } = {}) {
  const { article } = desk;
  const { sentences } = draft;
  const others = allOf(article).filter((at) => !sentences.includes(at));
  const { page, pages, shown } = pageOf(others, wanted);
  const room = MOST - sentences.length;
  const take = { offer: { action: 'take', args: [id, page] }, label: wording.menus.take, most: sentences.length } as const;
  const put = { offer: { action: 'put', args: [id, page] }, label: wording.menus.put(page, pages), most: room } as const;
  const menus: Menu[] = [
    ...(sentences.length > 0 ? [{ ...take, choices: choicesOf(article, sentences) }] : []),
    ...(shown.length > 0 && room > 0 ? [{ ...put, choices: choicesOf(article, shown) }] : []),
  ];
  const offers: Offer[] = [
    ...(sentences.length > 0 ? [{ action: 'pin', args: [id] } as const] : []),
    { action: 'cancel', args: [id] },
    ...(page > 1 ? [{ action: 'earlier', args: [id, page - 1] } as const] : []),
    ...(page < pages ? [{ action: 'later', args: [id, page + 1] } as const] : []),
  ];
  const card: readonly Block[] =
    sentences.length > 0 ? blocksOf(sentences, draft.topic, desk) : [{ kind: 'words', text: wording.noSentences }];
  return { blocks: [...noteFirst(note), { kind: 'words', text: wording.preview } as const, ...card], offers, menus };
}

/** The card as everybody sees it. It works as an answer does. */
export function postOf({ sentences, topic, by, pressed }: Pick<Card, 'sentences' | 'topic' | 'by' | 'pressed'>, desk: Desk): Post {
  const offers = offersOn(sentences[0], [], 'everyone').filter(({ action }) => action !== 'delete');
  return {
    blocks: [...blocksOf(sentences, topic, desk), { kind: 'note', text: wording.pinnedBy(by.name), at: pressed, needed: true }],
    offers,
    article: desk.fingerprint,
    reserve: RESERVE,
    whole: true,
  };
}

/** What the bot has to be allowed to publish a card. */
export function toPublish({ posting }: Channel): readonly Permission[] {
  return ['View Channel', posting, 'Read Message History', 'Pin Messages'];
}

/** A new draft of a card, shown to who makes it alone. */
export async function propose(here: Here, sentences: readonly number[], topic: string, desk: Desk, note = ''): Promise<Reply> {
  const { cards, drafts } = desk.moderation;
  const { user, channel, guild = '' } = here.place;
  const seen = (await cards.of(channel))?.at;
  const by = { id: user, name: here.name };
  const fits = (most: number) =>
    here.channel?.fits(postOf({ sentences: sentences.slice(0, most), topic, by, pressed: here.at }, desk)) ?? true;
  let count = Math.min(sentences.length, MOST);
  while (count > 1 && !fits(count)) count--;
  const left = sentences.length - count;
  const lacks = here.channel ? here.channel.lacks(toPublish(here.channel)) : [];
  const notes = [
    ...(note === '' ? [] : [note]),
    ...(left > 0 ? [wording.noRoomForSome(left)] : []),
    ...(lacks.length > 0 && here.channel ? [wording.botLacks(lacks, here.channel.name)] : []),
  ];
  const draft: Draft = {
    kind: 'card',
    user,
    channel,
    guild,
    sentences: sentences.slice(0, count),
    topic,
    ...(seen !== undefined && { seen }),
  };
  const id = await drafts.keep(draft);
  return { kind: 'reply', ...preview(id, draft, desk, { note: notes.join(' ') }), audience: 'asker', article: desk.fingerprint };
}
