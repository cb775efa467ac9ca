import type { Result } from '../reply.ts';

/** What somebody does. */
export type Kind = 'command' | 'button' | 'menu' | 'form' | 'autocomplete' | 'message';

/** How the connection to Discord is. */
export interface Connected {
  readonly ready: boolean;
  /** How long Discord takes to answer a heartbeat, in milliseconds; below 0 where that is not known. */
  readonly ping: number;
  readonly guilds: number;
}

/** Is told what happens, to count it: never who, where or what about. */
export interface Meter {
  /** Something that somebody did has come to its end. @param ms since it came in */
  done(kind: Kind, result: Result, ms: number): void;
  /** Discord has taken the first answer to an interaction. @param ms since it came in */
  acknowledged(ms: number): void;
  /** Where to look for how the connection is. */
  connection(look: () => Connected): void;
}
