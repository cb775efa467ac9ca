import type { About } from '../document/about.ts';
import type { Block } from '../document/block.ts';

/** What a file holds. */
export interface Document {
  readonly about: Partial<About>;
  readonly text: string;
  /** Undefined: the text tells. */
  readonly blocks?: readonly Block[];
}
