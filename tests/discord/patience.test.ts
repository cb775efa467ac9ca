import { setImmediate as soon } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withPatience } from '../../src/discord/limits/patience.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Work that is done, or fails, when the test says so. */
function begun(expected: number, sign = vi.fn(async () => undefined as unknown)) {
  const { promise, resolve, reject } = deferred();
  return {
    done: resolve,
    fails: reject,
    sign,
    result: withPatience(
      () => promise,
      () => expected,
      sign,
    ),
  };
}

function deferred() {
  let [resolve, reject] = [(_value: string) => {}, (_error: Error) => {}];
  const promise = new Promise<string>((done, fails) => {
    [resolve, reject] = [done, fails];
  });
  return { promise, resolve, reject };
}

test.each([
  ['is done', (work: ReturnType<typeof begun>) => work.done('answer')],
  ['fails', (work: ReturnType<typeof begun>) => work.fails(new Error('no'))],
])('no timer is left where the work %s', async (_what, ends) => {
  const work = begun(0);
  const before = vi.getTimerCount(); // what other tests have left behind may have timers, too
  ends(work);
  await work.result.catch(() => undefined);
  expect(vi.getTimerCount()).toBe(before - 1);
});

test('who waits gets one sign after a second', async () => {
  const { done, sign, result } = begun(980);
  await vi.advanceTimersByTimeAsync(999);
  expect(sign).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(sign).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(5000);
  done('on Friday');
  expect([await result, sign.mock.calls.length]).toEqual(['on Friday', 1]);
});

test('who waits gets it at once where it is known before that it will take longer', async () => {
  const { done, sign, result } = begun(981);
  await vi.advanceTimersByTimeAsync(20);
  expect(sign).toHaveBeenCalledOnce();
  done('on Friday');
  await result;
});

test('who waits for less gets none', async () => {
  const { done, sign, result } = begun(0);
  await vi.advanceTimersByTimeAsync(999);
  done('on Friday');
  expect([await result, sign.mock.calls.length]).toEqual(['on Friday', 0]);
});

test('what is done is not handed on before the sign is given', async () => {
  const given = deferred();
  const { done, result } = begun(
    0,
    vi.fn(() => given.promise as Promise<unknown>),
  );
  await vi.advanceTimersByTimeAsync(1000);
  done('on Friday');
  const handedOn = vi.fn();
  result.then(handedOn);
  await soon();
  expect(handedOn).not.toHaveBeenCalled();
  given.resolve('');
  expect(await result).toBe('on Friday');
});

test('what goes wrong is told, before the sign, behind it, and where none could be given', async () => {
  const early = begun(0);
  early.fails(new Error('broken'));
  await expect(early.result).rejects.toThrow('broken');
  const late = begun(0);
  await vi.advanceTimersByTimeAsync(1000);
  late.fails(new Error('broken'));
  await expect(late.result).rejects.toThrow('broken');
  const unsigned = begun(
    0,
    vi.fn(() => Promise.reject(new Error('no sign'))),
  );
  const told = expect(unsigned.result).rejects.toThrow('no sign');
  await vi.advanceTimersByTimeAsync(1000);
  await told;
  unsigned.fails(new Error('broken')); // nobody waits for that any more, and it ends nothing
  await soon();
});
