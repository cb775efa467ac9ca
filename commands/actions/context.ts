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
    const shown = quote(desk.article, at);
    const around = desk.article.sentences.slice(Math.max(0, at - AROUND), at + AROUND + 1);
    return reply([
      { kind: 'words', text: wording.around(shown) },
      ...around.map(({ index }) =>
        quoteBlock(quote(desk.article, index), desk, index === at ? { start: 0, end: shown.text.length } : undefined),
      ),
    ]);
  },
} satisfies Action;
