import type { TreeCursor } from '@lezer/common';
import type { Span } from '../document/span.ts';
import { markdownParser } from './markdown-parser.ts';

/** A piece of Markdown that nothing else is nested in. */
export interface Leaf extends Span {
  readonly as:
    | 'prose'
    | 'quotation'
    | 'item'
    | 'heading'
    | 'underlined'
    | 'header'
    | 'row'
    | 'code'
    | 'indented'
    | 'html'
    | 'reference'
    | 'separator';
  /** Where what is written in it stands, marks left out; the whole leaf, if not said. */
  readonly content?: Span;
  /** Of a heading: 1 to 6. Of an item: how deep in lists it is, from 1. */
  readonly level?: number;
}

export interface Leaves {
  /** In their order. Between them there are only marks: bullets, `>`, `[^1]:`. */
  readonly leaves: readonly Leaf[];
  /** The `>` of quotations, which stand inside leaves too, at the beginnings of their lines. In their order. */
  readonly marks: readonly Span[];
}

/** @param text with `\n` at the end of each line */
export function readLeaves(text: string): Leaves {
  const leaves: Leaf[] = [];
  const marks: Span[] = [];
  walk(markdownParser.parse(text).cursor(), { depth: 0, quoted: false }, leaves, marks);
  return { leaves, marks };
}

interface Place {
  /** How many lists it is in. */
  readonly depth: number;
  readonly quoted: boolean;
}

const NESTS: ReadonlySet<string> = new Set(['BulletList', 'OrderedList', 'ListItem', 'Blockquote', 'Footnote']);

function walk(cursor: TreeCursor, place: Place, leaves: Leaf[], marks: Span[]): void {
  if (!cursor.firstChild()) return;
  let item: number | undefined; // where the item begins whose text comes next
  do {
    const { name, from: start, to: end } = cursor;
    if (name === 'QuoteMark') marks.push({ start, end });
    else if (name === 'ListMark')
      item = end - start > 1 ? start : end; // a number says which rule or step it is
    else {
      if (NESTS.has(name))
        walk(cursor, { depth: place.depth + Number(name.endsWith('List')), quoted: place.quoted || name === 'Blockquote' }, leaves, marks);
      else for (const leaf of leavesOf({ name, start, end }, childrenOf(cursor, marks), place, item)) leaves.push(leaf);
      item = undefined;
    }
  } while (cursor.nextSibling());
  cursor.parent();
}

interface Node extends Span {
  readonly name: string;
}

function childrenOf(cursor: TreeCursor, marks: Span[]): Node[] {
  const children: Node[] = [];
  if (!cursor.firstChild()) return children;
  do {
    const { name, from: start, to: end } = cursor;
    if (name === 'QuoteMark') marks.push({ start, end });
    else children.push({ name, start, end });
  } while (cursor.nextSibling());
  cursor.parent();
  return children;
}

function leavesOf({ name, start, end }: Node, children: readonly Node[], { depth, quoted }: Place, item: number | undefined): Leaf[] {
  switch (name) {
    case 'Paragraph':
      if (item !== undefined) return [{ as: 'item', start: item, end, level: depth }];
      return [{ as: quoted ? 'quotation' : 'prose', start, end }];
    case 'Table':
      return rowsOf(children);
    case 'FencedCode':
    case 'CodeBlock': {
      const lines = children.filter((child) => child.name === 'CodeText');
      return [
        {
          as: name === 'CodeBlock' ? 'indented' : 'code',
          start,
          end,
          content: { start: lines[0]?.start ?? end, end: lines.at(-1)?.end ?? end },
        },
      ];
    }
    case 'HTMLBlock':
      return [{ as: 'html', start, end }];
    case 'HorizontalRule':
      return [{ as: 'separator', start, end }];
    case 'SetextHeading1':
    case 'SetextHeading2':
      return [{ as: 'underlined', start, end, content: { start, end: children.at(-1)?.start ?? end }, level: Number(name.at(-1)) }];
    default: {
      if (!name.startsWith('ATXHeading')) return [{ as: 'reference', start, end }]; // link definitions, comments, instructions
      const [opening, closing] = children;
      const content = { start: opening?.end ?? start, end: closing?.start ?? end };
      return [{ as: 'heading', start, end, content, level: Number(name.at(-1)) }];
    }
  }
}

/** The row of hyphens belongs to the header above it. */
function rowsOf(children: readonly Node[]): Leaf[] {
  const line = children.find(({ name }) => name === 'TableDelimiter');
  return children.flatMap(({ name, start, end }): Leaf[] => {
    if (name === 'TableRow') return [{ as: 'row', start, end }];
    return name === 'TableHeader' ? [{ as: 'header', start, end: line?.end ?? end, content: { start, end } }] : [];
  });
}
