import { pagesOf } from '../src/article/pages.ts';
import type { Desk } from '../src/desk.ts';
import { type Block, type Offer, reply, tell } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import type { Command } from './command.ts';

export const article = {
  name: 'article',
  description: wording.commands.article,
  option: { name: 'page', required: false },
  run: ({ text, surface }, desk) => {
    const number = text.trim() === '' ? 1 : Number(text);
    const page = showPage(number, desk, surface === 'terminal' ? wording.nextPage(number + 1) : '');
    return page ? reply(page.blocks, page.offers, 'asker') : tell(wording.noSuchPage(text.trim(), pagesOf(desk.article).length));
  },
} satisfies Command;

/**
 * A page of the article, its paragraphs numbered, and the way to the pages before and after; undefined where there is no such page.
 * @param number of the page, counting from 1
 * @param goOn how to go on to the next page, in words
 * @param marked a sentence to set in bold, counting from 0
 */
export function showPage(number: number, { article }: Desk, goOn = '', marked?: number): { blocks: Block[]; offers: Offer[] } | undefined {
  const pages = pagesOf(article);
  const page = pages[number - 1];
  if (!page) return undefined;
  const sentence = marked === undefined ? undefined : article.sentences[marked];
  const passages = page.map(({ paragraph, start, end }): Block => {
    const text = article.text.slice(start, end);
    if (!sentence || sentence.start >= end || sentence.end <= start) return { kind: 'passage', paragraph, text };
    return {
      kind: 'passage',
      paragraph,
      text,
      phrase: { start: Math.max(0, sentence.start - start), end: Math.min(end, sentence.end) - start },
    };
  });
  const last = number === pages.length;
  return {
    blocks: [
      { kind: 'question', text: wording.headline(article.about) },
      ...(number === 1 ? [{ kind: 'note', text: wording.asPublished } as const] : []),
      ...passages,
      { kind: 'note', text: `${wording.page(number, pages.length)}${last ? '' : goOn}` },
    ],
    offers: [
      ...(number > 1 ? [{ action: 'previous', args: [number - 1] } as const] : []),
      ...(last ? [] : [{ action: 'next', args: [number + 1] } as const]),
    ],
  };
}
