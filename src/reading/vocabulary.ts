import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The word pieces that the model knows: a piece → its id. Pieces that go on in the middle of a word begin with "##". */
export type Vocabulary = ReadonlyMap<string, number>;

/** Reads `vocab.txt`: a piece a line, its id is the line's number, counting from 0. */
export function readVocabulary(folder: string): Vocabulary {
  const lines = readFileSync(join(folder, 'vocab.txt'), 'utf8').trimEnd().split('\n');
  return new Map(lines.map((piece, id) => [piece, id]));
}
