import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { MODEL } from '../src/reading/model.ts';

/**
 * The folder of a model that is read in no time, for processes whose answers aren't what a test is about: a sentence answers by the share of the
 * question's words that it has. bench/reader/small.py made it.
 */
export function smallModel(): string {
  const folder = mkdtempSync(join(tmpdir(), 'model-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  cpSync('tests/reading/small.onnx', join(folder, 'reader.onnx'));
  cpSync(join(MODEL, 'vocab.txt'), join(folder, 'vocab.txt'));
  const { version } = JSON.parse(readFileSync(join(MODEL, 'reader.json'), 'utf8'));
  writeFileSync(join(folder, 'reader.json'), JSON.stringify({ version }));
  return folder;
}
