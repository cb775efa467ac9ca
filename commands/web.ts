import { tell } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import type { Command } from './command.ts';

/** Opens a page where the talk goes on in a browser. */
export const web = {
  name: 'web',
  description: wording.commands.web,
  only: 'terminal',
  run: async ({ openPage }) => tell(openPage ? wording.web.atFromTerminal(await openPage()) : wording.web.noPage),
} satisfies Command;
