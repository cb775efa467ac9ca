import { readFileSync } from 'node:fs';

/** What the reference reads and says, as `bench/reader/golden.py` writes it: of texts that are ours. */
interface Golden {
  readonly texts: Readonly<Record<string, { sentences: readonly string[]; paragraphs: readonly number[] }>>;
  readonly cases: readonly Case[];
}

export interface Case {
  readonly text: string;
  readonly question: string;
  /** The latest turn first; a sentence by its number, counting from 0. */
  readonly before: readonly { question: string; sentence: number | null }[];
  readonly questionPieces: readonly number[];
  readonly windows: readonly {
    readonly sentences: readonly number[];
    readonly pieces: readonly number[];
    readonly markers: readonly number[];
    /** "None of these" first. */
    readonly scores: readonly number[];
    /** First and last piece of the best sentence's phrase, in the window. */
    readonly phrase: readonly [number, number];
  }[];
}

export const golden = JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8')) as Golden;

/** The sentences of a case's text, each with the number of its paragraph. */
export function sentencesOf({ text }: Case): { text: string; paragraph: number }[] {
  const { sentences = [], paragraphs = [] } = golden.texts[text] ?? {};
  return sentences.map((one, at) => ({ text: one, paragraph: paragraphs[at] ?? 0 }));
}
