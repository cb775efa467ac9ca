import { wording } from '../../src/wording.ts';
import { type Action, MANAGERS } from '../command.ts';
import { correctionsOf } from '../corrections.ts';

/** Takes a correction out of the list, for good. */
export const drop = {
  name: 'drop',
  label: wording.menus.drop,
  takes: 'choice',
  ...MANAGERS,
  run: async ({ args: [page = 1], chosen: [id = -1], place: { guild = '' } }, desk) => {
    const { corrections, inTurn } = desk.moderation;
    await inTurn(guild, () => corrections.remove(guild, id));
    return { kind: 'update', ...(await correctionsOf(guild, page, desk, wording.tookBack)) };
  },
} satisfies Action;
