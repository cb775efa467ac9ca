import { expect } from 'vitest';
import type { Document } from '../../src/formats/document.ts';

/** Blocks cover a text in its order: nothing but white space is between them, and the content of each is in it. */
export function expectWhole({ text, blocks = [] }: Pick<Document, 'text' | 'blocks'>): void {
  const bad = blocks.filter(({ start, end, content }, at) => {
    const before = blocks[at - 1]?.end ?? 0;
    const inOrder = before <= start && start <= content.start && content.start <= content.end && content.end <= end;
    return !inOrder || text.slice(before, start).trim() !== '';
  });
  expect(bad).toEqual([]);
  if (blocks.length > 0) expect(text.slice(blocks.at(-1)?.end).trim()).toBe('');
}
