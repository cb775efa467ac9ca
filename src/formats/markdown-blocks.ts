import type { Block, Kind } from '../document/block.ts';
import { readLines } from '../document/lines.ts';
import { type Span, trimmed } from '../document/span.ts';
import type { Leaf } from './markdown-leaves.ts';

/**
 * The blocks that a piece of Markdown is.
 * @param text with spaces in place of the `>` of quotations and of HTML's tags
 */
export function blocksOf(text: string, { as, start, end, content: inner, level = 1 }: Leaf): Block[] {
  const whole = trimmed(text, { start, end });
  const content = inner ? trimmed(text, inner) : whole;
  if (!whole || !content) return [];
  switch (as) {
    case 'separator':
      return [{ kind: 'separator', ...whole, content: { start: whole.start, end: whole.start } }];
    case 'reference':
      return [{ kind: 'reference', ...whole, content: whole }];
    case 'heading':
      return [{ kind: 'heading', ...whole, content, level }];
    case 'underlined':
      return readUnderlined(text, whole, content, level);
    case 'header':
    case 'row':
      return readRow(text, as, whole, content);
    case 'code':
      return readCode(text, whole, content);
    case 'indented':
      return PROSE.test(firstLine(text, content)) ? readProse(text, content) : readCode(text, whole, content);
    case 'html':
      return /<[^<>]*>/.test(text.slice(start, end)) ? [{ kind: 'reference', ...whole, content: whole }] : readProse(text, whole);
    case 'item':
      return readItem(text, whole, level);
    case 'quotation':
      return readQuotation(text, whole);
    case 'prose':
      return readProse(text, whole);
  }
}

const PICTURE = /\[?!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])(?:\]\([^)]*\))?/;
const PICTURES = new RegExp(`^(?:${PICTURE.source}\\s*)+$`);

/** A picture says what is written under it; several in a row, badges and the like, lead elsewhere. A backslash that ends a line is no text. */
function readProse(text: string, span: Span): Block[] {
  return readLines(text, span).map((read) => {
    const breaks = /(?<!\\)\\$/.test(text.slice(read.content.start, read.content.end));
    const block = breaks ? { ...read, content: { ...read.content, end: read.content.end - 1 } } : read;
    const line = text.slice(block.content.start, block.content.end);
    if (block.kind !== 'paragraph' || !PICTURES.test(line)) return block;
    const [picture, shows] = PICTURE.exec(line) ?? [];
    if (!shows || picture?.length !== line.length) return { ...block, kind: 'reference' };
    const start = block.content.start + line.indexOf(shows);
    return { ...block, kind: 'caption', content: { start, end: start + shows.length } };
  });
}

/** A heading, or prose with a line across below it that should have had a blank line above. */
function readUnderlined(text: string, whole: Span, content: Span, level: number): Block[] {
  if (level === 1 || !/[.…:;,]$|\n/.test(text.slice(content.start, content.end))) return [{ kind: 'heading', ...whole, content, level }];
  const line = trimmed(text, { start: content.end, end: whole.end }) ?? whole;
  return [...readProse(text, content), { kind: 'separator', ...line, content: { start: line.start, end: line.start } }];
}

/** A row without the pipes at its ends. What stands right under a table without any is no row. */
function readRow(text: string, kind: Kind, whole: Span, { start, end }: Span): Block[] {
  if (!text.slice(start, end).includes('|')) return readProse(text, whole);
  const from = start + Number(text[start] === '|');
  const to = end - Number(end - 1 > start && text[end - 1] === '|' && text[end - 2] !== '\\');
  const cells = /[^\s|]/.test(text.slice(from, to)) ? trimmed(text, { start: from, end: to }) : undefined;
  return [{ kind, ...whole, content: cells ?? { start, end: start } }];
}

/** An item, and what goes on under it at the margin, unless that is the rest of a wrapped line. */
function readItem(text: string, whole: Span, level: number): Block[] {
  const [first, ...rest] = /\n\S/.test(text.slice(whole.start, whole.end)) ? readLines(text, whole) : [];
  const end = first?.content.end ?? whole.end;
  return [{ kind: 'item', start: whole.start, end, content: { start: whole.start, end }, level }, ...rest];
}

/** What is quoted, without the `[!NOTE]` above it that GitHub makes a box of. */
function readQuotation(text: string, whole: Span): Block[] {
  const note = /^\[!\w+\]/.exec(text.slice(whole.start, whole.end))?.[0] ?? '';
  const rest = trimmed(text, { start: whole.start + note.length, end: whole.end });
  if (!rest) return [];
  return readProse(text, rest).map((block) => {
    const speaker = block.kind === 'item' && text[block.start] === '—'; // whose words they are: no list
    const { start, end, content } = block;
    if (speaker) return { kind: 'quotation', start, end, content: { start, end: content.end } };
    return block.kind === 'paragraph' ? { ...block, kind: 'quotation' } : block;
  });
}

/** As much code as one answer shows. In longer code it is a piece between blank lines that answers, or a line. */
const WHOLE_CODE = 20;

function readCode(text: string, whole: Span, content: Span): Block[] {
  const blocks = shortened(text, content).map((span): Block => ({ kind: 'code', ...span, content: span }));
  const last = blocks.pop();
  return last ? [...blocks, { ...last, end: whole.end }] : [];
}

function shortened(text: string, span: Span): Span[] {
  if (isShort(text, span)) return [span];
  return split(text, span, /\n[^\S\n]*\n/g).flatMap((piece) => (isShort(text, piece) ? [piece] : split(text, piece, /\n/g)));
}

function isShort(text: string, { start, end }: Span): boolean {
  return (text.slice(start, end).match(/\n/g)?.length ?? 0) < WHOLE_CODE;
}

function split(text: string, { start, end }: Span, gaps: RegExp): Span[] {
  const ends = Array.from(text.slice(start, end).matchAll(gaps), (gap) => start + gap.index);
  return [...ends, end].flatMap((to, k) => trimmed(text, { start: ends[k - 1] ?? start, end: to }) ?? []);
}

/** Lines that are only indented, as people indent prose and lists in plain text: a capital letter and small ones, and no signs of code. */
const PROSE = /^(?:[-*+•–]\s+|\d+[.)]\s+)?["“‘'(¿¡]*(?:\p{Lu}\p{Ll}+|[AI])[ ,’'][^{}=<>$\\;_`]*$/u;

function firstLine(text: string, { start, end }: Span): string {
  return text.slice(start, end).split('\n', 1)[0] ?? '';
}
