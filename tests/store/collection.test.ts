import { beforeEach, expect, test } from 'vitest';
import { type Collection, guildsIn, openCollection } from '../../src/store/collection.ts';
import { allOf, memoryStore, type Store } from '../../src/store/store.ts';

interface Note {
  readonly guild?: string;
  readonly user: string;
  readonly at: number;
}

let store: Store;
let notes: Collection<Note>;
beforeEach(() => {
  store = memoryStore();
  notes = openCollection(store, 'note', ({ guild, user, at }) => ({ guild, users: user === '' ? [] : [user], at }));
});

const ids = async () => (await allOf(notes.list())).map(([id]) => id);
const gone = () => undefined;
const keepSome = async () => {
  await notes.keep('1', { guild: 'g', user: 'u', at: 5 });
  await notes.keep('2', { guild: 'g', user: 'v', at: 10 });
  await notes.keep('3', { guild: 'h', user: 'u', at: 100 });
};

test.each([
  ['a guild', { guild: 'g' }, ['3']],
  ['somebody', { user: 'u' }, ['2']],
  ['those that were last used up to some time', { until: 10 }, ['3']],
])('the records of %s go, and nothing is left of them', async (_of, which, left) => {
  await keepSome();
  await notes.changeEach(which, gone);
  expect(await ids()).toEqual(left);
  for (const id of left) await notes.remove(id);
  expect(await allOf(store.list(''))).toEqual([]);
});

test('a record that has changed belongs to what it belongs to now', async () => {
  await keepSome();
  await notes.changeEach({ user: 'u' }, (note) => ({ ...note, user: '' }));
  await notes.keep('2', { user: 'w', at: 2000 });
  expect(JSON.stringify(await allOf(store.list('')))).not.toMatch(/"u"|user.u|"v"|user.v/);
  await notes.changeEach({ until: 1000 }, gone);
  await notes.changeEach({ guild: 'g' }, gone);
  expect(await ids()).toEqual(['2']);
});

test('a mark that was left behind changes nothing, and goes', async () => {
  await notes.keep('1', { guild: 'g', user: 'u', at: 5 });
  await store.write([
    ['user/w/note/1', true],
    ['user/w/note/9', true],
  ]);
  await notes.changeEach({ user: 'w' }, gone);
  expect([await ids(), await allOf(store.list('user/w'))]).toEqual([['1'], []]);
});

test('what earlier versions kept is taken in', async () => {
  await store.set('note/1', { guild: 'g', user: 'u', at: 5 });
  await notes.adopt();
  await notes.adopt();
  expect(await notes.get('1')).toEqual({ guild: 'g', user: 'u', at: 5 });
  await notes.changeEach({ guild: 'g' }, gone);
  expect(await allOf(store.list(''))).toEqual([]);
});

test('what earlier versions kept takes the place of nothing that was kept since', async () => {
  await store.set('note/1', { guild: 'g', user: 'u', at: 5 });
  await notes.keep('1', { guild: 'h', user: 'v', at: 10 });
  await notes.adopt();
  expect(await notes.get('1')).toEqual({ guild: 'h', user: 'v', at: 10 });
  await notes.changeEach({ guild: 'h' }, gone);
  expect(await allOf(store.list(''))).toEqual([]);
});

test('each guild is known once, however much is kept of it', async () => {
  for (let i = 0; i < 600; i++) await notes.keep(String(i), { guild: i % 300 === 0 ? String(i) : '7', user: 'u', at: 0 });
  await notes.keep('a', { user: 'u', at: 0 });
  const guilds: string[] = [];
  for await (const guild of guildsIn(store)) guilds.push(guild);
  expect(guilds).toEqual(['0', '300', '7']);
});
