import type { Block } from './block.ts';
import { type Look, lookOf, looksLikeHeading } from './headlines.ts';

/** A block with what is seen of it and around it. */
export interface View {
  readonly block: Block;
  /** What is text in it; empty for prose that is too long to be anything else, and for what is no paragraph and no item. */
  readonly line: string;
  readonly look: Look;
  /** A blank line, or an end of the text, is above or below it. */
  readonly first: boolean;
  readonly last: boolean;
  /** It reads as a headline, and stands between blank lines. */
  readonly headline: boolean;
  /** It is a question, with something below that may answer it. */
  readonly asks: boolean;
}

/** A longer block, in UTF-16 units, is prose, and is what its reader said it is. */
const LONG = 300;

const NOTHING = lookOf('');

export function viewsOf(text: string, blocks: readonly Block[]): View[] {
  const views: View[] = [];
  let below: View | undefined;
  for (let at = blocks.length - 1; at >= 0; at--) {
    below = viewOf(text, blocks[at - 1], blocks[at] as Block, below);
    views.push(below);
  }
  return views.reverse();
}

function viewOf(text: string, above: Block | undefined, block: Block, below: View | undefined): View {
  const { start, end } = block.content;
  const line = end - start > LONG || (block.kind !== 'paragraph' && block.kind !== 'item') ? '' : text.slice(start, end);
  const look = line === '' ? NOTHING : lookOf(line);
  const first = isBlankBetween(text, above, block);
  const last = isBlankBetween(text, block, below?.block);
  const alone = block.kind === 'paragraph' && first;
  const headline = alone && last && !/[\r\n]/.test(line) && looksLikeHeading(line, look);
  const asks = alone && look.asks && below !== undefined && line.length <= ASKED && !/^["“„«‘']/.test(line) && mayAnswer(below);
  return { block, line, look, first, last, headline, asks };
}

/** A question line is not longer than this, in UTF-16 units. */
const ASKED = 200;

function mayAnswer({ block, look, headline }: View): boolean {
  return !look.asks && !headline && block.kind !== 'heading' && block.kind !== 'separator' && block.kind !== 'title';
}

function isBlankBetween(text: string, above: Block | undefined, below: Block | undefined): boolean {
  if (!above || !below) return true;
  const [from, to] = [above.end, below.start];
  let lines = 0;
  for (let at = from; at < to && lines < 2; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 0x2028 || unit === 0x2029 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
  }
  return lines > 1;
}

/** The blocks that stand under one another without a blank line, from one on: at most a few dozen. */
export function runFrom(views: readonly View[], from: number): View[] {
  const few = views.slice(from, from + 50);
  const end = few.findIndex(({ last }) => last);
  return end < 0 ? few : few.slice(0, end + 1);
}
