import { setTimeout as after } from 'node:timers/promises';

/** It is quiet when nobody has asked for so many milliseconds. */
const QUIET = 2000;

/** Knows when somebody asked last. */
export interface Quiet {
  /** Somebody asks. */
  disturb(): void;
  /** When it is quiet. The process may end before. */
  wait(): Promise<void>;
}

export function openQuiet(): Quiet {
  let disturbed = performance.now();
  const left = () => disturbed + QUIET - performance.now();
  return {
    disturb: () => {
      disturbed = performance.now();
    },
    wait: async () => {
      while (left() > 0) await after(left(), undefined, { ref: false });
    },
  };
}
