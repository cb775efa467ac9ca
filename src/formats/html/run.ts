import type { Kind } from '../../document/block.ts';
import type { Piece } from '../compose.ts';
import type { Place } from './place.ts';

/** A piece of a page, and what is known of where it stands. */
export interface PagePiece extends Piece {
  /** Whether more than half of it leads elsewhere. */
  readonly links: boolean;
  readonly inMain: boolean;
  readonly bold: boolean;
  /** Whether it may only repeat a sentence of the text. */
  readonly pulled: boolean;
}

/** A row that is longer, in UTF-16 units, is there for the layout: its cells are read one after the other. */
const LONGEST_ROW = 600;

/** Soft hyphens, places where a word may be broken, and what no browser shows. */
const UNSEEN = /[\u00ad\u200b\ufeff\0]/g;

/** The text between the beginnings and ends of blocks, its white space as a browser shows it. */
export class Run {
  private parts: string[] = [];
  private letters = 0;
  private linked = 0;
  private bold = 0;
  private cited = 0;
  private pictured = false;
  private below = false;
  private spaced = true;

  add(text: string, { pre, link, style }: Place): void {
    let shown = pre ? text : text.replace(/[ \t\n\f\r]+/g, ' ');
    if (this.spaced && !pre && shown.startsWith(' ')) shown = shown.slice(1);
    if (shown === '') return;
    this.parts.push(shown);
    this.spaced = /[ \n]$/.test(shown);
    this.letters += shown.length;
    if (link) this.linked += shown.length;
    if (style === 'bold') this.bold += shown.length;
    if (style === 'cite') this.cited += shown.length;
  }

  /** A picture, below which its caption may stand. */
  picture(): void {
    this.pictured = this.letters === 0;
  }

  /** Breaks the line. @returns whether that ends the run where lines are not kept as they are: it is the second break in a row, or below a heading */
  break({ pre, kind, inCell }: Place): boolean {
    if (!pre && this.parts.at(-1) === '\n') return true;
    if (!pre && kind === 'paragraph' && !inCell && this.bold > 0 && this.isBold() && names(this.parts.join('').trim())) return true;
    this.below ||= this.pictured && this.letters === 0;
    if (pre || this.parts.length > 0) this.parts.push('\n');
    this.spaced = true;
    return false;
  }

  private isBold(): boolean {
    return this.letters > 0 && this.bold >= this.letters - 1;
  }

  /** Ends the run: its piece, if there is one. */
  take({ kind: around, level, item, pre, inMain, inCell, pulled }: Place): PagePiece | undefined {
    const text = this.parts.join('').replace(UNSEEN, '');
    const { letters, linked, cited, below } = this;
    const bold = this.isBold();
    this.parts = [];
    this.pictured = this.below = false;
    this.letters = this.linked = this.bold = this.cited = 0;
    this.spaced = true;
    if (text.trim() === '') return undefined;
    const content = pre
      ? text
          .replace(/\r\n?/g, '\n')
          .replace(/^(?:[^\S\n]*\n)+/, '')
          .trimEnd()
      : text.trim().replace(/ *\n */g, '\n');
    const marker = item?.marker ?? '';
    if (item) item.marker = '';
    const whole = { marker, content, links: linked * 2 > letters, inMain: inMain ?? false, bold, pulled: pulled ?? false };
    if (around === 'quotation' && cited === letters) return { kind: 'caption', ...whole };
    if (around === 'paragraph' && below && content.length <= LONGEST_CAPTION) return { kind: 'caption', ...whole };
    if (around === 'byline' && content.length > LONGEST_BYLINE) return { kind: 'paragraph', ...whole };
    if (around === 'paragraph' && !inCell && bold && names(content)) return { kind: 'heading', level: 6, ...whole };
    const asked = asks(around, level, content);
    return { kind: asked ? 'question' : around, ...whole, ...(level && !asked && { level }) };
  }
}

/** What is longer is a text, in UTF-16 units. */
const LONGEST_CAPTION = 200;
const LONGEST_BYLINE = 160;

/** Whether a line in bold letters stands for a heading. */
const names = (line: string) =>
  line.length <= 80 && /^[\p{Lu}\p{N}]/u.test(line) && !/[\p{Sentence_Terminal}:,;…\n]["'”’»)\]]*$/u.test(line);

/** Whether a term or a summary is the question of an FAQ. */
function asks(kind: Kind, level: number | undefined, content: string): boolean {
  return (kind === 'label' || (kind === 'heading' && level === 6)) && /[?？؟]$/.test(content);
}

export interface Row {
  readonly from: number;
  readonly cells: { readonly from: number; readonly names: boolean }[];
}

/** A row of a table as one piece, unless the table is there for the layout: then its cells are as they are. */
export function asRow(pieces: PagePiece[], { from, cells }: Row): PagePiece[] {
  const length = pieces.reduce((sum, { content }) => sum + content.length, 0);
  const plain = pieces.every(({ kind }) => kind === 'paragraph' || kind === 'item');
  if (cells.length === 0 || !plain || length > LONGEST_ROW) return pieces;
  const contents = cells.map((cell, at) =>
    pieces
      .slice(at === 0 ? 0 : cell.from - from, (cells[at + 1]?.from ?? from + pieces.length) - from)
      .map(({ content }) => content.replaceAll('\n', ' '))
      .join(' '),
  );
  const inBold = pieces.every(({ bold, content }) => bold && !/\d/.test(content));
  const names = cells.every((cell) => cell.names) || inBold;
  if (cells.length < 2) return names ? pieces.map((piece) => ({ ...piece, kind: 'label' })) : pieces;
  const content = contents.join(' | ').trim();
  return [
    {
      kind: names ? 'header' : 'row',
      marker: '',
      content,
      links: pieces.every(({ links }) => links),
      inMain: pieces[0]?.inMain ?? false,
      bold: inBold,
      pulled: false,
    },
  ];
}
