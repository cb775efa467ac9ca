import { type Span, trimmed } from '../../document/span.ts';
import type { Article } from '../article.ts';

/** A line of a paragraph, or a cell of a row: what a browser finds is in one of them. */
export interface Segment extends Span {
  /** Where it begins in the flat text. */
  readonly flat: number;
}

/** A text as a browser searches it: its segments without their bullets, a line break between two, each folded. */
export interface Flat {
  readonly text: string;
  readonly segments: readonly Segment[];
}

const known = new WeakMap<Article, Flat>();

export function flatOf(article: Article): Flat {
  const flat = known.get(article) ?? flatten(article);
  known.set(article, flat);
  return flat;
}

function flatten({ text, blocks }: Article): Flat {
  const parts: string[] = [];
  const segments: Segment[] = [];
  let flat = 0;
  for (const { kind, content } of blocks) {
    const ends = kind === 'row' || kind === 'header' ? CELL : LINE;
    let start = content.start;
    for (const { 0: end, index } of [
      ...text.slice(content.start, content.end).matchAll(ends),
      { 0: '', index: content.end - content.start },
    ]) {
      const span = trimmed(text, { start, end: content.start + index });
      start = content.start + index + end.length;
      if (!span) continue;
      const folded = fold(text.slice(span.start, span.end));
      segments.push({ ...span, flat });
      parts.push(folded);
      flat += folded.length + 1;
    }
  }
  return { text: parts.join('\n'), segments };
}

const LINE = /[\r\n\u0085\u2028\u2029]+/g;
const CELL = /[\r\n\u0085\u2028\u2029]+|\s*\|\s*/g;

/** Letters as browsers compare them, or more alike: without case and accents, white space as one space. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/gu, '')
    .replace(/[ßæœøłđς‘’‚‛“”„‟]/g, (letter) => ALIKE[letter] ?? letter)
    .replace(/\s+/g, ' ');
}

const ALIKE: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ς: 'σ' },
  ...Object.fromEntries([...'‘’‚‛'].map((mark) => [mark, "'"])),
  ...Object.fromEntries([...'“”„‟'].map((mark) => [mark, '"'])),
};
