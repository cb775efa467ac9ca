import { readFileSync } from 'node:fs';
import { STOP_WORDS, type Word } from './words.ts';

/** A direction in a space in which words that mean nearly the same lie near each other. */
export type Vector = Float32Array;

/** What a word means: a vector of length 1, and how much the word tells, 0 to 1: a rare one more. */
export interface Meaning {
  readonly vector: Vector;
  readonly weight: number;
}

/** Numbers in a vector. */
const SIZE = 64;

/** Pieces of words, the commonest first, each with its row of the table; one inside a word begins with "##". `bench/word-vectors.py` makes both. */
let pieces: ReadonlyMap<string, number> | undefined;
let table: Int8Array;

const meanings = new Map<string, Meaning | undefined>();
const MEANINGS_KEPT = 20_000;

/** What stands behind so many words of a text adds nothing to what it means: no real sentence is longer. */
const WORDS = 400;

/** A longer form is no word. */
const LONGEST_FORM = 40;

/** The meaning of a word, put together from its longest known pieces; undefined where it has letters that no piece has. */
export function meaningOf(form: string): Meaning | undefined {
  if (form.length > LONGEST_FORM) return undefined;
  if (meanings.has(form)) return meanings.get(form);
  if (meanings.size >= MEANINGS_KEPT) meanings.clear();
  const rows = rowsFor(form);
  const sum = new Float32Array(SIZE);
  for (const row of rows) add(sum, table.subarray(row * SIZE, (row + 1) * SIZE), 1);
  const meaning = rows.length === 0 ? undefined : { vector: unit(sum), weight: weightOf(rows) };
  meanings.set(form, meaning);
  return meaning;
}

/** Whether a form is a word of its own, or a name, that the table knows: Iran, Sunday. */
export function isWord(form: string): boolean {
  pieces ??= read();
  return pieces.has(form);
}

/** What the words of a text mean, stop words left out, each with its stem; and together: the sum of their vectors by their weights. */
export interface TextMeaning {
  readonly words: readonly { readonly stem: string; readonly vector: Vector }[];
  readonly sum: Vector;
}

export function meaningOfText(list: readonly Word[]): TextMeaning {
  const sum = new Float32Array(SIZE);
  const words: { stem: string; vector: Vector }[] = [];
  for (const { form, stem } of list.slice(0, WORDS)) {
    const meaning = STOP_WORDS.has(form) ? undefined : meaningOf(form);
    if (!meaning) continue;
    add(sum, meaning.vector, meaning.weight);
    words.push({ stem, vector: meaning.vector });
  }
  return { words, sum };
}

/** The sum of one vector and a share of another. */
export function sumOf(a: Vector, b: Vector, share: number): Vector {
  const sum = a.slice();
  add(sum, b, share);
  return sum;
}

/**
 * The cosine of two vectors of length 1; or what their first numbers, which tell most, add to it: `numbers` is a multiple of four.
 * Four sums at once, as one would wait for each of its additions.
 */
export function dot(a: Vector, b: Vector, numbers = SIZE): number {
  let s = 0;
  let t = 0;
  let u = 0;
  let v = 0;
  for (let i = 0; i < numbers; i += 4) {
    s += (a[i] as number) * (b[i] as number);
    t += (a[i + 1] as number) * (b[i + 1] as number);
    u += (a[i + 2] as number) * (b[i + 2] as number);
    v += (a[i + 3] as number) * (b[i + 3] as number);
  }
  return s + t + u + v;
}

function rowsFor(form: string): number[] {
  pieces ??= read();
  const rows: number[] = [];
  for (let at = 0; at < form.length; ) {
    let end = Math.min(form.length, at + LONGEST);
    let row: number | undefined;
    while (end > at && row === undefined) row = pieces.get(`${at > 0 ? '##' : ''}${form.slice(at, end--)}`);
    if (row === undefined) return [];
    rows.push(row);
    at = end + 1;
  }
  return rows;
}

/** No piece is longer. */
const LONGEST = 20;

function read(): ReadonlyMap<string, number> {
  const bytes = readFileSync(new URL('word-vectors.bin', import.meta.url));
  table = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const lines = readFileSync(new URL('word-pieces.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return new Map(lines.map((piece, row) => [piece, row]));
}

/** By Zipf's law, a word's place among the commonest tells how rare it is. What is put together from pieces is rarer than all of them. */
function weightOf(rows: readonly number[]): number {
  const [row = 0] = rows;
  return rows.length > 1 ? 1 : Math.log(2 + row) / Math.log(2 + table.length / SIZE);
}

function add(sum: Vector, vector: Vector | Int8Array, weight: number): void {
  for (let i = 0; i < SIZE; i++) sum[i] = (sum[i] as number) + weight * (vector[i] as number);
}

/** The vector of length 1 in its direction; one without a direction stays as it is. */
export function unit(vector: Vector): Vector {
  const one = new Float32Array(SIZE);
  add(one, vector, 1 / (Math.sqrt(dot(vector, vector)) || 1));
  return one;
}
