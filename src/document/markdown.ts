import type { Block, Kind } from './block.ts';
import { readLines } from './lines.ts';
import { type Leaf, readLeaves } from './markdown-leaves.ts';
import { type Span, trimmed } from './span.ts';

/**
 * The blocks of a Markdown document. What is wrapped inside a quotation or a list keeps the `>` and the indentation of its further lines, since what is quoted is a slice.
 */
export function readMarkdown(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, (end) => (end.length > 1 ? ' \n' : '\n')); // everything keeps its place
  const { leaves, marks } = readLeaves(lines);
  const unmarked = blanked(lines, marks);
  return covering(
    text,
    leaves.flatMap((leaf) => blocksOf(unmarked, leaf)),
  );
}

/** The text with spaces in place of some of its pieces. */
function blanked(text: string, pieces: readonly Span[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { start, end } of pieces) {
    parts.push(text.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** The blocks, each from the first mark that stands before it to the last that stands behind it, so that all of the text is in a block. */
function covering(text: string, blocks: readonly Block[]): Block[] {
  let at = 0;
  const covered = blocks.map((block) => {
    const start = trimmed(text, { start: at, end: block.end })?.start ?? block.start;
    at = block.end;
    return { ...block, start };
  });
  const rest = trimmed(text, { start: at, end: text.length });
  const last = covered.pop();
  if (last) covered.push({ ...last, end: rest?.end ?? last.end });
  else if (rest) covered.push(empty('separator', rest));
  return covered;
}

function blocksOf(text: string, leaf: Leaf): Block[] {
  const whole = trimmed(text, leaf);
  if (!whole) return [];
  const content = leaf.content ? trimmed(text, leaf.content) : whole;
  switch (leaf.as) {
    case 'separator':
      return [empty('separator', whole)];
    case 'reference':
      return [{ ...whole, kind: 'reference', content: whole }];
    case 'heading':
      return content ? [{ ...whole, kind: 'heading', content, level: leaf.level ?? 1 }] : [];
    case 'header':
    case 'row':
      return [rowOf(text, leaf.as, whole, content ?? whole)];
    case 'code':
      return content ? [{ ...whole, kind: 'code', content }] : [];
    case 'item':
      return [{ ...whole, kind: 'item', content: whole, level: leaf.level ?? 1 }];
    case 'html':
      return [{ ...whole, kind: 'reference', content: whole }];
    default:
      return readLines(text, whole).map((block) =>
        leaf.as === 'quotation' && block.kind === 'paragraph' ? { ...block, kind: 'quotation' } : block,
      );
  }
}

/** A row without the pipes at its ends. */
function rowOf(text: string, kind: Kind, whole: Span, row: Span): Block {
  const start = row.start + Number(text[row.start] === '|');
  const end = row.end - Number(row.end - 1 > start && text[row.end - 1] === '|' && text[row.end - 2] !== '\\');
  return { ...whole, kind, content: trimmed(text, { start, end }) ?? { start, end: start } };
}

function empty(kind: Kind, { start, end }: Span): Block {
  return { kind, start, end, content: { start, end: start } };
}

/** Whether plain text is written in Markdown. */
export function looksLikeMarkdown(_text: string): boolean {
  return false;
}
