/** "[1]", "[citation needed]" behind what stops. */
const MARKS = /(?:\s?\[[^[\]]{1,20}\])+$/;

/** How a line ends, reference marks left out: its last few UTF-16 units. */
export function lineEnd(line: string): string {
  return line.slice(-60).replace(MARKS, '').slice(-12);
}
