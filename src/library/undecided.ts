import { type Held, openHeld } from './held.ts';

/** A text that may be meant. */
export interface Candidate {
  readonly title: string;
  readonly fingerprint: string;
}

/** What somebody asked without saying of which text: it waits until they choose one. */
export interface Undecided {
  readonly user: string;
  /** The command's name. */
  readonly command: string;
  /** What was typed behind it, and chosen. */
  readonly text: string;
  readonly choice?: string;
  readonly private: boolean;
  readonly open?: boolean;
  readonly texts: readonly Candidate[];
}

export function openUndecided(now?: () => number): Held<Undecided> {
  return openHeld(({ text, texts }) => text.length + texts.length * 100, now);
}
