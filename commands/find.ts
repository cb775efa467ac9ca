import { quote } from '../src/article/article.ts';
import { inPages, pageOf } from '../src/article/pages.ts';
import type { Desk } from '../src/desk.ts';
import type { Block, Menu, Offer } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { choicesOf } from './sentences.ts';

/** What a button's second argument says where it turns the pages of what was found, and not the article's. */
export const OF_FOUND = 1;

/** So much of what was typed is looked for, in UTF-16 units. */
const LONGEST = 200;

/**
 * The sentences that have some words, each with the page where it stands, and the ways to these.
 * @param wanted a page of what was found, counting from 1: the nearest one there is
 * @param goOn how to go on to the next page, in words
 */
export function showFound(typed: string, wanted: number, desk: Desk, goOn: (next: number, words: string) => string = () => '') {
  const { article } = desk;
  const words = typed.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  const { sentences, all, corrections } = desk.find(words);
  const title: Block = { kind: 'question', text: words, needed: true };
  const notes = corrections.map(({ from, to }): Block => ({ kind: 'note', text: wording.corrected(from, to) }));
  if (sentences.length === 0) return only({ kind: 'words', text: words === '' ? wording.findWhat : wording.foundNone(words) });
  const pages = inPages(
    article.text,
    sentences.map((found) => ({ ...found, ...quote(article, found.at) })),
  );
  const number = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages.length);
  const shown = pages[number - 1] ?? [];
  const quotes = shown.map(({ at, words }): Block => {
    const one = quote(article, at);
    return { kind: 'quote', quote: one, words, place: wording.foundOn(pageOf(article, at) ?? 1, one) };
  });
  const further = number < pages.length;
  const page = `${wording.page(number, pages.length)}${further ? goOn(number + 1, words) : ''}`;
  const menus: Menu[] = [
    {
      offer: { action: 'open', args: [] },
      label: wording.menus.open,
      choices: choicesOf(
        article,
        shown.map(({ at }) => at),
      ),
    },
  ];
  const offers: Offer[] = [
    ...(number > 1 ? [{ action: 'previous', args: [number - 1, OF_FOUND] } as const] : []),
    ...(further ? [{ action: 'next', args: [number + 1, OF_FOUND] } as const] : []),
  ];
  const blocks: Block[] = [
    ...[title, ...notes, { kind: 'words', text: wording.found(sentences.length, all) } as const, ...quotes],
    ...(pages.length > 1 ? [{ kind: 'note', text: page } as const] : []),
  ];
  return { blocks, offers, menus };
}

function only(block: Block): { blocks: Block[]; offers: Offer[]; menus: Menu[] } {
  return { blocks: [block], offers: [], menus: [] };
}
