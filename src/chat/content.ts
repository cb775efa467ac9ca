import type { Span } from '../document/span.ts';
import type { Block } from '../reply.ts';
import { wording } from '../wording.ts';
import { escaped, quoted, small } from './markdown.ts';

/** Discord's limit for a message's content, in UTF-16 units. */
export const LONGEST = 2000;

/**
 * Blocks as Markdown. If they don't all fit, links to sentences become links to pages. If that isn't enough, whole blocks are left out: quotes are put in first, then the
 * question and the notes on how it was read, each in order, skipping what doesn't fit. Undefined if even the blocks of other kinds don't fit.
 */
export function contentOf(blocks: readonly Block[], longest = LONGEST, whole = false): string | undefined {
  const quotes = blocks.filter(({ kind }) => kind === 'quote');
  const asides = blocks.filter((block) => (block.kind === 'question' || block.kind === 'note') && !block.needed);
  const content = (kept: readonly Block[]) => {
    const out = quotes.filter((block) => !kept.includes(block)).length;
    const inOrder = blocks.filter((block) => kept.includes(block));
    return [...inOrder.map((block) => markdownOf(block, quotes.length - out)), ...(out > 0 ? [small(wording.leftOut(out))] : [])].join(
      '\n',
    );
  };
  const fits = (kept: readonly Block[]) => content(kept).length <= longest;
  if (fits(blocks)) return content(blocks);
  const shorter = blocks.map(toPage);
  if (shorter.some((block, at) => block !== blocks[at])) return contentOf(shorter, longest, whole);
  if (whole) return undefined;
  let kept = blocks.filter((block) => !quotes.includes(block) && !asides.includes(block));
  if (!fits(kept)) return undefined;
  for (const block of [...quotes, ...asides]) if (fits([...kept, block])) kept = [...kept, block];
  return content(kept);
}

/** A quote without the link to its sentence, which is longer than that to its page. */
function toPage(block: Block): Block {
  return block.kind === 'quote' && block.source?.link ? { ...block, source: { page: block.source.page } } : block;
}

/** @param shown how many quotes the message has */
function markdownOf(block: Block, shown: number): string {
  switch (block.kind) {
    case 'question':
      return `**${escaped(block.text)}**`;
    case 'quote': {
      const source = block.source === undefined ? '' : ` · <${block.source.link ?? block.source.page}>`;
      const under = block.under === undefined ? [] : [small(escaped(block.under))];
      const place = block.place === undefined ? [] : [small(escaped(block.place)) + source];
      return [quoted(marked(block.quote.text, block.words ?? [block.phrase])), ...under, ...place].join('\n');
    }
    case 'header':
      return [quoted(block.link ? `<${block.text}>` : escaped(block.text)), small(escaped(block.place))].join('\n');
    case 'passage':
      return [
        ...(block.paragraph === undefined || block.listed ? [] : [small(wording.paragraph(block.paragraph))]),
        marked(block.text, [block.phrase]),
      ].join('\n');
    case 'words':
      return escaped(block.text) + (block.until === undefined ? '' : ` <t:${Math.ceil(block.until / 1000)}:R>`);
    case 'count':
      return escaped(wording.sentencesOf(shown, block.all));
    case 'note':
      return small(escaped(block.text)) + (block.at === undefined ? '' : ` <t:${Math.floor(block.at / 1000)}:f>`);
    case 'terms':
      return block.terms.map(([term, meaning]) => `**${escaped(term)}** ${escaped(meaning)}`).join('\n');
    case 'as sent':
      return block.content;
  }
}

/** A text with some phrases of it, in their order, in bold. */
function marked(text: string, phrases: readonly (Span | undefined)[]): string {
  let [markdown, done] = ['', 0];
  for (const phrase of phrases) {
    if (!phrase || phrase.end <= phrase.start) continue;
    markdown += `${escaped(text.slice(done, phrase.start))}**${escaped(text.slice(phrase.start, phrase.end))}**`;
    done = phrase.end;
  }
  return markdown + escaped(text.slice(done));
}
