import { wording } from '../../src/wording.ts';
import { type Action, MANAGERS } from '../command.ts';
import { correctionsOf } from '../corrections.ts';

/** Takes a correction out of the list, for good. */
export const drop = {
  name: 'drop',
  label: wording.menus.drop,
  takes: 'choice',
  ...MANAGERS,
  run: async ({ args: [page = 1], chosen: [id = -1], place: { guild = '' } }, _desk, library) => {
    const { corrections, inTurn } = library.host.moderation;
    await inTurn(guild, () => corrections.remove(guild, id));
    return { kind: 'update', ...(await correctionsOf(guild, page, library, wording.tookBack)) };
  },
} satisfies Action;
