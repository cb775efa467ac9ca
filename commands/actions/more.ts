import { quote } from '../../src/article/article.ts';
import { reply } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import { MORE, offersOn, quoteBlock } from '../answer.ts';
import type { Action } from '../command.ts';

export const more = {
  name: 'more',
  places: 'all',
  label: wording.buttons.more,
  description: wording.commands.more,
  none: wording.noMoreQuotes,
  run: async ({ args, message, place: { user, guild } }, desk) => {
    if (args.some((at) => !desk.article.sentences[at])) return undefined;
    const { id, question, about, refuses = false } = message;
    const counts = guild !== undefined && question !== undefined && !message.private && !refuses && desk.moderation.gaps.kept;
    if (counts) await desk.missed(guild, { question, about }, `${user}/${id}`);
    const [shown, rest] = [args.slice(0, MORE), args.slice(MORE)];
    return reply(
      [
        ...(counts ? [{ kind: 'note', text: wording.noted } as const] : []),
        { kind: 'words', text: wording.nextBest },
        ...shown.map((at) => quoteBlock(quote(desk.article, at), desk)),
      ],
      offersOn(shown[0], rest, 'asker'),
      'asker',
    );
  },
} satisfies Action;
