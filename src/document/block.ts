import type { Span } from './span.ts';

/**
 * What a block of a document is. Titles, headings, bylines, captions, labels, questions, lead-ins, header rows, references and separators are read,
 * as what stands around the rest, and never quoted as an answer.
 */
export type Kind =
  | 'title'
  | 'heading'
  /** Who wrote, photographed or edited it, and when it was published. */
  | 'byline'
  /** Prose: sentences are found in it. */
  | 'paragraph'
  /** Of a list. */
  | 'item'
  /** Of a table. */
  | 'row'
  /** The row of a table that names its columns. */
  | 'header'
  | 'quotation'
  | 'code'
  /** What a picture shows and whose it is; "Read more: …", and other lines that lead elsewhere. */
  | 'caption'
  /** A line that says whose or which the lines below it are: a speaker, a time, a place. */
  | 'label'
  /** The question line of an FAQ or an interview. */
  | 'question'
  /** A line that ends in a colon: what is below it completes it. */
  | 'lead-in'
  /** Where a link or a note leads. */
  | 'reference'
  /** "* * *", "-----". */
  | 'separator';

/** A piece of a document. The blocks of a document are in its order, don't overlap, and nothing but white space is between them. */
export interface Block extends Span {
  readonly kind: Kind;
  /** What is text in it: bullets, pipes, hashes and fences left out. Empty for a separator. */
  readonly content: Span;
  /** Of a heading: 1 to 6. Of an item, and of a lead-in that is one: how deep in lists it is, from 1. */
  readonly level?: number;
}

const QUOTED: ReadonlySet<Kind> = new Set<Kind>(['paragraph', 'item', 'row', 'quotation', 'code']);

/** Whether what is in such a block can answer. */
export function answers({ kind }: Block): boolean {
  return QUOTED.has(kind);
}
