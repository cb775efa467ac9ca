import { quote } from '../../src/article/article.ts';
import { reply } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import { MORE, quoteBlock } from '../answer.ts';
import type { Action } from '../command.ts';

export const more = {
  name: 'more',
  description: wording.commands.more,
  run: (sentences, desk) => {
    const [shown, rest] = [sentences.slice(0, MORE), sentences.slice(MORE)];
    return reply(
      [{ kind: 'words', text: wording.nextBest }, ...shown.map((at) => quoteBlock(quote(desk.article, at), desk))],
      [{ action: 'context', sentences: shown.slice(0, 1) }, ...(rest.length > 0 ? [{ action: 'more', sentences: rest } as const] : [])],
    );
  },
} satisfies Action;
