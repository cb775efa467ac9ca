import { styleText } from 'node:util';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Block } from '../reply.ts';

/** How a reply is shown. */
export interface Look {
  readonly colour?: boolean;
  /** Columns; undefined: lines are not wrapped. */
  readonly width?: number;
}

/** A reply as lines of text, without a line break at its end. */
export function render(blocks: readonly Block[], look: Look): string {
  return blocks.map((block) => renderBlock(block, look)).join('\n');
}

function renderBlock(block: Block, look: Look): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    look.colour ? styleText(style, text, { validateStream: false }) : text;
  switch (block.kind) {
    case 'question':
      return paint('bold', hung('', printable(block.text), look));
    case 'quote': {
      const { text } = block.quote;
      const { start, end } = block.phrase ?? { start: 0, end: 0 };
      const marked =
        printable(text.slice(0, start)) +
        (end > start ? paint('bold', printable(text.slice(start, end))) : '') +
        printable(text.slice(end));
      return `${hung(paint('cyan', '> '), marked, look)}\n${hung('  ', paint('dim', printable(block.place)), look)}`;
    }
    case 'passage':
      return hung(`${String(block.paragraph).padStart(3)}  `, printable(block.text), look);
    case 'words':
      return hung('', printable(block.text), look);
    case 'note':
      return hung('  ', paint('dim', printable(block.text)), look);
    case 'terms': {
      const column = Math.max(...block.terms.map(([term]) => term.length)) + 2;
      return block.terms
        .map(([term, meaning]) => hung(`  ${paint('bold', term)}${' '.repeat(column - term.length)}`, printable(meaning), look, column + 2))
        .join('\n');
    }
  }
}

/** Text with a prefix in front of it, and its further lines indented as far. */
function hung(prefix: string, text: string, { width }: Look, indent = prefix.includes('>') ? 2 : prefix.length): string {
  if (width === undefined) return prefix + text;
  const [first = '', ...rest] = wrapAnsi(text, Math.max(20, width - indent - 1), { hard: true }).split('\n');
  return [prefix + first, ...rest.map((line) => `${prefix.includes('>') ? prefix : ' '.repeat(indent)}${line}`)].join('\n');
}

/** A text as one line that can't steer the terminal: white space as spaces, control characters and marks that turn the writing's direction left out. */
function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Bidi_Control}]/gu, '');
}
