import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { openSign } from '../../src/terminal/sign.ts';
import { wording } from '../../src/wording.ts';
import { until } from '../discord/local/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'screen');
const screen = () => readFileSync(file, 'utf8');
const ERASE = '\u001b[K';
let fd: number;
beforeEach(() => {
  fd = openSync(file, 'w');
});
afterEach(() => closeSync(fd));

/** Nothing else is done meanwhile. */
function busyUntil(isTrue: () => boolean): void {
  for (const giveUp = Date.now() + 20_000; !isTrue() && Date.now() < giveUp; );
}

test('it moves while nothing else can, and is erased when that is done', async () => {
  const done = openSign({ isTTY: true, fd }, 1).show('file');
  busyUntil(() => screen().includes(' ...'));
  done();
  const shown = screen().split('\r').slice(1);
  expect(shown.slice(0, 3)).toEqual(['.', '..', '...'].map((dots) => `${wording.works.file} ${dots}${ERASE}`));
  expect(shown.at(-1)).toBe(ERASE);
});

test('it can be shown again, for something else', async () => {
  const sign = openSign({ isTTY: true, fd }, 1);
  for (const work of ['page', 'model'] as const)
    await sign.during(work, () => until('it shows', () => screen().includes(`${wording.works[work]} .`)));
  expect(screen().endsWith(`\r${ERASE}`)).toBe(true);
});

test('what takes no time shows nothing', async () => {
  const sign = openSign({ isTTY: true, fd }, 60_000);
  expect(await sign.during('answer', async () => 'said')).toBe('said');
  expect(screen()).toBe('');
});

test('nothing is shown where there is no terminal', async () => {
  const other = openSync(join(folder, 'other'), 'w');
  const [there, none] = [openSign({ isTTY: true, fd }, 1), openSign({ isTTY: false, fd: other }, 1)];
  const done = none.show('file');
  await there.during('file', () => until('the other one shows', () => screen() !== ''));
  done();
  closeSync(other);
  expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('');
});

test.each(Object.values(wording.works))('"%s" has room in a narrow window', (text) => expect(text.length).toBeLessThan(36));
