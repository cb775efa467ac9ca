import { tell } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import type { Command } from './command.ts';

export const forget = {
  name: 'forget',
  description: wording.commands.forget,
  texts: 'none',
  run: async ({ place }, _desk, library) => {
    await library.forget.forgetUser(place.user);
    return tell(wording.forgotten);
  },
} satisfies Command;
