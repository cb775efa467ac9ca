import { expect, test } from 'vitest';
import { openCooldown } from '../src/cooldown.ts';

const AT = Date.parse('2026-01-01T12:00:00Z');
const SECOND = 1000;
const alice = { user: 'alice', channel: 'general', guild: 'readers' };
const LIMITS = { person: 3, channel: 5, guild: 6 };

/** Asks so many times at once. @returns what came of the last time */
function asks(cooldown: ReturnType<typeof openCooldown>, times: number, place = alice, at = AT) {
  return Array.from({ length: times }, () => cooldown.ask(place, at)).at(-1);
}

test('a person may ask so many questions at once, and the next one when the first is a part of a minute old', () => {
  const cooldown = openCooldown(LIMITS);
  expect(asks(cooldown, 3)).toBeUndefined();
  expect(asks(cooldown, 1)).toEqual({ limit: 'person', until: AT + 20 * SECOND });
  expect(asks(cooldown, 1, alice, AT + 20 * SECOND - 1)).toBeDefined();
  expect(asks(cooldown, 1, alice, AT + 20 * SECOND)).toBeUndefined();
  expect(asks(cooldown, 1, alice, AT + 20 * SECOND)).toEqual({ limit: 'person', until: AT + 40 * SECOND });
});

test('in a minute, no more than twice as many questions come through', () => {
  const cooldown = openCooldown(LIMITS);
  const through = Array.from({ length: 600 }, (_, i) => cooldown.ask(alice, AT + i * 100)).filter((one) => one === undefined);
  expect(through).toHaveLength(3 + 2);
});

test.each([
  ['channel', { channel: 'general', guild: 'readers' }, 6],
  ['guild', { guild: 'readers' }, 7],
] as const)('in a %s many people may ask so many questions', (limit, place, times) => {
  const cooldown = openCooldown(LIMITS);
  const all = Array.from({ length: times }, (_, i) => cooldown.ask({ ...alice, user: `${i}`, channel: `${i}`, ...place }, AT));
  expect(all.findIndex((one) => one !== undefined)).toBe(times - 1);
  expect(all.at(-1)?.limit).toBe(limit);
});

test('a question that is not let through counts nowhere', () => {
  const cooldown = openCooldown(LIMITS);
  asks(cooldown, 100);
  expect(cooldown.ask({ ...alice, user: 'bob' }, AT)).toBeUndefined();
  expect(cooldown.ask({ ...alice, user: 'bob' }, AT)).toBeUndefined();
  expect(cooldown.ask({ ...alice, user: 'bob' }, AT)?.limit).toBe('channel');
});

test('what is asked elsewhere does not count', () => {
  const cooldown = openCooldown(LIMITS);
  asks(cooldown, 3);
  expect(cooldown.ask({ user: 'bob', channel: 'other' }, AT)).toBeUndefined();
});

test('a clock that is set back makes nobody wait longer than a minute', () => {
  const cooldown = openCooldown(LIMITS);
  asks(cooldown, 3);
  const back = AT - 3600 * SECOND;
  expect(cooldown.ask(alice, back)?.until).toBeLessThanOrEqual(back + 60 * SECOND);
});

test('it is said once a minute: to a person, or in a channel', () => {
  const { mayTell } = openCooldown(LIMITS);
  const bob = { ...alice, user: 'bob' };
  const elsewhere = { ...alice, channel: 'other' };
  expect([alice, elsewhere, bob].map((place) => mayTell('person', place, AT))).toEqual([true, false, true]);
  expect([alice, bob, elsewhere].map((place) => mayTell('channel', place, AT))).toEqual([true, false, true]);
  expect([59, 60].map((seconds) => mayTell('person', alice, AT + seconds * SECOND))).toEqual([false, true]);
});
