import type { Desk } from '../../src/desk.ts';
import type { CardDraft } from '../../src/moderation/drafts.ts';
import type { Reply } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import { MOST, postOf, preview, propose } from '../card.ts';
import { type Action, PINNERS, type Press } from '../command.ts';
import { publish } from '../publish.ts';

/** Takes a public summary as the draft of a card. */
export const pinThis = {
  name: 'pinthis',
  places: 'all',
  label: wording.buttons.pinThis,
  ...PINNERS,
  run: ({ args, message, now, ...here }, desk) => {
    if (now.fingerprint !== desk.fingerprint || args.length === 0 || args.some((at) => !desk.article.sentences[at])) return undefined;
    const whole = wording.summary(desk.article.about, '');
    const topic = message.title?.startsWith(`${whole}: `) ? message.title.slice(whole.length + 2) : '';
    return propose(here, args, topic, desk);
  },
} satisfies Action;

export const take = {
  name: 'take',
  label: wording.menus.take,
  takes: 'choice',
  ...PINNERS,
  run: (press, desk) =>
    change(press, desk, (draft) => ({ ...draft, sentences: draft.sentences.filter((at) => !press.chosen.includes(at)) })),
} satisfies Action;

export const put = {
  name: 'put',
  label: wording.menus.put(1, 1),
  takes: 'choice',
  ...PINNERS,
  run: (press, desk) =>
    change(press, desk, (draft) => {
      const there = press.chosen.filter((at) => desk.article.sentences[at]);
      const sentences = [...new Set([...draft.sentences, ...there])].slice(0, MOST).sort((a, b) => a - b);
      return { ...draft, sentences, topic: '' }; // what others are about, nobody knows
    }),
} satisfies Action;

export const earlier = {
  name: 'earlier',
  label: wording.buttons.previous,
  ...PINNERS,
  run: (press, desk) => change(press, desk),
} satisfies Action;
export const later = {
  name: 'later',
  label: wording.buttons.next,
  ...PINNERS,
  run: (press, desk) => change(press, desk),
} satisfies Action;

/** Shows the draft as it is from now on, and whether a message has room for it. */
async function change(
  { args: [id = -1, page = 1], ...here }: Press,
  desk: Desk,
  next: <D extends CardDraft>(draft: D) => D = (draft) => draft,
): Promise<Reply | undefined> {
  const { drafts, inTurn } = desk.moderation;
  return inTurn(String(id), async () => {
    const draft = await drafts.get('card', id, here.place);
    if (!draft) return undefined;
    const changed = next(draft);
    await drafts.keep(changed, id);
    const { sentences, topic } = changed;
    const fits = here.channel?.fits(postOf({ sentences, topic, by: { id: '', name: here.name }, pressed: here.at }, desk)) ?? true;
    return { kind: 'update', ...preview(id, changed, desk, { page, note: fits ? '' : wording.noRoomForCard }) };
  });
}

export const pin = {
  name: 'pin',
  label: wording.buttons.pin,
  slow: true,
  ...PINNERS,
  run: ({ args: [id = -1], ...here }, desk) => publish(id, here, desk),
} satisfies Action;

export const cancel = {
  name: 'cancel',
  label: wording.buttons.cancel,
  slow: true,
  ...PINNERS,
  run: ({ args: [id = -1], place, channel }, desk) => {
    const { cards, drafts, inTurn } = desk.moderation;
    return inTurn(place.channel, async () => {
      const pinned = (await cards.of(place.channel))?.draft === id;
      if (await drafts.get('card', id, place)) await drafts.remove(id);
      const text = pinned ? wording.pinned(channel?.name ?? '') : wording.nothingPinned;
      return { kind: 'update', blocks: [{ kind: 'words', text }], offers: [] };
    });
  },
} satisfies Action;
