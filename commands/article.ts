import { pagesOf } from '../src/article/pages.ts';
import { reply } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import type { Command } from './command.ts';

export const article = {
  name: 'article',
  description: wording.commands.article,
  option: { name: 'page', required: false },
  run: ({ text }, { article }) => {
    const pages = pagesOf(article);
    const number = text.trim() === '' ? 1 : Number(text);
    const page = pages[number - 1];
    if (!page) return reply([{ kind: 'words', text: wording.noSuchPage(text.trim(), pages.length) }]);
    return reply([
      { kind: 'question', text: wording.headline(article.about) },
      ...(number === 1 ? [{ kind: 'note', text: wording.asPublished } as const] : []),
      ...page.map(({ paragraph, start, end }) => ({ kind: 'passage', paragraph, text: article.text.slice(start, end) }) as const),
      { kind: 'note', text: wording.page(number, pages.length) },
    ]);
  },
} satisfies Command;
