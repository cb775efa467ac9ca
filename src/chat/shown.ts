import { parse } from 'discord-markdown-parser';

/** A piece of a message as Discord's client shows it. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'quote' | 'small'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'link'; readonly to: string; readonly text: string }
  /** `at` in seconds since 1970; `style` as Discord has it: "R" is how long it is until or since then. */
  | { readonly kind: 'time'; readonly at: number; readonly style: string };

/** What the parser gives. */
interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
  readonly name?: string;
  readonly timestamp?: string;
  readonly format?: string;
}

/**
 * The parser makes blanks of tabs, and nothing of form feeds: while it works, characters that Unicode leaves to programs stand for them
 * (https://www.unicode.org/faq/private_use.html#nonchar1).
 */
const [TAB, FEED] = ['\uFDD0', '\uFDD1'];

/** The Markdown of a message as it is shown. What the bot doesn't write is shown as its text alone. */
export function shown(content: string): Piece[] {
  // The parser forgets behind a block quote that a line begins: each run of such lines, and each other line, gets a parse of its own.
  const parts =
    content
      .replaceAll('\t', TAB)
      .replaceAll('\f', FEED)
      .match(/(?:(?<![^\n])> [^\n]*\n?)+|(?<![^\n])[^\n]*\n?/g)
      ?.filter(Boolean) ?? [];
  return joined(
    parts.flatMap((part, i) => {
      const pieces = piecesOf(parse(part.replace(/\n$/, ''), 'extended') as unknown as Node[]);
      const isBlock = /^(?:> |-# )/.test(part);
      return isBlock || i === parts.length - 1 ? pieces : [...pieces, { kind: 'text', text: '\n' } as const];
    }),
  );
}

function piecesOf(nodes: readonly Node[]): Piece[] {
  return joined(nodes.map(pieceOf));
}

function pieceOf(node: Node): Piece {
  const { type, content = '', target = '', name = '', timestamp, format } = node;
  const inner = () => (typeof content === 'string' ? [{ kind: 'text', text: content } as const] : piecesOf(content));
  switch (type) {
    case 'strong':
      return { kind: 'bold', pieces: inner() };
    case 'blockQuote':
      return { kind: 'quote', pieces: withoutLastBreak(inner()) };
    case 'subtext':
      return { kind: 'small', pieces: inner() };
    case 'url':
    case 'autolink':
    case 'link':
      return { kind: 'link', to: target, text: type === 'link' ? textOf(inner()) : target };
    case 'timestamp':
      return { kind: 'time', at: Number(timestamp), style: format ?? 'f' };
    case 'br':
    case 'newline':
      return { kind: 'text', text: '\n' };
    case 'twemoji':
      return { kind: 'text', text: name };
    default:
      return { kind: 'text', text: textOf(inner()) };
  }
}

/** What pieces say. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => ('pieces' in piece ? textOf(piece.pieces) : 'text' in piece ? piece.text : '')).join('');
}

/** Texts that stand side by side as one, with their tabs. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const before = all.at(-1);
    if (piece.kind === 'text' && before?.kind === 'text') all[all.length - 1] = { kind: 'text', text: before.text + withTabs(piece.text) };
    else all.push(piece.kind === 'text' ? { kind: 'text', text: withTabs(piece.text) } : piece);
  }
  return all;
}

function withTabs(text: string): string {
  return text.replaceAll(TAB, '\t').replaceAll(FEED, '\f');
}

function withoutLastBreak(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, i) =>
    i === pieces.length - 1 && piece.kind === 'text' ? { kind: 'text', text: piece.text.replace(/\n$/, '') } : piece,
  );
}
