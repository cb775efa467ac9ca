import { sizeInWindow } from '../src/reading/layout.ts';
import { MODEL } from '../src/reading/model.ts';
import type { Asked, Reader } from '../src/reading/reader.ts';
import { readVocabulary } from '../src/reading/vocabulary.ts';
import { STOP_WORDS, wordsOf } from '../src/search/words.ts';

/** What a reader knows: which sentence answers a question. */
export interface Known {
  readonly asked: RegExp;
  /** Only behind such a talk, its questions and its quotes; 'nothing': only where nothing was said before. */
  readonly after?: RegExp | 'nothing';
  /** A part of the sentence that answers; null: none does. */
  readonly says: string | null;
  /** The phrase of it that answers. */
  readonly phrase?: string;
}

/** How surely a sentence answers, or doesn't. */
const SURELY = 4;

/**
 * A reader that a test can predict: it answers at once what it knows, and anything else by the share of the question's words, stop words left out, that a
 * sentence has: all of them are a margin of 4, half of them one of 0.
 */
export function predictable(...known: readonly Known[]): Reader {
  const words = readVocabulary(MODEL);
  return {
    read: async (asked, windows) => {
      const talk = asked.before.flatMap(({ question, sentence = '' }) => [question, sentence]).join('\n');
      const knows = known.find(
        (one) => one.asked.test(asked.question) && (one.after === 'nothing' ? talk === '' : (one.after?.test(talk) ?? true)),
      );
      return windows.map(({ sentences }) => ({
        margins: sentences.map((text) =>
          knows ? SURELY * (knows.says !== null && text.includes(knows.says) ? 1 : -1) : shared(asked, text),
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
  const stems = (text: string) => wordsOf(text).flatMap(({ form, stem }) => (STOP_WORDS.has(form) ? [] : stem));
  const [asked, has] = [stems(question), new Set(stems(sentence))];
  return asked.length === 0 ? -SURELY : SURELY * ((2 * asked.filter((stem) => has.has(stem)).length) / asked.length - 1);
}

function phraseIn(text: string, phrase: string | undefined) {
  const start = phrase === undefined ? -1 : text.indexOf(phrase);
  return start < 0 ? undefined : { start, end: start + (phrase?.length ?? 0), probability: 1 };
}
