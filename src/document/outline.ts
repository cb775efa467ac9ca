import type { Block, Kind } from './block.ts';
import { isTurn } from './questions.ts';

const NOTHING: readonly undefined[] = [];

/**
 * What each block stands under: the number of the header row, lead-in, question, label or heading that it belongs to, the nearest one;
 * undefined where there is none. What these stand under themselves is found at their own numbers.
 * @returns one for each block, in order: a number of a block before it
 */
export function outline(text: string, blocks: readonly Block[]): readonly (number | undefined)[] {
  const headings: { at: number; level: number }[] = [];
  let [label, question, leadIn, header]: readonly (number | undefined)[] = NOTHING;
  let completes: Kind | undefined; // what the lead-in was followed by
  let turn = false; // the question was somebody's in a talk, and one paragraph answers it
  return blocks.map(({ kind, level = 1, content }, at) => {
    const heading = headings.at(-1)?.at;
    switch (kind) {
      case 'title':
      case 'separator':
      case 'heading': {
        [label, question, leadIn, header] = NOTHING;
        if (kind !== 'heading') {
          if (kind === 'title') headings.length = 0;
          return undefined;
        }
        while (level <= (headings.at(-1)?.level ?? 0)) headings.pop();
        const above = headings.at(-1)?.at;
        headings.push({ at, level });
        return above;
      }
      case 'label':
        [question, leadIn, header] = NOTHING;
        label = at;
        return heading;
      case 'question':
        [leadIn, header] = NOTHING;
        question = at;
        turn = isTurn(text.slice(content.start, content.end));
        return label ?? heading;
      case 'lead-in':
        header = completes = undefined;
        leadIn = at;
        return question ?? label ?? heading;
      case 'header':
        header = at;
        return leadIn ?? question ?? label ?? heading;
      case 'byline':
      case 'caption':
      case 'reference':
        return heading;
      default: {
        if (kind !== 'row') header = undefined;
        if (completes !== undefined && (completes !== kind || kind === 'paragraph')) leadIn = undefined;
        if (leadIn !== undefined) completes = kind;
        const found = header ?? leadIn ?? question ?? label ?? heading;
        if (turn && kind === 'paragraph') question = undefined;
        return found;
      }
    }
  });
}
