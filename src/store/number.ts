import { randomInt } from 'node:crypto';

/** Numbers of records are below this: nine digits in base 36 hold them. */
const NUMBERS = 2 ** 46;

/** A number for a new record, which no process that shares the store will give to another. */
export function newNumber(): number {
  return randomInt(NUMBERS);
}
