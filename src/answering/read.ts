import { createHash } from 'node:crypto';
import { quote } from '../article/article.ts';
import type { Phrase } from '../reading/phrase.ts';
import { type Asked, NOBODY, type Person } from '../reading/reader.ts';
import { contentStems } from '../search/words.ts';
import { withMark } from './asks.ts';
import type { OpenArticle } from './open-article.ts';
import type { Question } from './question.ts';
import { type Stretch, whereToLook } from './where-to-look.ts';

/** A turn of the talk before a question: its question, and the sentence that answered it, by its number; without one, the article didn't say. */
export interface Turn {
  readonly question: string;
  readonly sentence?: number;
}

/** What the reader says of a sentence. */
export interface SentenceReading {
  /** Its number in the article, counting from 0. */
  readonly at: number;
  /** How much better it answers than nothing that its window says. */
  readonly margin: number;
  readonly phrase?: Phrase | undefined;
}

/** What the reader says of a question. */
export interface Reading {
  /** Of every sentence that was read, in no order. */
  readonly sentences: readonly SentenceReading[];
  /** What was read. */
  readonly stretches: readonly Stretch[];
}

/** So many readings are remembered: of more, the oldest go. */
const REMEMBERED = 1000;

/**
 * Reads an article with a question in mind. What was read for somebody is remembered: the same question with the same talk is read once.
 * @param talk the turns before it, the latest first
 */
export async function read(open: OpenArticle, question: Question, talk: readonly Turn[], by: Person): Promise<Reading> {
  const { readings } = open;
  const key = keyOf(question, talk);
  const known = readings.get(key);
  if (known) return known;
  const reading = readAnew(open, question, talk, by);
  if (by === NOBODY) await reading; // somebody who asks the same meanwhile has not to wait as nobody does
  const [oldest] = readings.size >= REMEMBERED ? readings.keys() : [];
  if (oldest !== undefined) readings.delete(oldest);
  readings.set(key, reading);
  reading.catch(() => readings.delete(key)); // what failed is tried again
  return reading;
}

/** What people typed is not kept for that: only a hash of it. */
function keyOf({ text }: Question, talk: readonly Turn[]): string {
  return createHash('sha256')
    .update(JSON.stringify([text, talk]))
    .digest('base64');
}

async function readAnew(open: OpenArticle, question: Question, talk: readonly Turn[], by: Person): Promise<Reading> {
  const { article, reader } = open;
  const textOf = (at: number) => quote(article, at).text;
  const stretches = whereToLook(open, {
    stems: question.words.map(({ stem }) => stem),
    earlier: talk.flatMap((turn) => contentStems(turn.question)),
    quoted: talk.find(({ sentence }) => sentence !== undefined)?.sentence,
  });
  const asked: Asked = {
    question: withMark(question.text),
    before: talk.map((turn) => ({
      question: withMark(turn.question),
      ...(turn.sentence !== undefined && { sentence: textOf(turn.sentence) }),
    })),
  };
  const windows = stretches.map(([from, to]) => {
    const own = article.sentences.slice(from, to);
    return {
      sentences: own.map(({ index }) => textOf(index)),
      paragraphs: own.map(({ block }) => block),
      beginsText: from === 0,
    };
  });
  const readings = await reader.read(asked, windows, by);
  return { sentences: together(stretches, readings), stretches };
}

/** A sentence of several windows counts as in the one where its margin is greatest. */
function together(stretches: readonly Stretch[], readings: Awaited<ReturnType<OpenArticle['reader']['read']>>): SentenceReading[] {
  const best = new Map<number, SentenceReading>();
  for (const [i, { margins, phrases }] of readings.entries())
    for (const [k, margin] of margins.entries()) {
      const at = (stretches[i]?.[0] ?? 0) + k;
      if (margin > (best.get(at)?.margin ?? Number.NEGATIVE_INFINITY)) best.set(at, { at, margin, phrase: phrases[k] });
    }
  return [...best.values()];
}
