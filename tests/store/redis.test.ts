import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectStore } from '../../src/store/redis.ts';
import type { Store } from '../../src/store/store.ts';
import { NotKept } from '../../src/store/writes.ts';
import { until } from '../discord/local/until.ts';
import { freePort, hasRedis, type RedisServer, startRedis } from './redis-server.ts';

test('a Redis that is not there is said to be unreachable, and its password is not said', async () => {
  const address = `127.0.0.1:${await freePort()}`;
  const opened = await connectStore(`redis://somebody:secret@${address}`);
  expect(opened).toMatchObject({ kind: 'unreachable store', address, reason: expect.stringContaining('ECONNREFUSED') });
  expect(JSON.stringify(opened)).not.toContain('secret');
});

describe.skipIf(!hasRedis)('a Redis that goes away', () => {
  let server: RedisServer;
  let store: Store;
  let close: () => Promise<void>;
  beforeEach(async () => {
    server = await startRedis();
    const opened = await connectStore(server.url);
    if (opened.kind !== 'store') throw new Error(opened.reason);
    ({ store, close } = opened);
    await store.set('a', 1);
  });
  afterEach(async () => {
    await close();
    await server.close();
  });

  const works = () =>
    store.set('b', 2).then(
      () => true,
      () => false,
    );

  test.each([
    ['ends', () => server.stop(), () => server.start()],
    ['answers nothing', () => server.freeze(true), () => server.freeze(false)],
  ])('and %s is told by errors, and is there again by itself with what was kept', async (_how, goes, comes) => {
    await goes();
    await Promise.all([
      expect(store.get('a')).rejects.toThrow(NotKept),
      expect(store.change('a', () => 2)).rejects.toThrow(NotKept),
      expect(store.list('')[Symbol.asyncIterator]().next()).rejects.toThrow(NotKept),
    ]);
    await expect(store.set('a', 2)).rejects.toThrow(NotKept);
    await comes();
    await until('it is there again', works);
    expect(await store.get('a')).toBeDefined();
  });

  test('and answers nothing is told by errors however much is asked, and nothing waits until it is there again', async () => {
    server.freeze(true);
    const asking = setInterval(() => store.get('a').catch(() => undefined), 200);
    await expect(store.get('a')).rejects.toThrow();
    clearInterval(asking);
    server.freeze(false);
    await until('it is there again', works);
  });

  test('ends the store quietly where it does not come back', async () => {
    await server.stop();
    await expect(store.get('a')).rejects.toThrow();
    await close();
  });

  test('and wants a password is said to be unreachable', async () => {
    expect(await connectStore(server.url.replace('//', '//:secret@'))).toMatchObject({
      kind: 'unreachable store',
      reason: expect.stringMatching(/password/i),
    });
  });
});
