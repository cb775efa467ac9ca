import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, test } from 'vitest';
import { windowsOver } from '../../src/reading/layout.ts';
import { MODEL } from '../../src/reading/model.ts';
import { openReader } from '../../src/reading/model-reader.ts';
import { NOBODY, type Window } from '../../src/reading/reader.ts';
import { type Case, golden, sentencesOf } from './golden.ts';

const reader = openReader(MODEL, 1);
afterAll(() => reader.close());

/** Processors round int8 products differently: single margins by as much as 1 where one has no instructions for them, all together by less than this. */
const ROUNDED = 0.5;

const about = golden.cases.filter(({ text }) => text === 'article');

function windowsOf(one: Case): Window[] {
  const sentences = sentencesOf(one);
  return windowsOver(sentences.map(({ text }) => reader.sizeOf(text))).map(([from, to]) => ({
    sentences: sentences.slice(from, to).map(({ text }) => text),
    paragraphs: sentences.slice(from, to).map(({ paragraph }) => paragraph),
    beginsText: from === 0,
  }));
}

function askedOf(one: Case) {
  const sentences = sentencesOf(one);
  const before = one.before.map(({ question, sentence }) => ({
    question,
    ...(sentence !== null && { sentence: sentences[sentence]?.text ?? '' }),
  }));
  return { question: one.question, before };
}

const bestOf = (margins: readonly number[]) => margins.indexOf(Math.max(...margins));

describe('the model', () => {
  // Of each one window: the first, and in turn the second.
  test.each(about.map((one, i) => [one.question, one, i % one.windows.length] as const))(
    'says of "%s" what the reference says',
    async (_, one, at) => {
      const { scores } = one.windows[at] as Case['windows'][number];
      const [none = 0, ...sentences] = scores;
      const wanted = sentences.map((score) => score - none);
      const [{ margins } = { margins: [] as readonly number[] }] = await reader.read(
        askedOf(one),
        windowsOf(one).slice(at, at + 1),
        'somebody',
      );
      expect(margins).toHaveLength(wanted.length);
      expect(bestOf(margins)).toBe(bestOf(wanted));
      const squares = wanted.map((margin, k) => ((margins[k] ?? 99) - margin) ** 2);
      expect(Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length)).toBeLessThan(ROUNDED);
    },
  );

  test('says which words answer', async () => {
    const [one] = about as [Case];
    const [window] = windowsOf(one) as [Window];
    const [reading] = await reader.read({ question: 'When did the clashes begin?', before: [] }, [window], 'somebody');
    const best = bestOf(reading?.margins ?? []);
    const phrase = reading?.phrases[best];
    expect(window.sentences[best]?.slice(phrase?.start, phrase?.end)).toMatch(/on Friday$/);
  });
});

const SHORT: Window = { sentences: ['It rained.'], paragraphs: [1], beginsText: true };

test('readers wait in turn, by person: who floods waits behind everybody, and what nobody waits for comes last', async () => {
  const order: string[] = [];
  const ask = (question: string, by: string) => reader.read({ question, before: [] }, [SHORT], by).then(() => order.push(question));
  await Promise.all([
    ask('a0', 'a'),
    ask('nobody', NOBODY),
    ask('a1', 'a'),
    ask('a2', 'a'),
    ask('a3', 'a'),
    ask('b1', 'b'),
    ask('c1', 'c'),
  ]);
  expect(order.slice(0, 1)).toEqual(['a0']);
  expect(order.slice(1, 4).sort()).toEqual(['a1', 'b1', 'c1']);
  expect(order.slice(4)).toEqual(['a2', 'a3', 'nobody']);
});

test('that its thread has ended is said to all who ask, and keeps nobody waiting', async () => {
  const started = once(process, 'worker') as Promise<[Worker]>;
  const other = openReader(MODEL, 1);
  const [thread] = await started;
  await other.loaded;
  await thread.terminate();
  for (const by of ['a', 'b']) await expect(other.read({ question: 'why', before: [] }, [SHORT], by)).rejects.toThrow('has ended');
  await other.close();
});

test('who asks can know how long it will take', async () => {
  expect(reader.wait).toBe(0);
  const readings = Promise.all(['a', 'b'].map((by) => reader.read({ question: 'why', before: [] }, [SHORT, SHORT], by)));
  const both = reader.wait;
  expect(both).toBeGreaterThan(0);
  await readings;
  expect(reader.wait).toBe(0);
});

test('what is asked while it is closed keeps nobody from closing it again, as a signal does', async () => {
  const other = openReader(MODEL, 1);
  await other.loaded;
  const closing = other.close();
  const asked = other.read({ question: 'why', before: [] }, [SHORT], 'a').then(() => 'answered');
  await closing;
  expect(await Promise.race([other.close().then(() => 'closed'), asked])).toBe('closed');
});
