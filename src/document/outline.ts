import type { Block, Kind } from './block.ts';
import { countsOn, listMark } from './list-marks.ts';
import { isTurn } from './questions.ts';

const NOTHING: readonly undefined[] = [];

/** A lead-in, as long as blocks complete it. */
interface LeadIn {
  readonly at: number;
  /** What the first of these was, and of an item how deep in lists. */
  kind?: Kind;
  level?: number;
}

/**
 * What each block stands under: the number of the header row, lead-in, question, label or heading that it belongs to, the nearest one;
 * undefined where there is none. What these stand under themselves is found at their own numbers.
 * @returns one for each block, in order: a number of a block before it
 */
export function outline(text: string, blocks: readonly Block[]): readonly (number | undefined)[] {
  const headings: { at: number; level: number }[] = [];
  let [label, question, header]: readonly (number | undefined)[] = NOTHING;
  let leadIns: LeadIn[] = []; // each completes the one before it
  let turn = false; // the question was somebody's in a talk, and one paragraph answers it
  const lineOf = (at: number) => text.slice(blocks[at]?.content.start, blocks[at]?.content.end);
  /** Ends the lead-ins that a block does not complete. @returns the number of the one that it does */
  const completed = (at: number, kind: Kind, level: number): number | undefined => {
    for (let last = leadIns.at(-1); last; last = leadIns.at(-1)) {
      const begins = last.kind === undefined;
      const goesOn =
        last.kind === kind &&
        kind !== 'paragraph' &&
        !(kind === 'item' && (level < (last.level ?? 1) || isNext(lineOf(last.at), lineOf(at))));
      if (begins) Object.assign(last, { kind, level });
      if (begins || goesOn) return last.at;
      leadIns.pop();
    }
    return undefined;
  };
  return blocks.map(({ kind, level, content }, at) => {
    const heading = headings.at(-1)?.at;
    switch (kind) {
      case 'title':
      case 'separator':
      case 'heading': {
        if (kind === 'separator' && (isTable(blocks[at - 1]) || isTable(blocks[at + 1]))) return undefined; // a rule of it
        [label, question, header] = NOTHING;
        leadIns = [];
        if (kind !== 'heading') {
          if (kind === 'title') headings.length = 0;
          return undefined;
        }
        while ((level ?? 1) <= (headings.at(-1)?.level ?? 0)) headings.pop();
        const above = headings.at(-1)?.at;
        headings.push({ at, level: level ?? 1 });
        return above;
      }
      case 'label':
        [question, header] = NOTHING;
        leadIns = [];
        label = at;
        return heading;
      case 'question':
        header = undefined;
        leadIns = [];
        question = at;
        turn = isTurn(text.slice(content.start, content.end));
        return label ?? heading;
      case 'lead-in': {
        header = undefined;
        if (level === undefined) leadIns = [];
        const outer = completed(at, 'item', level ?? 1);
        leadIns.push({ at });
        return outer ?? question ?? label ?? heading;
      }
      case 'header':
        header = at;
        return leadIns.at(-1)?.at ?? question ?? label ?? heading;
      case 'byline':
      case 'caption':
      case 'reference':
        return heading;
      default: {
        if (kind !== 'row') header = undefined;
        const found = header ?? completed(at, kind, level ?? 1) ?? question ?? label ?? heading;
        if (turn && kind === 'paragraph') question = undefined;
        return found;
      }
    }
  });
}

function isTable(block: Block | undefined): boolean {
  return block?.kind === 'row' || block?.kind === 'header';
}

/** Whether an item of the same list is the next one. */
function isNext(line: string, other: string): boolean {
  return countsOn(listMark(line), listMark(other));
}
