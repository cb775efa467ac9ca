import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { readArticleFile } from '../../src/article/files.ts';
import { type Follow, follow } from '../../src/article/follow.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'ferry.md');
const NINE = 'The ferry leaves at nine.';
const TEN = 'The ferry leaves at ten.';

async function following(rests?: boolean): Promise<Follow> {
  const read = await readArticleFile(file);
  if (read.kind !== 'article') throw new Error(read.kind);
  return follow(read.article, read, rests);
}

beforeEach(() => writeFileSync(file, NINE));

test('a file that stays as it is is not read again', async () => {
  const look = await following();
  expect([await look(), await look()]).toEqual([undefined, undefined]);
});

test.each<[how: string, write: () => void]>([
  ['written', () => writeFileSync(file, TEN)],
  [
    'replaced, as editors do',
    () => {
      writeFileSync(`${file}~`, TEN);
      renameSync(`${file}~`, file);
    },
  ],
  ['given other front matter', () => writeFileSync(file, `---\ntitle: Another\n---\n${NINE}`)],
])('a file that was %s is read again, once', async (_how, write) => {
  const look = await following();
  write();
  expect(await look()).toMatchObject({ kind: 'article', file });
  expect(await look()).toBeUndefined();
});

test('a file that was touched, or has the same text again, is no news', async () => {
  const look = await following();
  utimesSync(file, 1, 1);
  expect(await look()).toBeUndefined();
  writeFileSync(file, NINE);
  expect(await look()).toBeUndefined();
});

test.each<[what: string, spoil: () => void, kind: string]>([
  ['goes', () => rmSync(file), 'missing'],
  ['is emptied', () => writeFileSync(file, ''), 'empty'],
])('a file that %s is said once, and what comes then is read', async (_what, spoil, kind) => {
  const look = await following();
  spoil();
  expect(await look()).toEqual({ kind, file });
  expect(await look()).toBeUndefined();
  writeFileSync(file, TEN);
  expect(await look()).toMatchObject({ article: { text: TEN } });
});

test('who looks often sees only what rests', async () => {
  const look = await following(true);
  for (const half of ['The', 'The ferry', 'The ferry leaves', TEN]) {
    writeFileSync(file, half);
    expect(await look()).toBeUndefined();
  }
  expect(await look()).toMatchObject({ article: { text: TEN } });
});
