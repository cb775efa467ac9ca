import { setImmediate as soon } from 'node:timers/promises';
import PQueue from 'p-queue';
import { type Ids, questionBlock, sizeInWindow, windowBlock } from './layout.ts';
import type { BadModel } from './model.ts';
import { openPace } from './pace.ts';
import { phraseIn } from './phrase.ts';
import { type Asked, NOBODY, type Reader, type Window, type WindowReading } from './reader.ts';
import { openSession, type Session } from './session.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';
import { type Piece, piecesOf } from './word-pieces.ts';

/** The reader that is a model. It can be asked at once; what is asked before the model is loaded waits for it. */
export interface ModelReader extends Reader {
  /** When the model is loaded and has been tried: how long a window takes here, in milliseconds, where that is slow; or what is wrong. */
  readonly loaded: Promise<{ kind: 'loaded'; slow?: number } | BadModel>;
  close(): Promise<void>;
}

/** No part of what the model reads has room for more pieces. */
const MOST_PIECES = 110;

/** Behind all people's questions. */
const LAST = -1_000_000;

/** What loading takes, in milliseconds, before that is known. */
const LOADING = 500;

/**
 * @param folder of the model
 * @param threads how many it computes with
 */
export function openReader(folder: string, threads: number): ModelReader {
  const opening = soon().then(() => openSession(folder, threads)); // whoever is there sees a prompt first
  const pace = openPace();
  const queue = new PQueue({ concurrency: 1 });
  const waiting = new Map<string, number>();
  let windowsWaiting = 0;
  let isLoaded = false;
  let vocabulary: Vocabulary | undefined;
  const pieces = (text: string) => {
    vocabulary ??= readVocabulary(folder);
    return piecesOf(text, vocabulary, MOST_PIECES);
  };

  const readWindow = async (session: Session, question: Ids, { sentences, paragraphs, beginsText }: Window): Promise<WindowReading> => {
    const own = sentences.map(pieces);
    const ofSentences = own.map((one, at) => ({ pieces: ids(one), paragraph: paragraphs[at] ?? 0 }));
    const block = windowBlock(ofSentences, beginsText);
    const started = performance.now();
    const { scores, phrases } = await session.read({ question, window: block.pieces, markers: block.markers });
    pace.took(performance.now() - started, question.length + block.pieces.length);
    const [none = 0, ...scored] = scores;
    const lengthOf = (at: number) => (block.markers[at + 1] ?? block.pieces.length - 1) - (block.markers[at] ?? 0) - 1;
    return {
      margins: scored.map((score) => score - none),
      phrases: block.markers.map((marker, at) => phraseIn(phrases, marker + 1, (own[at] ?? []).slice(0, lengthOf(at)))),
    };
  };

  const blockOf = ({ question, before }: Asked): Ids =>
    questionBlock(
      ids(pieces(question)),
      before.map(({ question, sentence }) => ({
        question: ids(pieces(question)),
        ...(sentence !== undefined && { sentence: ids(pieces(sentence)) }),
      })),
    );

  /** The first run is slow wherever it happens. */
  const tryOut = async (session: Session) => {
    for (let run = 0; run < 2; run++) await readWindow(session, blockOf({ question: TRIED, before: [] }), TRIED_WINDOW);
    isLoaded = true;
    return { kind: 'loaded', ...(pace.isSlow && { slow: pace.window }) } as const;
  };

  const loaded = opening.then(tryOut).catch((error: Error): BadModel => ({ kind: 'model does not load', folder, reason: error.message }));

  return {
    loaded,
    read: async (asked, windows, by) => {
      const before = waiting.get(by) ?? 0;
      waiting.set(by, before + 1);
      windowsWaiting += windows.length;
      const work = async () => {
        const session = await opening;
        await loaded;
        const question = blockOf(asked);
        const readings: WindowReading[] = [];
        for (const window of windows) readings.push(await readWindow(session, question, window));
        return readings;
      };
      return queue.add(work, { priority: by === NOBODY ? LAST : -before }).finally(() => {
        windowsWaiting -= windows.length;
        const left = (waiting.get(by) ?? 1) - 1;
        if (left > 0) waiting.set(by, left);
        else waiting.delete(by);
      });
    },
    sizeOf: (sentence) => sizeInWindow(pieces(sentence).length),
    get most() {
      return pace.most;
    },
    knows: (word) => {
      vocabulary ??= readVocabulary(folder);
      return vocabulary.has(word);
    },
    get wait() {
      return windowsWaiting * pace.window + (isLoaded ? 0 : LOADING);
    },
    close: async () => {
      queue.clear();
      await opening.then(
        (session) => session.close(),
        () => undefined,
      );
    },
  };
}

const ids = (pieces: readonly Piece[]): Ids => pieces.map(({ id }) => id);

/** What the model is tried with: about half a window. */
const TRIED = 'How long does it take to read this?';
const TRIED_WINDOW: Window = {
  sentences: Array.from({ length: 12 }, () => 'The first runs tell how long it takes to read a window here, and how many there can be.'),
  paragraphs: Array.from({ length: 12 }, () => 1),
  beginsText: true,
};
