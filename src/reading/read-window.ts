import { type Ids, questionBlock, windowBlock } from './layout.ts';
import { phraseIn } from './phrase.ts';
import type { Asked, Window, WindowReading } from './reader.ts';
import type { Session } from './session.ts';
import type { Piece } from './word-pieces.ts';

/** A text as word pieces. */
export type Cut = (text: string) => readonly Piece[];

/** The word pieces of a question and its talk. */
export function blockOf(cut: Cut, { question, before }: Asked): Ids {
  const idsOf = (text: string) => ids(cut(text));
  return questionBlock(
    idsOf(question),
    before.map((turn) => ({ question: idsOf(turn.question), ...(turn.sentence !== undefined && { sentence: idsOf(turn.sentence) }) })),
  );
}

/**
 * Reads one window.
 * @param question the word pieces of the question and its talk
 * @param took is told how many pieces the model has read, and in how many milliseconds
 */
export async function readWindow(
  session: Session,
  cut: Cut,
  question: Ids,
  { sentences, paragraphs, beginsText }: Window,
  took: (ms: number, pieces: number) => void,
): Promise<WindowReading> {
  const own = sentences.map(cut);
  const { pieces, markers } = windowBlock(
    own.map((one, at) => ({ pieces: ids(one), paragraph: paragraphs[at] ?? 0 })),
    beginsText,
  );
  const started = performance.now();
  const { scores, phrases } = await session.read({ question, window: pieces, markers });
  took(performance.now() - started, question.length + pieces.length);
  const [none = 0, ...scored] = scores;
  const lengthOf = (at: number) => (markers[at + 1] ?? pieces.length - 1) - (markers[at] ?? 0) - 1;
  return {
    margins: scored.map((score) => score - none),
    phrases: markers.map((marker, at) => phraseIn(phrases, marker + 1, (own[at] ?? []).slice(0, lengthOf(at)), sentences[at] ?? '')),
  };
}

const ids = (pieces: readonly Piece[]): Ids => pieces.map(({ id }) => id);
