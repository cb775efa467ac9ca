import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeFolder } from '../../src/store/door.ts';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Takes the folder in a process of its own, which then does something. */
async function elsewhere(then: string, at = folder): Promise<ChildProcess> {
  const script = `
    const { takeFolder } = await import('./src/store/door.ts');
    const taken = await takeFolder(${JSON.stringify(at)}, 'bot');
    process.stdout.write(taken ? 'taken' : 'not taken');
    ${then}`;
  const child = spawn(process.execPath, ['--import', 'tsx/esm', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  expect(String((await once(child.stdout, 'data'))[0])).toBe('taken');
  return child;
}

const STAY = 'setInterval(() => undefined, 1000);';

test('a folder is taken once, and again after it was given back', async () => {
  const giveBack = await takeFolder(folder, 'bot');
  expect(await takeFolder(folder, 'bot')).toBeUndefined();
  giveBack?.();
  expect(await takeFolder(folder, 'bot')).toBeTypeOf('function');
});

test('under other names it is taken by others', async () => {
  const taken = await Promise.all(['one', 'two'].map((name) => takeFolder(folder, name)));
  for (const giveBack of taken) {
    expect(giveBack).toBeTypeOf('function');
    giveBack?.();
  }
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['a folder', () => folder],
  ['a folder whose path no socket may have', () => join(folder, 'long'.repeat(30))],
])('%s that another process has is free as soon as that is killed', async (_what, at) => {
  const child = await elsewhere(STAY, at());
  expect(await takeFolder(at(), 'bot')).toBeUndefined();
  child.kill('SIGKILL');
  await once(child, 'close');
  const giveBack = await takeFolder(at(), 'bot');
  expect(giveBack).toBeTypeOf('function');
  giveBack?.();
});

test('one of many who come at the same time after one was killed takes it', async () => {
  const child = await elsewhere(STAY);
  child.kill('SIGKILL');
  await once(child, 'close');
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeFolder(folder, 'bot')));
  expect(taken.filter((one) => one !== undefined)).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(['bot.sock']);
});

test('a process that has taken it ends by itself', async () => {
  const child = await elsewhere('');
  expect(await once(child, 'close')).toEqual([0, null]);
});

test('nobody is held off where no socket can be made', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(await takeFolder(file, 'bot')).toBeTypeOf('function');
});
