import { sizeInWindow } from '../src/reading/layout.ts';
import { MODEL } from '../src/reading/model.ts';
import type { Asked, Reader } from '../src/reading/reader.ts';
import { readVocabulary, type Vocabulary } from '../src/reading/vocabulary.ts';
import { contentStems, wordsOf } from '../src/search/words.ts';

/** What a reader knows: which sentence answers a question. */
export interface Known {
  readonly asked: RegExp;
  /** Only behind such a talk, its questions and its quotes; 'nothing': only where nothing was said before. */
  readonly after?: RegExp | 'nothing';
  /** A part of the sentence that answers; null: none does. */
  readonly says: string | null;
  /** The phrase of it that answers. */
  readonly phrase?: string;
  /** How surely it answers, and all others don't; surely, where it isn't said. */
  readonly margin?: number;
}

/** How surely a sentence answers, or doesn't. */
const SURELY = 8;

/** The greatest margin that there is: as a sentence may have all words of a question and not answer it, where only this says that none does. */
const MOST = 12;

/** So that it is more likely to answer than not, and no more. */
const UNSURELY = 1;

let vocabulary: Vocabulary | undefined;

/**
 * A reader that a test can predict: it answers at once what it knows, and anything else by the share of the question's words, stop words left out, that a
 * sentence has: all of them are a margin of 8, half of them one of 0.
 */
export function predictable(...known: readonly Known[]): Reader {
  vocabulary ??= readVocabulary(MODEL);
  const words = vocabulary;
  return {
    read: async (asked, windows) => {
      const talk = asked.before.flatMap(({ question, sentence = '' }) => [question, sentence]).join('\n');
      const knows = known.find(
        (one) => one.asked.test(asked.question) && (one.after === 'nothing' ? talk === '' : (one.after?.test(talk) ?? true)),
      );
      return windows.map(({ sentences }) => ({
        margins: sentences.map((text) =>
          knows ? (knows.margin ?? SURELY) * (knows.says !== null && text.includes(knows.says) ? 1 : -1) : shared(asked, text),
        ),
        phrases: sentences.map((text) => phraseIn(text, knows?.phrase)),
      }));
    },
    sizeOf: (sentence) => sizeInWindow(wordsOf(sentence).length),
    most: 6,
    knows: (word) => words.has(word),
    wait: 0,
  };
}

function shared({ question }: Asked, sentence: string): number {
  const [asked, has] = [[...new Set(contentStems(question))], new Set(contentStems(sentence))];
  return asked.length === 0 ? -SURELY : SURELY * ((2 * asked.filter((stem) => has.has(stem)).length) / asked.length - 1);
}

function phraseIn(text: string, phrase: string | undefined) {
  const start = phrase === undefined ? -1 : text.indexOf(phrase);
  return start < 0 ? undefined : { start, end: start + (phrase?.length ?? 0), probability: 1 };
}

const UPRISING = /did he say about the uprising/;

/** A reader that knows the answers to what is asked about the shipped article. */
export function aleppoReader(): Reader {
  return predictable(
    { asked: /^When did the clashes begin/i, says: 'The clashes began', phrase: 'on Friday' },
    { asked: /^When (?:did|was) the fighting/i, says: 'the fighting peaked', phrase: 'between 1 am and 3 am' },
    { asked: /^Who is Mohammad Saeed/i, says: 'activist Mohammad Saeed', phrase: 'Aleppo-based activist' },
    { asked: UPRISING, after: /Saeed/, says: 'The uprising has finally' },
    { asked: UPRISING, says: null, margin: MOST },
    { asked: /^Where\??$/i, after: /clashes/, says: 'The clashes began', phrase: 'in Salaheddine' },
    { asked: /^What happened in Damascus/i, says: 'a tense calm in Damascus' },
    { asked: /^Who said that/i, after: /Damascus/, says: 'a tense calm in Damascus', phrase: 'Activists and residents' },
    { asked: /^Who fled/i, says: 'forced many residents to flee', phrase: 'many residents' },
    { asked: /^Who is the mayor/i, says: null, margin: MOST },
    { asked: /^Who leads the rebels/i, says: 'rag-tag Free Syrian Army', margin: UNSURELY },
  );
}

/** A reader that reads nothing before it is let. */
export interface Held extends Reader {
  /** How many questions wait to be read. */
  readonly waiting: number;
  /** Lets it read: what waits, and what comes. */
  release(): void;
}

/** @param wait in how many milliseconds it would answer, as it says while it is held */
export function held(reader: Reader, wait: number): Held {
  let [isHeld, waiting] = [true, 0];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    ...reader,
    read: async (...asked) => {
      waiting++;
      await released;
      waiting--;
      return reader.read(...asked);
    },
    get wait() {
      return isHeld ? wait : 0;
    },
    get waiting() {
      return waiting;
    },
    release: () => {
      isHeld = false;
      release();
    },
  };
}
