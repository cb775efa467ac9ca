import type { Asks } from '../answering/asks.ts';

/** What has been said in a conversation so far, as far as the next question may refer to it. */
export interface Said {
  readonly asks: Asks;
  /** The words of the article that the last question was looked up by, in lower case, and how much each of them was its own: 1, or less for those of the questions before it. */
  readonly terms: readonly (readonly [word: string, share: number])[];
  /** What the talk is about, in words of the question or of the article. */
  readonly about: string;
  /** The sentences quoted so far, counting from 0, the last one first; never empty. */
  readonly quoted: readonly number[];
}
