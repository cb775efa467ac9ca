import { wording } from '../src/wording.ts';
import { replyTo } from './answer.ts';
import type { Command } from './command.ts';

export const ask = {
  name: 'ask',
  description: wording.commands.ask,
  option: { name: 'question', required: true },
  privacy: 'chosen',
  texts: 'all',
  reads: true,
  run: (request, desk, library) => replyTo(request, undefined, desk, library),
  suggest: (typed, desk) => desk.suggest(typed),
} satisfies Command;
