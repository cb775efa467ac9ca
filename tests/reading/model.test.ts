import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MODEL, problemWith } from '../../src/reading/model.ts';
import { openReader } from '../../src/reading/model-reader.ts';

const VERSION = '2026-11-27';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'model-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (file: string, text: string) => writeFileSync(join(folder, file), text);
const card = (version = VERSION) => put('reader.json', JSON.stringify({ version, files: { 'reader.onnx': 3 } }));

describe('a model', () => {
  test('that ships is whole', () => {
    expect(problemWith(MODEL)).toBeUndefined();
  });

  test('that is not there', () => {
    expect(problemWith(folder)).toEqual({ kind: 'no model', folder, file: 'reader.json' });
    card();
    expect(problemWith(folder)).toEqual({ kind: 'no model', folder, file: 'reader.onnx' });
  });

  test('that was cut short', () => {
    card();
    put('reader.onnx', 'ab');
    expect(problemWith(folder)).toEqual({ kind: 'model cut short', folder, file: 'reader.onnx', bytes: 2, wanted: 3 });
  });

  test('of another version', () => {
    card('2020-01-01');
    expect(problemWith(folder)).toEqual({ kind: 'other model', folder, version: '2020-01-01', wanted: VERSION });
  });

  test('that is none is told when it is loaded', async () => {
    card();
    put('reader.onnx', 'abc');
    put('vocab.txt', 'a\n');
    const reader = openReader(folder, 1);
    expect(await reader.loaded).toMatchObject({ kind: 'model does not load', folder });
    await expect(reader.read({ question: 'why', before: [] }, [], 'somebody')).rejects.toThrow();
    await reader.close();
  });
});
