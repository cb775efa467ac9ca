import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../src/store/file.ts';
import { NotKept } from '../../src/store/writes.ts';
import { makeSmallDisk } from './small-disk.ts';

const disk = makeSmallDisk();
afterAll(() => disk.remove());

/** Milliseconds of a clock that goes on when a test says so. */
let now = 0;
const MINUTE = 60_000;

function opened(folder: string) {
  const one = openStore(folder, () => now);
  if (one.kind !== 'store') throw new Error(one.kind);
  return one;
}

describe.runIf(disk.made)('on a disk that is full (skipped where no file system can be mounted)', () => {
  const { folder, fill, clear } = disk;
  let data: string;
  beforeEach(() => {
    vi.spyOn(console, 'error').mockReturnValue(); // the driver's
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    data = join(folder, 'data');
  });

  test('a store rejects what it can not keep, still reads, and keeps again when there is room', async () => {
    const { store, close } = opened(data);
    await store.set('a', 1);
    fill();
    const tried = await Promise.allSettled([store.set('b', 'long '.repeat(2000)), store.delete('a'), store.change('c', () => 3)]);
    for (const one of tried)
      expect(one).toMatchObject({
        status: 'rejected',
        reason: new NotKept(`nothing can be written into ${data}: No space left on device`),
      });
    expect([await store.get('a'), await store.get('b')]).toEqual([1, undefined]);
    clear();
    await expect(store.set('b', 2)).rejects.toThrow(NotKept); // none is tried for a minute
    now += MINUTE;
    await store.set('b', 2);
    expect(await store.get('b')).toBe(2);
    await close();
  });

  test('a store whose last write failed can be closed, and opened again', async () => {
    const one = opened(data);
    await one.store.set('a', 1);
    fill();
    await expect(one.store.set('b', 'long '.repeat(2000))).rejects.toThrow('No space left on device');
    await one.close();
    const again = opened(data);
    expect(await again.store.get('a')).toBe(1);
    await again.close();
  });

  test('a new store is not made, and can be when there is room', async () => {
    mkdirSync(data);
    fill();
    expect(openStore(data)).toEqual({ kind: 'no room', folder: data });
    expect(readdirSync(data)).toEqual([]);
    clear();
    await opened(data).close();
  });
});

describe.runIf(process.platform !== 'win32')('a folder of data that is removed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('keeps nothing more, and says so, until it is put back', async () => {
    const { store, close } = opened(join(folder, 'data'));
    await store.set('a', 1);
    renameSync(join(folder, 'data'), join(folder, 'elsewhere'));
    now += MINUTE;
    await expect(store.set('a', 2)).rejects.toThrow('data was removed or replaced');
    expect(await store.get('a')).toBe(1);
    renameSync(join(folder, 'elsewhere'), join(folder, 'data'));
    now += MINUTE;
    await store.set('a', 3);
    await close();
  });

  test('keeps nothing more where another one is in its place', async () => {
    const { store, close } = opened(join(folder, 'data'));
    renameSync(join(folder, 'data'), join(folder, 'before'));
    const other = opened(join(folder, 'data'));
    now += MINUTE;
    await expect(store.set('a', 2)).rejects.toThrow(NotKept);
    await other.store.set('a', 4);
    await Promise.all([close(), other.close()]);
  });
});
