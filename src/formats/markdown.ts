import type { Block } from '../document/block.ts';
import { type Span, trimmed } from '../document/span.ts';
import { blocksOf } from './markdown-blocks.ts';
import { type Leaf, readLeaves } from './markdown-leaves.ts';

/**
 * The blocks of a Markdown document. What is wrapped inside a quotation or a list keeps the `>` and the indentation of its further lines, since what is quoted is a slice.
 */
export function readMarkdown(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, (end) => (end.length > 1 ? ' \n' : '\n')); // everything keeps its place
  const { leaves, marks } = readLeaves(lines);
  const unmarked = blanked(blanked(lines, marks), tagsIn(lines, leaves));
  const blocks = leaves.flatMap((leaf) => blocksOf(unmarked, leaf));
  return covering(text, blocks);
}

/** The tags of HTML, which people put around words in Markdown; not those that no words are inside of, or none that a browser shows. */
function tagsIn(text: string, leaves: readonly Leaf[]): Span[] {
  return leaves.flatMap(({ as, start, end }) => {
    if (as !== 'html') return [];
    const html = text.slice(start, end);
    if (/^<(?:script|style|textarea)\b/i.test(html) || html.replace(/<[^<>]*>/g, '').trim() === '') return [];
    return Array.from(html.matchAll(/<[^<>]*>/g), (tag) => ({ start: start + tag.index, end: start + tag.index + tag[0].length }));
  });
}

/** The text with spaces in place of some of its pieces. */
function blanked(text: string, pieces: readonly Span[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { start, end } of pieces) {
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\n]/g, ' '));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** The blocks, each from the first mark that stands before it, the last one to the last mark behind it: all of the text is in a block. */
function covering(text: string, blocks: readonly Block[]): Block[] {
  let at = 0;
  const covered = blocks.map((block) => {
    const start = trimmed(text, { start: at, end: block.end })?.start ?? block.start;
    at = block.end;
    return { ...block, start };
  });
  const rest = trimmed(text, { start: at, end: text.length });
  if (!rest) return covered;
  const last = covered.pop() ?? { ...rest, kind: 'separator', content: { start: rest.start, end: rest.start } };
  return [...covered, { ...last, end: rest.end }];
}

/** What nobody writes but in Markdown, and how often it has to stand there. */
const SIGNS: readonly (readonly [sign: RegExp, times: number])[] = [
  [/^#{1,6}[ \t]+\S/gm, 1],
  [/^ {0,3}```/gm, 2],
  [/^ {0,3}>[ \t>]*[^\s>]/gm, 2], // what is quoted, as in an e-mail
  [/^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*\|[-:| \t]*$/gm, 1], // below the header of a table
  [/\[[^[\]\r\n]{0,300}\]\((?=[^\s()]{0,300}[/.#])[^\s()]{1,500}\)/g, 1],
  [/^\[[^[\]\r\n]{1,100}\]:[ \t]+(?:<|#|\/|[a-z]{1,20}:\/\/)\S/gim, 1],
  [/^\[\^[^[\]\s]{1,100}\]:/gm, 1],
];

/** Whether plain text is written in Markdown. Hyphens before items and bold words don't say so: people write them in any text, and it is read by its lines as well. */
export function looksLikeMarkdown(text: string): boolean {
  return SIGNS.some(([sign, times]) => {
    const found = text.matchAll(sign);
    for (let k = 0; k < times; k++) if (found.next().done) return false;
    return true;
  });
}
