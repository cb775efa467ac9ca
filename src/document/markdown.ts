import type { Block } from './block.ts';
import { readLines } from './lines.ts';

/** The blocks of a Markdown document. */
export function readMarkdown(text: string): Block[] {
  return readLines(text, { start: 0, end: text.length });
}

/** Whether plain text is written in Markdown. */
export function looksLikeMarkdown(_text: string): boolean {
  return false;
}
