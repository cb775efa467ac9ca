import type { Desk } from '../../src/desk.ts';
import { wording } from '../../src/wording.ts';
import type { Action, Press } from '../command.ts';
import { offerSentences, sentencesFor, whereOf } from '../correct.ts';
import { correctionsOf } from '../corrections.ts';
import { gapsOf } from '../gaps.ts';
import { LISTS } from '../leaves.ts';

const MODERATORS = { only: 'discord', needs: 'Manage Messages' } as const;

export const back = { name: 'back', label: wording.buttons.earlier, ...MODERATORS, run: turn } satisfies Action;
export const forth = { name: 'forth', label: wording.buttons.later, ...MODERATORS, run: turn } satisfies Action;

/** Turns a list over to another page. */
function turn({ args: [list, page = 1, id = -1], place, at }: Press, desk: Desk) {
  const { guild = '' } = place;
  if (list === LISTS.corrections) return { kind: 'update', ...correctionsOf(guild, page, desk) } as const;
  if (list === LISTS.gaps) return { kind: 'update', ...gapsOf(guild, page, at, desk) } as const;
  const draft = desk.moderation.drafts.get('correction', id, place);
  return draft && ({ kind: 'update', ...sentencesFor(id, draft, page, desk) } as const);
}

/** Takes a correction out of the list, for good. */
export const drop = {
  name: 'drop',
  label: wording.menus.drop,
  takes: 'choice',
  ...MODERATORS,
  run: async ({ args: [page = 1], chosen: [id = -1], place: { guild = '' } }, desk) => {
    const { corrections, inTurn } = desk.moderation;
    await inTurn(guild, () => corrections.remove(guild, id));
    return { kind: 'update', ...correctionsOf(guild, page, desk, wording.tookBack) };
  },
} satisfies Action;

/** Opens the menu for a question that was asked in vain. */
export const choose = {
  name: 'choose',
  label: wording.menus.choose,
  takes: 'choice',
  ...MODERATORS,
  run: ({ chosen: [id = -1], place }, desk) => {
    const gap = desk.moderation.gaps.list(place.guild ?? '').find((one) => one.id === id);
    if (!gap) return undefined;
    const { question, about } = gap;
    return offerSentences({ ...whereOf(place), question, ...(about !== undefined && { about }), gap }, desk);
  },
} satisfies Action;

/** Takes one of them off the list, unanswered. */
export const dismiss = {
  name: 'dismiss',
  label: wording.menus.dismiss,
  takes: 'choice',
  ...MODERATORS,
  run: async ({ args: [page = 1], chosen: [id = -1], place: { guild = '' }, at }, desk) => {
    await desk.moderation.gaps.take(guild, id);
    return { kind: 'update', ...gapsOf(guild, page, at, desk) };
  },
} satisfies Action;

export const clear = {
  name: 'clear',
  label: wording.buttons.clear,
  ...MODERATORS,
  run: async ({ place: { guild = '' } }, desk) => {
    await desk.moderation.gaps.clear(guild);
    return { kind: 'update', blocks: [{ kind: 'words', text: wording.emptied }], offers: [] };
  },
} satisfies Action;
