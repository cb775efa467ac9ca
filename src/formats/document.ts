import type { About } from '../document/about.ts';
import type { Block } from '../document/block.ts';
import type { Apart } from './html/apart.ts';

/** What a file holds. */
export interface Document {
  readonly about: Partial<About>;
  readonly text: string;
  /** Undefined: the text tells. */
  readonly blocks?: readonly Block[];
  /** Undefined: nothing was, or it is no page. */
  readonly leftOut?: LeftOut;
}

/** What stands on a page and was not kept, by pieces: a menu's entry, a paragraph of a comment. */
export interface LeftOut {
  /** The first ones, in the page's order: what each probably is, and its first words. */
  readonly lines: readonly { readonly kind: Apart; readonly text: string }[];
  /** How many there are of each kind. */
  readonly counts: Readonly<Partial<Record<Apart, number>>>;
}
