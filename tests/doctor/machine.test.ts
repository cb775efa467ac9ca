import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clock } from '../../src/doctor/discord.ts';
import { dataFolder, freeDisk, nodeVersion, space } from '../../src/doctor/machine.ts';
import { openStore } from '../../src/store/file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ['20.19.0', 'fine'],
  ['20.18.9', 'wrong'],
  ['22.0.0', 'fine'],
  ['18.20.0', 'wrong'],
])('Node.js %s is %s', (version, state) => {
  expect(nodeVersion(version, '20.19').state).toBe(state);
});

test('the Node.js of these tests is one that the package wants', () => {
  expect(nodeVersion()).toEqual({ check: 'Node', state: 'fine', says: process.versions.node });
});

test('a folder that is not there yet is fine where it can be made, and is not made', () => {
  const data = join(folder, 'a', 'b');
  expect(dataFolder(data)).toMatchObject({ state: 'fine', says: expect.stringContaining('the first start creates it') });
  expect(existsSync(data)).toBe(false);
  expect(freeDisk(data).check).toBe('disk');
});

test('a folder with what was kept is fine, and is left as it is', async () => {
  const opened = openStore(folder);
  if (opened.kind !== 'store') throw new Error(opened.kind);
  await opened.store.set('a', 1);
  await opened.close();
  const before = readdirSync(folder);
  expect(dataFolder(folder)).toEqual({ check: 'data', state: 'fine', says: `${folder} can be read and written.` });
  expect(readdirSync(folder)).toEqual(before);
});

test('a folder with what is damaged is wrong', () => {
  writeFileSync(join(folder, 'data.mdb'), 'nonsense '.repeat(5000));
  expect(dataFolder(folder)).toMatchObject({ state: 'wrong', says: expect.stringContaining("can't read the data that it keeps in") });
});

test('a file in the place of the folder is wrong', () => {
  const file = join(folder, 'data');
  writeFileSync(file, '');
  expect(dataFolder(file)).toMatchObject({ state: 'wrong', says: expect.stringContaining('set DATA_DIR to another folder') });
});

test.each([
  [199, 'wrong'],
  [201, 'fine'],
])('%d MB of free disk are %s', (free, state) => {
  expect(space('data', free * 1024 * 1024).state).toBe(state);
});

const AT = Date.parse('2026-01-01T12:00:00Z');

test.each([
  ['sent and received within the second that Discord names', 0, 900, 'fine'],
  ['a second and a half behind it', -1500, -1400, 'wrong'],
  ['a slow answer', -2500, 3000, 'fine'],
  ['two seconds ahead of its end', 3000, 3100, 'wrong'],
  ['less ahead than can be told', 1500, 1600, 'fine'],
])('a clock: %s', (_what, sent, received, state) => {
  expect(clock('Thu, 01 Jan 2026 12:00:00 GMT', AT + sent, AT + received).state).toBe(state);
});
