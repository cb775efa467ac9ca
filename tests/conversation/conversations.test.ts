import { describe, expect, test } from 'vitest';
import { type Kept, openConversations } from '../../src/conversation/conversations.ts';
import { allOf, memoryStore } from '../../src/store/store.ts';

const HOUR = 60 * 60 * 1000;
const ALICE = { user: '1', channel: '7', guild: '9' };
const BOB = { user: '2', channel: '7', guild: '9' };

function kept(place: Kept['place'], about: string): Kept {
  return {
    article: 'a',
    place,
    asked: { text: about },
    private: false,
    said: { turns: [{ question: about, sentence: 0 }], about, quoted: [0] },
  };
}

/** Conversations with a clock that can be put forward. */
function open(store = memoryStore()) {
  const clock = { now: 1_000_000 };
  return { store, clock, talks: openConversations(store, 24 * HOUR, () => clock.now) };
}

describe('what is kept of a conversation', () => {
  test('is the last answer of each person in each place, and every answer by its number', async () => {
    const { talks } = open();
    const first = await talks.keep(kept(ALICE, 'one'));
    await talks.keep(kept(ALICE, 'two'));
    await talks.keep(kept(BOB, 'three'));
    await talks.keep(kept({ ...ALICE, channel: '8' }, 'four'));
    expect([await talks.last(ALICE), await talks.last(BOB)].map((one) => one?.said?.about)).toEqual(['two', 'three']);
    expect(await talks.answer(first)).toMatchObject({ said: { about: 'one' }, place: ALICE });
    expect([await talks.answer(0), await talks.last({ user: '3', channel: '7' })]).toEqual([undefined, undefined]);
  });

  test('is there when it is opened again', async () => {
    const { store, talks } = open();
    await talks.keep(kept(ALICE, 'one'));
    expect((await openConversations(store, 24 * HOUR, () => 1_000_000).last(ALICE))?.said?.about).toBe('one');
  });

  test('goes after so many hours of silence, and nothing of it is left', async () => {
    const { store, clock, talks } = open();
    await talks.keep(kept(ALICE, 'one'));
    await talks.hint('1');
    clock.now += 23 * HOUR;
    await talks.tidy();
    expect((await talks.last(ALICE))?.said?.about).toBe('one');
    clock.now += HOUR;
    expect(await talks.last(ALICE)).toBeUndefined();
    await talks.tidy();
    expect(await allOf(store.list(''))).toEqual([]);
  });

  test('goes at once for who wants it forgotten, and stays for others', async () => {
    const { store, talks } = open();
    await talks.keep(kept(ALICE, 'one'));
    await talks.keep(kept({ ...ALICE, channel: '8' }, 'two'));
    await talks.keep(kept(BOB, 'three'));
    await talks.hint('1');
    await talks.forgetUser('1');
    expect((await talks.last(BOB))?.said?.about).toBe('three');
    expect(JSON.stringify(await allOf(store.list('')))).not.toMatch(/"1"|\/1\/|one|two/);
    expect(await allOf(store.list('record/'))).toHaveLength(1);
  });

  test('is forgotten also where it is being kept at that moment', async () => {
    const { store, talks } = open();
    await Promise.all([talks.keep(kept(ALICE, 'one')), talks.forgetUser('1'), talks.keep(kept(BOB, 'two'))]);
    expect(JSON.stringify(await allOf(store.list('')))).not.toContain('one');
    expect((await talks.last(BOB))?.said?.about).toBe('two');
  });

  test('goes with the guild that it was in', async () => {
    const { store, talks } = open();
    await talks.keep(kept(ALICE, 'one'));
    await talks.keep(kept({ user: '1', channel: '5' }, 'in direct messages'));
    await talks.forgetGuild('9');
    expect(await allOf(store.list('record/'))).toHaveLength(1);
    expect(JSON.stringify(await allOf(store.list('')))).not.toMatch(/guild|one|last.1.7/);
    expect(await talks.last({ user: '1', channel: '5' })).toBeDefined();
  });
});

test('somebody has a hint at most once an hour', async () => {
  const { clock, talks } = open();
  expect([await talks.hint('1'), await talks.hint('1'), await talks.hint('2')]).toEqual([true, false, true]);
  clock.now += HOUR;
  expect(await talks.hint('1')).toBe(true);
});
