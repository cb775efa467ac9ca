import { expect, test } from 'vitest';
import { openHeld } from '../../src/library/held.ts';

const MINUTE = 60_000;
let at = 0;
const held = () =>
  openHeld<string>(
    ({ length }) => length * 10_000,
    () => at,
  );

test('what nobody decides on is let go after a quarter of an hour', () => {
  const some = held();
  const id = some.keep('a');
  at += 15 * MINUTE;
  expect(some.get(id)).toBe('a');
  at += 1;
  expect(some.get(id)).toBeUndefined();
});

test('what is kept again stays as long as what is new', () => {
  const some = held();
  const id = some.keep('a');
  at += 10 * MINUTE;
  some.keep('b', id);
  at += 10 * MINUTE;
  expect(some.get(id)).toBe('b');
});

test.each([
  ['a thousand', 1000, 'a'],
  ['so much text', 2, 'a'.repeat(1000)],
])('of more than %s, the oldest go', (_what, most, text) => {
  const some = held();
  const ids = Array.from({ length: most + 1 }, () => some.keep(text));
  expect(ids.map((id) => some.get(id) !== undefined)).toEqual([false, ...ids.slice(1).map(() => true)]);
});
