import { headingsOn, pagesOf } from '../src/article/pages.ts';
import type { Desk } from '../src/desk.ts';
import { firstWords } from '../src/document/first-words.ts';
import { type Block, type Offer, reply, tell } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import type { Command } from './command.ts';
import { showFound } from './find.ts';

export const article = {
  name: 'article',
  description: wording.commands.article,
  option: { name: 'page', required: false },
  also: { name: 'find' },
  texts: 'one',
  run: ({ text, surface }, desk) => {
    const [, typed = text, words] = /^\s*(\d*)\s*find\b(.*)$/is.exec(text) ?? [];
    const number = typed.trim() === '' ? 1 : Number(typed);
    const goOn = surface === 'terminal' ? wording.nextPage : () => '';
    if (words !== undefined) return { kind: 'reply', ...showFound(words, number, desk, goOn), audience: 'asker' };
    const page = showPage(number, desk, goOn(number + 1));
    return page ? reply(page.blocks, page.offers, 'asker') : tell(wording.noSuchPage(text.trim(), pagesOf(desk.article).length));
  },
} satisfies Command;

/** So much of a heading is shown where it names a page, in UTF-16 units. */
const LONGEST_HEADING = 40;

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
  const passages = page.map(({ kind, paragraph, listed, start, end }, i): Block => {
    const shown = { kind: 'passage', ...(paragraph !== undefined && { paragraph }), listed: listed && i > 0 } as const;
    const bold = kind === 'heading' || kind === 'title' ? { start, end } : sentence;
    const text = article.text.slice(start, end);
    if (!bold || bold.start >= end || bold.end <= start) return { ...shown, text };
    return { ...shown, text, phrase: { start: Math.max(0, bold.start - start), end: Math.min(end, bold.end) - start } };
  });
  const last = number === pages.length;
  const headings = headingsOn(article, page).map((text) => firstWords(text, LONGEST_HEADING));
  return {
    blocks: [
      { kind: 'question', text: wording.headline(article.about) },
      ...(number === 1 ? [{ kind: 'note', text: wording.asPublished } as const] : []),
      ...passages,
      { kind: 'note', text: `${wording.page(number, pages.length, headings)}${last ? '' : goOn}` },
    ],
    offers: [
      ...(number > 1 ? [{ action: 'previous', args: [number - 1] } as const] : []),
      ...(last ? [] : [{ action: 'next', args: [number + 1] } as const]),
    ],
  };
}
