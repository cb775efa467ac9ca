import { stripVTControlCharacters, styleText } from 'node:util';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Span } from '../document/span.ts';
import type { Block } from '../reply.ts';
import { wording } from '../wording.ts';

/** How a reply is shown. */
export interface Look {
  readonly colour?: boolean;
  /** Columns; undefined: lines are not wrapped. */
  readonly width?: number;
}

/** A reply as lines of text, without a line break at its end. */
export function render(blocks: readonly Block[], look: Look): string {
  const quotes = blocks.filter(({ kind }) => kind === 'quote').length;
  return blocks.flatMap((block) => (block.kind === 'as sent' ? [] : renderBlock(block, quotes, look))).join('\n');
}

function renderBlock(block: Exclude<Block, { kind: 'as sent' }>, quotes: number, look: Look): string {
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
    case 'words': {
      const until = block.until === undefined ? '' : ` ${wording.inTime(block.until - Date.now())}.`;
      return hung('', printable(block.text) + until, look);
    }
    case 'count':
      return hung('', wording.sentencesOf(quotes, block.all), look);
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
    const bold = asItStands(text.slice(phrase.start, phrase.end), look).split('\n');
    shown += asItStands(text.slice(done, phrase.start), look) + bold.map((line) => paint('bold', line, look)).join('\n');
    done = phrase.end;
  }
  return shown + asItStands(text.slice(done), look);
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
  const lines = text.split('\n').flatMap((line) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    const columns = Math.max(NARROWEST, width - visible(prefix) - indent.length - 1);
    return (indent + wrapAnsi(line.slice(indent.length), columns, { hard: true })).split('\n');
  });
  return lines.map((line, i) => (i === 0 ? prefix : further) + line).join('\n');
}

/** Text is wrapped at no fewer columns. */
const NARROWEST = 20;

const visible = (text: string) => stripVTControlCharacters(text).length;

/** A text as one line that can't steer the terminal: white space as spaces, control characters and marks that turn the writing's direction left out. */
export function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(STEERING, '');
}

/** What is quoted, with its white space as it stands: but for its line breaks where each quote is on a line of its own, which are spaces there. */
function asItStands(text: string, { width }: Look): string {
  return text.replace(/\r\n?|[\n\v\f\u0085\u2028\u2029]/g, width === undefined ? ' ' : '\n').replace(STEERING, '');
}

const STEERING = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;
