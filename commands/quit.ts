import { wording } from '../src/wording.ts';
import type { Command } from './command.ts';

export const quit = {
  name: 'quit',
  description: wording.commands.quit,
  only: 'terminal',
  run: () => ({ kind: 'leave', blocks: [{ kind: 'words', text: wording.goodbye }] }),
} satisfies Command;
