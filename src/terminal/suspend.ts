import type { Interface } from 'node:readline';

/** Where the system doesn't stop the program, it goes on after so many milliseconds. */
const STOPPED = 100;

/**
 * Ctrl-Z stops the program, with npm, which waits for it: readline would stop the program alone, and no shell would notice. When it goes on, the
 * terminal gives it each key again.
 * @param goesOn is told that
 * @returns leaves that to readline again
 */
export function suspendable(readline: Interface, input: { setRawMode?(is: boolean): unknown }, goesOn: () => void): () => void {
  const restore = () => {
    input.setRawMode?.(false); // the shell has changed what the terminal does, which isn't known here: "on" alone would do nothing
    input.setRawMode?.(true);
    goesOn();
  };
  readline.on('SIGTSTP', () => {
    input.setRawMode?.(false);
    process.kill(0, 'SIGTSTP');
    setTimeout(restore, STOPPED);
  });
  process.on('SIGCONT', restore);
  return () => void process.off('SIGCONT', restore);
}
