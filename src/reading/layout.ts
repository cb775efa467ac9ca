/**
 * How a question, the talk before it and a window of a text become one sequence of word pieces: `bench/reader/layout.py` is the same for training.
 *
 * Positions 0 to 95: BEGIN, the question, SEPARATOR; then for each turn before, the latest first, its question, SAID, the sentence that answered it,
 * SAID; then a SEPARATOR where there was any turn. Positions from 96 on: ARTICLE where the window begins the text; before each sentence a marker,
 * PARAGRAPH where it begins a paragraph or the window, SENTENCE elsewhere; a SEPARATOR at the end.
 */
const BEGIN = 0;
const SEPARATOR = 2;
const SENTENCE = 6;
const SAID = 7;
const PARAGRAPH = 8;
const ARTICLE = 9;

/** How many pieces there is room for: in the whole block of the question, in a window, and for each part of them. */
const ROOM = { question: 96, window: 416, asked: 64, earlierQuestion: 32, earlierSentence: 40, sentence: 110 } as const;

/** No part of what is read has room for more pieces of one text. */
export const MOST_PIECES = ROOM.sentence;

/** An earlier turn needs at least this much room. */
const LEAST = 8;

/** Ids of pieces. */
export type Ids = readonly number[];

/** A turn of the talk before: its question, and the sentence that answered it; undefined where the text didn't say. */
export interface EarlierIds {
  readonly question: Ids;
  readonly sentence?: Ids | undefined;
}

/** The pieces of a question and of what was said before it, the latest first: at most 96. */
export function questionBlock(question: Ids, before: readonly EarlierIds[]): number[] {
  const block: number[] = [BEGIN, ...question.slice(0, ROOM.asked), SEPARATOR];
  for (const earlier of before) {
    const room = ROOM.question - 1 - block.length;
    if (room < LEAST) break;
    const sentence = earlier.sentence?.slice(0, ROOM.earlierSentence) ?? [];
    block.push(...[...earlier.question.slice(0, ROOM.earlierQuestion), SAID, ...sentence, SAID].slice(0, room));
  }
  if (before.length > 0) block.push(SEPARATOR);
  return block.slice(0, ROOM.question);
}

/** A window as the model reads it. */
export interface WindowBlock {
  readonly pieces: Ids;
  /** Where the marker of each sentence stands, counted from the window's beginning. */
  readonly markers: readonly number[];
}

/** A sentence of a window. */
export interface SentenceIds {
  readonly pieces: Ids;
  readonly paragraph: number;
}

/** The pieces of a window's sentences, of the first ones that have room. @param beginsText whether the text begins with it */
export function windowBlock(sentences: readonly SentenceIds[], beginsText: boolean): WindowBlock {
  const pieces: number[] = beginsText && sentences.length > 0 ? [ARTICLE] : [];
  const markers: number[] = [];
  for (const [at, { pieces: all, paragraph }] of sentences.entries()) {
    const own = all.slice(0, ROOM.sentence);
    if (pieces.length + own.length + 2 > ROOM.window) break;
    markers.push(pieces.length);
    pieces.push(at === 0 || paragraph !== sentences[at - 1]?.paragraph ? PARAGRAPH : SENTENCE, ...own);
  }
  pieces.push(SEPARATOR);
  return { pieces, markers };
}

/** What ARTICLE, a SEPARATOR and one to spare take of a window. */
const AROUND = 3;

/** How much of a window a sentence of so many pieces takes, its marker counted. */
export const sizeInWindow = (pieces: number) => Math.min(pieces, ROOM.sentence) + 1;

/** What a window has room for, in such sizes. */
export const WINDOW_SIZE = ROOM.window - AROUND;

/**
 * The windows of a text: as many sentences as there is room for, and each begins in the middle of the one before.
 * @param sizes of the sentences, by `sizeInWindow`
 * @param overlap whether they do: otherwise each begins where the one before ends
 * @returns the first sentence of each and the one behind its last, counting from 0
 */
export function windowsOver(sizes: readonly number[], overlap = true): [from: number, to: number][] {
  const windows: [number, number][] = [];
  for (let from = 0; from < sizes.length; ) {
    let [to, size] = [from, 0];
    for (; to < sizes.length && size + (sizes[to] ?? 0) <= WINDOW_SIZE; to++) size += sizes[to] ?? 0;
    to = Math.max(to, from + 1);
    windows.push([from, to]);
    if (to >= sizes.length) break;
    if (!overlap) {
      from = to;
      continue;
    }
    let [half, middle] = [0, from];
    for (; middle < to - 1 && half < size / 2; middle++) half += sizes[middle] ?? 0;
    from = Math.max(middle, from + 1);
  }
  return windows;
}
