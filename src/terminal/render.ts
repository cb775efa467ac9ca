import { stripVTControlCharacters, styleText } from 'node:util';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Span } from '../document/span.ts';
import type { Block } from '../reply.ts';

/** How a reply is shown. */
export interface Look {
  readonly colour?: boolean;
  /** Columns; undefined: lines are not wrapped. */
  readonly width?: number;
}

/** A reply as lines of text, without a line break at its end. */
export function render(blocks: readonly Block[], look: Look): string {
  return blocks.flatMap((block) => (block.kind === 'as sent' ? [] : renderBlock(block, look))).join('\n');
}

function renderBlock(block: Exclude<Block, { kind: 'as sent' }>, look: Look): string {
  switch (block.kind) {
    case 'question':
      return paint('bold', hung('', printable(block.text), look), look);
    case 'quote': {
      const bar = paint('cyan', '> ', look);
      const below = [block.under, block.place].flatMap((line) =>
        line === undefined ? [] : hung('  ', paint('dim', printable(line), look), look),
      );
      return [hung(bar, marked(block.quote.text, block.words ?? [block.phrase], look), look, bar), ...below].join('\n');
    }
    case 'header':
      return [
        hung(paint('cyan', '> ', look), printable(block.text), look),
        hung('  ', paint('dim', printable(block.place), look), look),
      ].join('\n');
    case 'passage':
      return hung(`${String(block.paragraph ?? '').padStart(3)}  `, marked(block.text, [block.phrase], look), look);
    case 'words':
      return hung('', printable(block.text), look);
    case 'note':
      return hung('  ', paint('dim', printable(block.text), look), look);
    case 'terms':
      return block.terms.map((term) => renderTerm(term, Math.max(...block.terms.map(([one]) => one.length)), look)).join('\n');
  }
}

/** A text with some phrases of it, in their order, in bold. */
function marked(text: string, phrases: readonly (Span | undefined)[], look: Look): string {
  let [shown, done] = ['', 0];
  for (const phrase of phrases) {
    if (!phrase || phrase.end <= phrase.start) continue;
    shown += printable(text.slice(done, phrase.start)) + paint('bold', printable(text.slice(phrase.start, phrase.end)), look);
    done = phrase.end;
  }
  return shown + printable(text.slice(done));
}

function paint(style: 'bold' | 'cyan' | 'dim', text: string, { colour }: Look): string {
  return colour ? styleText(style, text, { validateStream: false }) : text;
}

/** A term and, behind it or in a narrow window below it, what it means. */
function renderTerm([term, meaning]: readonly [string, string], longest: number, look: Look): string {
  const bold = paint('bold', term, look);
  if (look.width !== undefined && look.width < 2 * longest + NARROW) return `  ${bold}\n${hung('    ', meaning, look)}`;
  return hung(`  ${bold}${' '.repeat(longest + 2 - term.length)}`, meaning, look);
}

/** A meaning has at least this many columns more than the longest term. */
const NARROW = 24;

/** Text with a prefix in front of its first line, and another, as wide, in front of its further lines. */
function hung(prefix: string, text: string, { width }: Look, further = ' '.repeat(visible(prefix))): string {
  if (width === undefined) return prefix + text;
  const lines = wrapAnsi(text, Math.max(NARROWEST, width - visible(prefix) - 1), { hard: true }).split('\n');
  return lines.map((line, i) => (i === 0 ? prefix : further) + line).join('\n');
}

/** Text is wrapped at no fewer columns. */
const NARROWEST = 20;

const visible = (text: string) => stripVTControlCharacters(text).length;

/** A text as one line that can't steer the terminal: white space as spaces, control characters and marks that turn the writing's direction left out. */
function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Bidi_Control}]/gu, '');
}
