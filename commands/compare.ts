import { nearestOf } from '../src/library/nearest.ts';
import { type Block, reply } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { quoteBlock } from './answer.ts';
import type { Command } from './command.ts';

/** So many texts are asked at most. */
const MOST = 8;

/** Shows what each text says to a question. */
export const compare = {
  name: 'compare',
  description: wording.commands.compare,
  option: { name: 'question', required: true },
  privacy: 'chosen',
  texts: 'all',
  reads: true,
  run: async ({ text, place, private: alone, among }, desk) => {
    const asked = { text };
    const desks = among?.desks ?? [desk];
    const tried = nearestOf(desks, asked, MOST);
    const answers = await Promise.all(tried.map(async (one) => ({ one, ...(await one.answer(asked, place)) })));
    const blocks = answers.flatMap(({ one, answer }): Block[] => {
      const [found] = answer.kind === 'answer' ? answer.quotes : [];
      const { title } = one.article.about;
      if (!found) return [{ kind: 'note', text: wording.textDoesntSay(title), needed: true }];
      const unsure: Block[] = answer.kind === 'answer' && !answer.sure ? [{ kind: 'note', text: wording.mayAnswer }] : [];
      return [quoteBlock(found.quote, one, found.phrase), ...unsure];
    });
    const left: Block[] = desks.length > tried.length ? [{ kind: 'note', text: wording.notCompared(desks.length - tried.length) }] : [];
    const audience = alone ? 'asker' : 'everyone';
    return reply([{ kind: 'question', text }, ...blocks, ...left], [{ action: alone ? 'share' : 'delete', args: [] }], audience);
  },
} satisfies Command;
