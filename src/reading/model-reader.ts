import { setImmediate as soon } from 'node:timers/promises';
import { MOST_PIECES, sizeInWindow } from './layout.ts';
import { type BadModel, MODEL, problemWith } from './model.ts';
import { MOST_WINDOWS, openPace, windowsAt } from './pace.ts';
import { openQuiet } from './quiet.ts';
import { blockOf, readWindow } from './read-window.ts';
import { NOBODY, type Reader, type Window, type WindowReading } from './reader.ts';
import { openSession, type Session } from './session.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';
import { piecesOf } from './word-pieces.ts';

/** The reader that is a model. It can be asked at once; what is asked before the model is loaded waits for it. */
export interface ModelReader extends Reader {
  /** When the model is loaded and has been tried. */
  readonly loaded: Promise<Loaded | BadModel>;
  /** Tells somebody from now on how many milliseconds each window takes. */
  watch(told: (ms: number) => void): void;
  close(): Promise<void>;
}

export interface Loaded {
  readonly kind: 'loaded';
  /** What a full window takes here, in milliseconds, and how many are read for a question; undefined where that is as many as anywhere. */
  readonly slow?: { readonly ms: number; readonly windows: number };
}

/** What loading takes, in milliseconds, before that is known. */
const LOADING = 500;

/** The model is tried so often: the first run is slow wherever it happens, and the fastest tells what the machine can do. */
const TRIES = 2;

/** Opens the model in a folder, or the one that ships, where its files are whole. */
export function openModel({
  folder = MODEL,
  threads,
}: {
  folder?: string;
  threads: number;
}): { kind: 'reader'; reader: ModelReader } | BadModel {
  return problemWith(folder) ?? { kind: 'reader', reader: openReader(folder, threads) };
}

/**
 * @param folder of the model
 * @param threads how many it computes with
 */
export function openReader(folder: string, threads: number): ModelReader {
  const later = soon(); // whoever is there sees a prompt first
  const opening = later.then(() => openSession(folder, threads));
  const queue = later.then(() => import('./queue.ts')).then(({ openQueue }) => openQueue());
  const [pace, quiet] = [openPace(), openQuiet()];
  let told: ((ms: number) => void) | undefined;
  const took = (ms: number, pieces: number) => {
    pace.took(ms, pieces);
    told?.(ms);
  };
  let [windowsWaiting, most, isLoaded] = [0, MOST_WINDOWS, false];
  let known: Vocabulary | undefined;
  const vocabulary = () => {
    known ??= readVocabulary(folder);
    return known;
  };
  const cut = (text: string) => piecesOf(text, vocabulary(), MOST_PIECES);

  const tryOut = async (session: Session): Promise<Loaded> => {
    const question = blockOf(cut, { question: TRIED, before: [] });
    let fastest = Number.POSITIVE_INFINITY;
    for (let run = 0; run < TRIES; run++) {
      await readWindow(session, cut, question, TRIED_WINDOW, pace.took);
      fastest = Math.min(fastest, pace.last);
    }
    most = windowsAt(fastest);
    isLoaded = true;
    return { kind: 'loaded', ...(most < MOST_WINDOWS && { slow: { ms: fastest, windows: most } }) };
  };
  const loaded = opening.then(tryOut).catch((error: Error): BadModel => ({ kind: 'model does not load', folder, reason: error.message }));

  return {
    loaded,
    watch: (who) => {
      told = who;
    },
    read: (asked, windows, by) => {
      const awaited = by === NOBODY ? 0 : windows.length;
      windowsWaiting += awaited;
      const work = async () => {
        const session = await opening;
        await loaded;
        const question = blockOf(cut, asked);
        const readings: WindowReading[] = [];
        for (const window of windows) readings.push(await readWindow(session, cut, question, window, took));
        return readings;
      };
      if (by !== NOBODY) quiet.disturb();
      return Promise.all([queue, by === NOBODY ? quiet.wait() : undefined])
        .then(([{ add }]) => add(by, work))
        .finally(() => {
          windowsWaiting -= awaited;
        });
    },
    sizeOf: (sentence) => sizeInWindow(cut(sentence).length),
    knows: (word) => vocabulary().has(word),
    get most() {
      return most;
    },
    get wait() {
      return windowsWaiting * pace.window + (isLoaded ? 0 : LOADING);
    },
    close: async () => {
      (await queue).clear();
      await opening.then(
        (session) => session.close(),
        () => undefined,
      );
    },
  };
}

/** What the model is tried with: about a quarter of a window. */
const TRIED = 'How long does it take to read this?';
const TRIED_WINDOW: Window = {
  sentences: Array.from({ length: 5 }, () => 'The first runs tell how long it takes to read a window here, and how many there can be.'),
  paragraphs: Array.from({ length: 5 }, () => 1),
  beginsText: true,
};
