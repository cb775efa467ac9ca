import type { Block, Kind } from '../document/block.ts';
import { readLines } from '../document/lines.ts';
import { type TooLong, tooLong } from './too-long.ts';

/** A block of a document whose text is still to be put together. */
export interface Piece {
  readonly kind: Kind;
  readonly level?: number;
  /** What is written before its content: "• ", "3. ". */
  readonly marker: string;
  /** Its content, without white space at its ends. */
  readonly content: string;
}

/** Puts pieces together to a text and its blocks: what is in a paragraph, or a line of it, its lines tell as they do in plain text. */
export function compose(pieces: readonly Piece[]): { text: string; blocks: readonly Block[] } | TooLong {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let end = 0;
  for (const [at, { kind, level, marker, content }] of pieces.entries()) {
    const gap = at === 0 ? '' : dense(kind) && dense(pieces[at - 1]?.kind) ? '\n' : '\n\n';
    const start = end + gap.length;
    const from = start + marker.length;
    end = from + content.length;
    parts.push(gap, marker, content);
    blocks.push({ kind, start, end, content: { start: from, end: kind === 'separator' ? from : end }, ...(level && { level }) });
  }
  const text = parts.join('');
  const long = tooLong(text);
  if (long) return long;
  return { text, blocks: blocks.flatMap((block) => (block.kind === 'paragraph' ? readLines(text, block) : block)) };
}

/** Whether no empty line is between such blocks. */
const dense = (kind: Kind | undefined) => kind === 'item' || kind === 'row' || kind === 'header';
