import { Parser } from 'htmlparser2';
import { CHARACTERS } from '../too-long.ts';
import { enter, type Place } from './place.ts';
import { type Region, Regions } from './regions.ts';
import { asRow, type PagePiece, type Row, Run } from './run.ts';

/** What a browser would show of a page. */
export interface Page {
  readonly pieces: readonly PagePiece[];
  /** What may stand beside its text, in the order in which it ends. */
  readonly regions: readonly Region[];
  /** The cells of tables that are there for the layout, the inner ones first: from which piece on, and up to which. */
  readonly cells: readonly (readonly [from: number, to: number])[];
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
  const cells: (readonly [number, number])[] = [];
  const regions = new Regions();
  const run = new Run();
  let [nodes, depth, letters, title]: [number, number, number, string | undefined] = [0, 0, 0, undefined];
  const here = () => places.at(-1) as Place;
  const flush = () => {
    const piece = run.take(here());
    if (piece) pieces.push(piece);
  };
  const closeRow = (row: Row) => {
    const laid = pieces.splice(row.from);
    const shown = asRow(laid, row);
    for (const piece of shown) pieces.push(piece);
    if (shown.length < laid.length) regions.join(row.from);
    else for (const [at, { from }] of row.cells.entries()) cells.push([from, row.cells[at + 1]?.from ?? pieces.length]);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        nodes += 1 + Object.keys(attributes).length / 4;
        if (BLOCKS.has(name)) flush();
        if (name === 'title' && !here().hidden) title ??= '';
        if (name === 'meta' || name === 'link') note(head, name, attributes);
        regions.open(here(), name, attributes, pieces.length, parser.startIndex);
        places.push(enter(here(), name, attributes));
        depth = Math.max(depth, places.length);
        if (depth > DEEPEST) parser.pause();
        if (here().hidden) return;
        if (name === 'br' && run.break(here())) flush();
        if (name === 'img') run.picture();
        if (name === 'q') run.add('“', here());
        if (name === 'hr')
          pieces.push({
            kind: 'separator',
            marker: '',
            content: '* * *',
            links: false,
            inMain: here().inMain ?? false,
            bold: false,
            pulled: false,
          });
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
      onclosetag(name, implied) {
        if (name === 'title' && title !== undefined && !head.has('title')) head.set('title', title);
        if (name === 'q' && !here().hidden) run.add('”', here());
        if (BLOCKS.has(name)) flush();
        const { hidden } = here();
        if (places.length > 1) places.pop(); // at the end of the page the parser also closes what never quite began
        if (name === 'tr' && !hidden) {
          const row = rows.pop();
          if (row) closeRow(row);
        }
        regions.close(pieces.length, implied ? parser.startIndex : parser.endIndex + 1);
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
  return { pieces, regions: regions.closed, cells, head, nodes, depth };
}

/** So much is parsed before another look at how deep and how large it is. */
const CHUNK = 10_000;

function note(head: Map<string, string>, name: string, attributes: Readonly<Record<string, string>>): void {
  const [key, value] =
    name === 'link'
      ? [/\bcanonical\b/i.test(attributes.rel ?? '') ? 'canonical' : undefined, attributes.href]
      : [attributes.property ?? attributes.name ?? attributes.itemprop, attributes.content];
  if (key && value && !head.has(key.toLowerCase())) head.set(key.toLowerCase(), value);
}
