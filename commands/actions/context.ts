import { quote } from '../../src/article/article.ts';
import { reply } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import { quoteBlock } from '../answer.ts';
import type { Action } from '../command.ts';

/** How many sentences before and after the quote are shown. */
const AROUND = 2;

export const context = {
  name: 'context',
  description: wording.commands.context,
  run: ([at = 0], desk) => {
    const from = Math.max(0, at - AROUND);
    const to = Math.min(desk.article.sentences.length, at + AROUND + 1);
    const sentences = Array.from({ length: to - from }, (_, i) => quote(desk.article, from + i));
    return reply(
      sentences.map((sentence) => quoteBlock(sentence, desk, sentence.index === at ? { start: 0, end: sentence.text.length } : undefined)),
    );
  },
} satisfies Action;
