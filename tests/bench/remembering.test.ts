import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { remembering } from '../../bench/remembering.ts';
import type { Reader } from '../../src/reading/reader.ts';
import { predictable } from '../reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ASKED = { question: 'Who sang?', before: [] };
const HALL = { sentences: ['Anna sang in the hall.', 'It rained.'], paragraphs: [1, 1], beginsText: true };
const RAIN = { ...HALL, sentences: ['It rained.'] };

test('no window is read twice with the same question, by the next reader neither', async () => {
  const file = join(folder, 'readings.jsonl');
  const [first, second] = [counting(), counting()];
  const one = remembering(first.reader, file);
  const read = await one.read(ASKED, [HALL, RAIN], 'me');
  expect(read).toEqual(await predictable().read(ASKED, [HALL, RAIN], 'me'));
  expect(await one.read(ASKED, [RAIN, HALL], 'me')).toEqual([...read].reverse());
  expect(first.windows()).toBe(2);
  appendFileSync(file, '["cut short');
  expect(await remembering(second.reader, file).read(ASKED, [HALL, RAIN], 'me')).toEqual(read);
  expect(second.windows()).toBe(0);
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3);
});

test('another question, and another talk before it, is read anew', async () => {
  const { reader, windows } = counting();
  const one = remembering(reader);
  await one.read(ASKED, [HALL], 'me');
  await one.read({ ...ASKED, question: 'Who danced?' }, [HALL], 'me');
  await one.read({ ...ASKED, before: [{ question: 'Who is Anna?' }] }, [HALL], 'me');
  expect(windows()).toBe(3);
});

function counting(): { reader: Reader; windows: () => number } {
  const reader = predictable();
  let windows = 0;
  const read: Reader['read'] = (asked, some, by) => {
    windows += some.length;
    return reader.read(asked, some, by);
  };
  return { reader: { ...reader, read }, windows: () => windows };
}
