import type { Phrase } from './phrase.ts';

/** A question, and what was said before it: the latest turn first. */
export interface Asked {
  readonly question: string;
  readonly before: readonly Earlier[];
}

/** A turn of the talk before: its question, and the sentence that answered it; without one, the text didn't say. */
export interface Earlier {
  readonly question: string;
  readonly sentence?: string;
}

/** Sentences of a text that are read together, in its order. */
export interface Window {
  readonly sentences: readonly string[];
  /** The number of the paragraph, or of another block, that each stands in. */
  readonly paragraphs: readonly number[];
  readonly beginsText: boolean;
}

/** What a window says to a question: of as many of its sentences as there was room for, from the first. */
export interface WindowReading {
  /** How much better each sentence answers than "none of these" does: the difference of two scores, about -6 to 6. */
  readonly margins: readonly number[];
  /** The phrase of each that would answer. */
  readonly phrases: readonly (Phrase | undefined)[];
}

/** Who waits, by a name of theirs: several questions of one person wait behind those of others. */
export type Person = string;

/** What nobody waits for is read when it is quiet, behind everything. */
export const NOBODY: Person = '';

/** What reads a question and a text together. */
export interface Reader {
  /** Reads windows; what is asked at once waits in turn. @throws Error where the model can't read */
  read(asked: Asked, windows: readonly Window[], by: Person): Promise<readonly WindowReading[]>;
  /** How much of a window a sentence takes: a window has room for `WINDOW_SIZE`. */
  sizeOf(sentence: string): number;
  /** So many windows are read for a question, at most. */
  readonly most: number;
  /** Whether a word in lower case is known from outside the text. */
  knows(word: string): boolean;
  /** In about how many milliseconds a question would be answered that is asked now. */
  readonly wait: number;
}
