import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/file.ts';
import { connectStore } from '../../src/store/redis.ts';
import { allOf, memoryStore, type Store, within } from '../../src/store/store.ts';
import { hasRedis, type RedisServer, startRedis } from './redis-server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function openFile(at = folder) {
  const opened = openStore(at);
  if (opened.kind !== 'store') throw new Error(opened.kind);
  return opened;
}

async function openRedis() {
  const opened = await connectStore(redis?.url ?? '');
  if (opened.kind !== 'store') throw new Error(opened.reason);
  return { ...opened, store: within(opened.store, `${parts++}/`) };
}

let redis: RedisServer | undefined;
beforeAll(async () => {
  redis = hasRedis ? await startRedis() : undefined;
});
afterAll(() => redis?.close());

/** Each test has a part of its own. */
let parts = 0;

describe.each([
  { where: 'in memory', open: () => ({ store: memoryStore(), close: async () => undefined }) },
  { where: 'in a folder', open: () => openFile() },
  { where: 'in Redis', open: openRedis, without: !hasRedis },
])('a store $where', ({ open, without = false }) => {
  if (without) return test.skip('is not tested: there is no redis-server', () => undefined);

  let store: Store;
  let close: () => Promise<unknown>;
  beforeEach(async () => {
    ({ store, close } = await open());
  });
  afterEach(() => close());

  test('gives back what was set last, and nothing for what was not', async () => {
    await store.set('a', { one: [1, 'two', null] });
    await store.set('b', 1);
    await store.set('b', 2);
    expect([await store.get('a'), await store.get('b'), await store.get('c')]).toEqual([{ one: [1, 'two', null] }, 2, undefined]);
  });

  test('deletes, also what is not there', async () => {
    await store.set('a', 1);
    await Promise.all([store.delete('a'), store.delete('b')]);
    expect(await store.get('a')).toBeUndefined();
  });

  test('lists what begins with a prefix, in order', async () => {
    for (const key of ['b/2', 'a/1', 'b/10', 'b', 'c/1', 'b/走']) await store.set(key, key);
    expect(await allOf(store.list('b/'))).toEqual(['b/10', 'b/2', 'b/走'].map((key) => [key, key]));
    expect(await allOf(store.list('z'))).toEqual([]);
  });

  test('lists very many by pieces, in order, and others get on between them', async () => {
    const keys = Array.from({ length: 1000 }, (_, i) => `a/${String(i).padStart(4, '0')}`);
    await store.write(keys.map((key) => [key, key]));
    const sizes: number[] = [];
    for await (const page of store.list('a/')) sizes.push(page.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
    expect((await allOf(store.list('a/'))).map(([key]) => key)).toEqual(keys);
    expect((await allOf(store.list('a/', 'a/0997'))).map(([key]) => key)).toEqual(['a/0998', 'a/0999']);
    const left: string[] = [];
    for await (const page of store.list('a/')) {
      left.push(...page.map(([key]) => key));
      await Promise.all(page.map(([key]) => store.delete(key)));
    }
    expect([left.length, await allOf(store.list(''))]).toEqual([1000, []]);
  });

  test('writes and deletes several at once', async () => {
    await store.set('a', 1);
    await store.write([
      ['a', undefined],
      ['b', 2],
      ['c', 3],
    ]);
    expect(await allOf(store.list(''))).toEqual([
      ['b', 2],
      ['c', 3],
    ]);
  });

  test('changes what is there, and what goes along with it', async () => {
    const also = (now: unknown, next: unknown) => [['b', [now ?? null, next ?? null]] as const];
    expect(await store.change('a', (now) => now ?? 1, also)).toBe(1);
    expect(await store.get('b')).toEqual([null, 1]);
    expect(
      await store.change(
        'a',
        (now) => now,
        () => [['b', 'never']],
      ),
    ).toBe(1);
    expect(await store.get('b')).toEqual([null, 1]);
    expect(await store.change('a', () => undefined, also)).toBeUndefined();
    expect([await store.get('a'), await store.get('b')]).toEqual([undefined, [1, null]]);
  });

  test('changes one thing after another, and nothing where that fails', async () => {
    const more = (now: unknown) => Number(now ?? 0) + 1;
    await Promise.all(Array.from({ length: 100 }, () => store.change('a', more)));
    const fail = () => {
      throw new Error('no');
    };
    await expect(store.change('a', fail)).rejects.toThrow('no');
    expect(await store.get('a')).toBe(100);
  });

  test('has parts that know nothing of each other', async () => {
    const [one, two] = [within(store, 'one/'), within(store, 'two/')];
    await one.set('a', 1);
    await two.set('a', 2);
    await two.delete('b');
    expect([await one.get('a'), await two.get('a'), await store.get('a')]).toEqual([1, 2, undefined]);
    await two.change(
      'c',
      () => 3,
      () => [['d', 4]],
    );
    expect([await two.get('c'), await store.get('two/d')]).toEqual([3, 4]);
    await two.write([
      ['c', undefined],
      ['d', undefined],
    ]);
    expect([await allOf(one.list('')), await allOf(store.list('two/'))]).toEqual([[['a', 1]], [['two/a', 2]]]);
  });

  test('keeps no hold of what it was given', async () => {
    const value = { list: [1] };
    await store.set('a', value);
    value.list.push(2);
    expect(await store.get('a')).toEqual({ list: [1] });
  });
});

test('a folder is made where it is missing, and holds what was set when it is opened again', async () => {
  const first = openFile(join(folder, 'new', 'one'));
  await first.store.set('a', 1);
  await first.close();
  const second = openFile(join(folder, 'new', 'one'));
  expect(await second.store.get('a')).toBe(1);
  await second.close();
});

test('what was set is there after kill -9', async () => {
  const script = `
    const { openStore } = await import('./src/store/file.ts');
    const { store } = openStore(${JSON.stringify(folder)});
    for (let i = 0; ; i++) { await store.set('a/' + i, i); if (i === 200) console.log('enough'); }`;
  const child = spawn(process.execPath, ['--import', 'tsx/esm', '--input-type=module', '--eval', script]);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  const { store, close } = openFile();
  const values = (await allOf(store.list('a/'))).map(([, value]) => value as number);
  expect(values.length).toBeGreaterThan(200);
  expect([...values].sort((a, b) => a - b)).toEqual(values.map((_, i) => i)); // none is missing before the last
  await close();
});

test.each([
  ['a file of data without a byte', 'data.mdb', ''],
  ['a file of locks that is damaged', 'lock.mdb', 'nonsense '.repeat(900)],
  ['a file of locks that was cut short', 'lock.mdb', 'nonsense'],
])('%s is as good as none', async (_what, name, content) => {
  writeFileSync(join(folder, name), content);
  const { store, close } = openFile();
  expect(await allOf(store.list(''))).toEqual([]);
  await store.set('a', 1);
  expect(await store.get('a')).toBe(1);
  await close();
});

test.runIf(process.platform === 'linux')('a folder that can not be made is said to be unreadable at once', () => {
  expect(openStore('/proc/verbatim/data')).toMatchObject({ kind: 'unreadable store', reason: expect.stringContaining('ENOENT') });
});

test.each([
  ['a file that is no store', () => writeFileSync(join(folder, 'data.mdb'), 'nonsense '.repeat(5000))],
  [
    'a store that was cut short',
    async () => {
      const { store, close } = openFile();
      await store.set('a', 'long '.repeat(2000));
      await close();
      truncateSync(join(folder, 'data.mdb'), 5000);
    },
  ],
  [
    'a file in place of the folder',
    () => {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, '');
    },
  ],
])('%s is said to be unreadable, and stays as it is', async (_what, spoil) => {
  await spoil();
  expect(openStore(folder)).toMatchObject({ kind: 'unreadable store', folder });
});
