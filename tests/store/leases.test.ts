import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { LEASE, RENEWED, takeTurnsIn } from '../../src/store/leases.ts';
import { allOf, memoryStore, type Store } from '../../src/store/store.ts';
import { until } from '../discord/local/until.ts';
import { hasRedis, type RedisServer, startRedis } from './redis-server.ts';

afterEach(() => void vi.useRealTimers());

/** Work that is done when it is told to be. */
function working() {
  let finish = (_failed?: Error) => {};
  let isDone = false;
  const done = new Promise<void>((resolve, reject) => {
    finish = (failed) => {
      isDone = true;
      failed ? reject(failed) : resolve();
    };
  });
  return { done, finish: (failed?: Error) => finish(failed), isDone: () => isDone };
}

describe('of two processes', () => {
  test('one waits for the other, also where that fails, and nothing is left of it', async () => {
    const store = memoryStore();
    const [one, other] = [takeTurnsIn(store), takeTurnsIn(store)];
    const { done, finish, isDone } = working();
    const failed = one('a', () => done).catch((error) => error.message);
    await until('the first one has its turn', async () => (await allOf(store.list(''))).length > 0);
    const second = other('a', async () => isDone());
    expect(await other('b', async () => 'something else')).toBe('something else');
    finish(new Error('no'));
    expect([await failed, await second, await allOf(store.list(''))]).toEqual(['no', true, []]);
  });

  test('one waits as long as the other works, and takes its turn soon after that has ended without a word', async () => {
    vi.useFakeTimers();
    const store = memoryStore();
    let ended = false;
    const mortal: Store = { ...store, change: (...all) => (ended ? Promise.reject(new Error('ended')) : store.change(...all)) };
    const { done } = working();
    takeTurnsIn(mortal)('a', () => done);
    await vi.advanceTimersByTimeAsync(10);
    let isMine = false;
    const second = takeTurnsIn(store)('a', async () => {
      isMine = true;
    });
    await vi.advanceTimersByTimeAsync(10 * LEASE);
    expect(isMine).toBe(false);
    ended = true;
    await vi.advanceTimersByTimeAsync(LEASE - RENEWED - 100);
    expect(isMine).toBe(false);
    await vi.advanceTimersByTimeAsync(RENEWED + 200);
    expect(isMine).toBe(true);
    await second;
  });
});

test('a turn that could not be given back is not over in the middle of the next one', async () => {
  vi.useFakeTimers();
  const store = memoryStore();
  let isAway = false;
  const shaky: Store = { ...store, change: (...all) => (isAway ? Promise.reject(new Error('away')) : store.change(...all)) };
  const inTurn = takeTurnsIn(shaky);
  await inTurn('a', async () => {
    isAway = true;
  });
  isAway = false;
  await vi.advanceTimersByTimeAsync(LEASE - 100);
  const { done } = working();
  inTurn('a', () => done);
  let isMine = false;
  takeTurnsIn(store)('a', async () => {
    isMine = true;
  });
  await vi.advanceTimersByTimeAsync(2 * LEASE);
  expect(isMine).toBe(false);
});

const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
let redis: RedisServer | undefined;
beforeAll(async () => {
  redis = hasRedis ? await startRedis() : undefined;
});
afterAll(async () => {
  await redis?.close();
  rmSync(folder, { recursive: true });
});

/** Counts to TIMES, reading and writing in turn, and once more by atomic changes. */
const TIMES = 40;
const COUNT = (open: string) => `
  const { store } = await ${open};
  const { takeTurnsIn } = await import('./src/store/leases.ts');
  const inTurn = takeTurnsIn(store);
  for (let i = 0; i < ${TIMES}; i++) {
    await store.change('changed', (now = 0) => now + 1);
    await inTurn('a', async () => store.set('in turn', ((await store.get('in turn')) ?? 0) + 1));
  }
  console.log(JSON.stringify([await store.get('changed'), await store.get('in turn')]));
  process.exit();`;

describe.each([
  { where: 'a folder', open: () => `(await import('./src/store/file.ts')).openStore(${JSON.stringify(folder)})` },
  {
    where: 'Redis',
    open: () => `(await import('./src/store/redis.ts')).connectStore(${JSON.stringify(redis?.url)})`,
    without: !hasRedis,
  },
])('$where', ({ open, without = false }) => {
  test.skipIf(without)('is changed by two processes as by one', async () => {
    const counted = await Promise.all([count(COUNT(open())), count(COUNT(open()))]);
    expect(counted).toContainEqual([2 * TIMES, 2 * TIMES]); // who is ready last sees all
  });
});

async function count(script: string): Promise<unknown> {
  const child = spawn(process.execPath, ['--import', 'tsx/esm', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  for await (const data of child.stdout) out += data;
  return JSON.parse(out);
}
