import type { Block } from './block.ts';
import { type Span, trimmed } from './span.ts';

/**
 * The blocks of plain text, or of a paragraph of Markdown.
 * @param part where it stands in `text`
 */
export function readLines(text: string, part: Span): Block[] {
  return paragraphsOf(text.slice(part.start, part.end)).map(({ start, end }) => {
    const span = { start: part.start + start, end: part.start + end };
    return { ...span, kind: 'paragraph', content: span };
  });
}

/**
 * The paragraphs of a text, in order, white space at their ends left out.
 * A line is a paragraph, as newspapers and word processors write it, unless the text is broken at a column, where a blank line ends one.
 */
function paragraphsOf(text: string): Span[] {
  const ends = brokenAtColumn(text) ? /(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*/g : /[\r\n\u2028\u2029]+/g;
  const spans: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(ends)) {
    spans.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  spans.push({ start, end: text.length });
  return spans.flatMap((span) => trimmed(text, span) ?? []);
}

/** Whether lines end in the middle of sentences: of the lines that another follows at once, most neither end a sentence nor let one begin. */
function brokenAtColumn(text: string): boolean {
  if (!/\p{Sentence_Terminal}/u.test(text)) return false; // nothing else tells its sentences apart
  const followed = text.match(/\S(?=[^\S\r\n]*(?:\r\n?|\n)[^\S\r\n]*\S)/g)?.length ?? 0;
  const broken = text.match(/[\p{L}\p{N},;](?=[^\S\r\n]*(?:\r\n?|\n)[^\S\r\n]*\p{Ll})/gu)?.length ?? 0;
  return followed > 0 && broken * 2 > followed;
}
