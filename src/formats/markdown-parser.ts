import { type BlockContext, type Line, type MarkdownConfig, parser, Table } from '@lezer/markdown';

/** Lists and quotations are read to this depth, counted in their marks; below it a line is a paragraph, marks and all. Each level costs time on every line. */
const DEEPEST = 40;

const tooDeep: MarkdownConfig = {
  parseBlock: [
    {
      name: 'TooDeep',
      before: 'Footnote',
      parse(context, line) {
        if (context.depth < DEEPEST) return false;
        const from = context.lineStart + line.pos;
        const to = context.lineStart + line.text.length;
        context.nextLine();
        context.addElement(context.elt('Paragraph', from, to));
        return true;
      },
    },
  ],
};

const REFERENCE =
  /^\[(?!\^)[^\]]{1,300}\]:[ \t]*(?:<[^<>]*>|[a-z]+:\S+|[#/.]\S+|\S+?[/.][^\s/.]\S*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$/i;
const FOOTNOTE = /^\[\^[^\]\s]{1,300}\]:[ \t]*/;

/** What such a line begins with, if it does: a definition may stand right under other lines, as people write them. */
function definition(line: Line, pattern: RegExp): RegExpExecArray | null {
  if (line.next !== 91 /* [ */ || line.indent >= line.baseIndent + 4) return null;
  return pattern.exec(line.text.slice(line.pos));
}

/** `[rules]: https://…` on one line. The library's own reads on over lines, again from the beginning for each line of an open title. */
const references: MarkdownConfig = {
  parseBlock: [
    {
      name: 'LinkReference',
      parse(context, line) {
        if (!definition(line, REFERENCE)) return false;
        const from = context.lineStart + line.pos;
        const to = context.lineStart + line.text.length;
        context.nextLine();
        context.addElement(context.elt('LinkReference', from, to));
        return true;
      },
      endLeaf: (_context, line) => definition(line, REFERENCE) !== null,
    },
  ],
};

/** `[^1]: A note.`, and what is indented below it. */
const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'Footnote',
      block: true,
      composite(_context: BlockContext, line: Line) {
        if (line.pos === line.text.length) return true;
        if (line.indent < line.baseIndent + 4) return false;
        line.moveBaseColumn(line.baseIndent + 4);
        return true;
      },
    },
  ],
  parseBlock: [
    {
      name: 'Footnote',
      before: 'LinkReference',
      parse(context, line) {
        const mark = definition(line, FOOTNOTE);
        if (!mark) return false;
        context.startComposite('Footnote', line.pos);
        line.moveBase(line.pos + mark[0].length);
        return null;
      },
      endLeaf: (_context, line) => definition(line, FOOTNOTE) !== null,
    },
  ],
};

/** Only blocks are asked of the parser: what stands inside a line is the reader's. */
const blocksOnly: MarkdownConfig = {
  remove: ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'LinkEnd'],
  parseInline: [{ name: 'Nothing', parse: (context) => context.end }],
};

/** Reads Markdown, as CommonMark has it, with tables and footnotes, into a tree of its blocks. */
export const markdownParser = parser.configure([blocksOnly, Table, references, footnotes, tooDeep]);
