import { ofArticle } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import { type Action, MANAGERS } from '../command.ts';
import { offerSentences, whereOf } from '../correct.ts';
import { gapsOf } from '../gaps.ts';

/** Opens the menu for a question that was asked in vain. */
export const choose = {
  name: 'choose',
  label: wording.menus.choose,
  takes: 'choice',
  ...MANAGERS,
  reads: true,
  run: async ({ chosen: [id = -1], place }, desk, library) => {
    const gap = (await desk.moderation.gaps.list(place.guild ?? '')).find((one) => one.id === id);
    if (!gap) return undefined;
    const { question, about } = gap;
    const text = (await library.texts(place)).find((one) => one.id === gap.text);
    const of = (text && (await library.open(gap.guild, text))) ?? desk; // its text may have gone
    return ofArticle(await offerSentences({ ...whereOf(place), question, ...(about !== undefined && { about }), gap }, of), of.fingerprint);
  },
} satisfies Action;

/** Takes one of them off the list, unanswered. */
export const dismiss = {
  name: 'dismiss',
  label: wording.menus.dismiss,
  takes: 'choice',
  ...MANAGERS,
  run: async ({ args: [page = 1], chosen: [id = -1], place: { guild = '' }, at }, desk, library) => {
    await desk.moderation.gaps.take(guild, id);
    return { kind: 'update', ...(await gapsOf(guild, page, at, desk, library)) };
  },
} satisfies Action;

export const clear = {
  name: 'clear',
  label: wording.buttons.clear,
  ...MANAGERS,
  run: async ({ place: { guild = '' } }, desk) => {
    await desk.moderation.gaps.clear(guild);
    return { kind: 'update', blocks: [{ kind: 'words', text: wording.emptied }], offers: [] };
  },
} satisfies Action;
