import { Parser } from 'htmlparser2';
import type { Kind } from '../document/block.ts';
import type { Piece } from './compose.ts';
import { enter, type Place } from './html-place.ts';
import { CHARACTERS } from './too-long.ts';

/** A piece of a page, and what is known of where it stands. */
export interface PagePiece extends Piece {
  /** Whether more than half of it leads elsewhere. */
  readonly links: boolean;
  readonly inMain: boolean;
}

/** What a browser would show of a page. */
export interface Page {
  readonly pieces: readonly PagePiece[];
  /** What it says of itself: "title", "canonical", "saved from" (browsers write where they had it), and by name or property what `<meta>` says. */
  readonly head: ReadonlyMap<string, string>;
  /** How much work it is for who reads it as a tree, about one for each tag and text, and how deep its elements are in one another. */
  readonly nodes: number;
  readonly depth: number;
}

/** Elements that begin a line, by the style sheet that browsers start from. */
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p pre search section summary table tbody
  td tfoot th thead title tr ul`.split(/\s+/),
);

/** A row that is longer, in UTF-16 units, is there for the layout: its cells are read one after the other. */
const LONGEST_ROW = 600;

/** Soft hyphens, places where a word may be broken, and what no browser shows. */
const UNSEEN = /[\u00ad\u200b\ufeff\0]/g;

/** Deeper in one another than browsers and people go. */
const DEEPEST = 5000;

/** A page of more nodes is a list of data: a novel has some ten thousand. */
const MOST_NODES = 1_000_000;

/** Reads no page whose elements are more than `DEEPEST` deep in one another, or more than `MOST_NODES`, nor one of too many letters. Nothing of it runs, and nothing is fetched. */
export function readPage(html: string): Page | 'too deep' | 'too large' {
  const pieces: PagePiece[] = [];
  const head = new Map<string, string>();
  const places: Place[] = [{ kind: 'paragraph' }];
  const rows: Row[] = [];
  const run = new Run();
  let [nodes, depth, letters, title]: [number, number, number, string | undefined] = [0, 0, 0, undefined];
  const here = () => places.at(-1) as Place;
  const flush = () => {
    for (const piece of run.take(here())) pieces.push(piece);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        nodes += 1 + Object.keys(attributes).length / 4;
        if (BLOCKS.has(name)) flush();
        if (name === 'title' && !here().hidden) title ??= '';
        if (name === 'meta' || name === 'link') note(head, name, attributes);
        places.push(enter(here(), name, attributes));
        depth = Math.max(depth, places.length);
        if (depth > DEEPEST) parser.pause();
        if (here().hidden) return;
        if (name === 'br') run.add('\n', here(), true);
        if (name === 'q') run.add('“', here());
        if (name === 'hr') pieces.push({ kind: 'separator', marker: '', content: '* * *', links: false, inMain: here().inMain ?? false });
        if (name === 'tr') rows.push({ from: pieces.length, cells: [] });
        if (name === 'td' || name === 'th')
          rows.at(-1)?.cells.push({ from: pieces.length, names: name === 'th' || (here().inHead ?? false) });
      },
      ontext(text) {
        nodes += 1 + (text.match(/[&<>\u00a0]/g)?.length ?? 0); // each of these ends a text where it is written as an entity
        if (title !== undefined && !head.has('title')) title += text;
        else if (!here().hidden) {
          letters += text.length;
          run.add(text, here());
        }
      },
      oncomment(text) {
        const [, url] = /^\s*saved from url=\(\d+\)(\S+)/.exec(text) ?? [];
        if (url) head.set('saved from', url);
      },
      onclosetag(name) {
        if (name === 'title' && title !== undefined && !head.has('title')) head.set('title', title);
        if (name === 'q' && !here().hidden) run.add('”', here());
        if (BLOCKS.has(name)) flush();
        const { hidden } = here();
        if (places.length > 1) places.pop(); // at the end of the page the parser also closes what never quite began
        if (name === 'tr' && !hidden) {
          const row = rows.pop();
          for (const piece of row ? asRow(pieces.splice(row.from), row) : []) pieces.push(piece);
        }
      },
    },
    { decodeEntities: true },
  );
  for (let at = 0; at < html.length; at += CHUNK) {
    parser.write(html.slice(at, at + CHUNK));
    if (depth > DEEPEST) return 'too deep';
    if (nodes > MOST_NODES || letters > CHARACTERS) return 'too large';
  }
  parser.end();
  flush();
  return { pieces, head, nodes, depth };
}

/** So much is parsed before another look at how deep and how large it is. */
const CHUNK = 10_000;

/** The text between the beginnings and ends of blocks, its white space as a browser shows it. */
class Run {
  private parts: string[] = [];
  private letters = 0;
  private linked = 0;
  private spaced = true;

  add(text: string, { pre, link }: Place, breaks = false): void {
    let shown = pre || breaks ? text : text.replace(/[ \t\n\f\r]+/g, ' ');
    if (this.spaced && !pre && shown.startsWith(' ')) shown = shown.slice(1);
    if (shown === '') return;
    this.parts.push(shown);
    this.spaced = /[ \n]$/.test(shown);
    this.letters += shown.length;
    if (link) this.linked += shown.length;
  }

  /** Ends the run: its pieces, which two line breaks in a row part from each other. */
  take({ kind, level, item, pre, inMain }: Place): PagePiece[] {
    const text = this.parts.join('').replace(UNSEEN, '');
    const links = this.linked * 2 > this.letters;
    this.parts = [];
    this.letters = this.linked = 0;
    this.spaced = true;
    if (text.trim() === '') return [];
    const contents = pre
      ? [
          text
            .replace(/\r\n?/g, '\n')
            .replace(/^(?:[^\S\n]*\n)+/, '')
            .trimEnd(),
        ]
      : text
          .trim()
          .replace(/[ \n]*\n[ \n]*/g, (gap) => (gap.split('\n').length > 2 ? '\n\n' : '\n'))
          .split('\n\n');
    return contents.map((content) => {
      const marker = item?.marker ?? '';
      if (item) item.marker = '';
      const asked = asks(kind, level, content);
      return { kind: asked ? 'question' : kind, marker, content, links, inMain: inMain ?? false, ...(level && !asked && { level }) };
    });
  }
}

/** Whether a term or a summary is the question of an FAQ. */
function asks(kind: Kind, level: number | undefined, content: string): boolean {
  return (kind === 'label' || (kind === 'heading' && level === 6)) && /[?？؟]$/.test(content);
}

interface Row {
  readonly from: number;
  readonly cells: { readonly from: number; readonly names: boolean }[];
}

/** A row of a table as one piece, unless the table is there for the layout: then its cells are as they are. */
function asRow(pieces: PagePiece[], { from, cells }: Row): PagePiece[] {
  const length = pieces.reduce((sum, { content }) => sum + content.length, 0);
  const plain = pieces.every(({ kind }) => kind === 'paragraph' || kind === 'item');
  if (cells.length === 0 || !plain || length > LONGEST_ROW) return pieces;
  const contents = cells.map((cell, at) =>
    pieces
      .slice(at === 0 ? 0 : cell.from - from, (cells[at + 1]?.from ?? from + pieces.length) - from)
      .map(({ content }) => content.replaceAll('\n', ' '))
      .join(' '),
  );
  const names = cells.every((cell) => cell.names);
  if (cells.length < 2) return names ? pieces.map((piece) => ({ ...piece, kind: 'label' })) : pieces;
  const content = contents.join(' | ').trim();
  return [
    { kind: names ? 'header' : 'row', marker: '', content, links: pieces.every(({ links }) => links), inMain: pieces[0]?.inMain ?? false },
  ];
}

function note(head: Map<string, string>, name: string, attributes: Readonly<Record<string, string>>): void {
  const [key, value] =
    name === 'link'
      ? [/\bcanonical\b/i.test(attributes.rel ?? '') ? 'canonical' : undefined, attributes.href]
      : [attributes.property ?? attributes.name ?? attributes.itemprop, attributes.content];
  if (key && value && !head.has(key.toLowerCase())) head.set(key.toLowerCase(), value);
}
