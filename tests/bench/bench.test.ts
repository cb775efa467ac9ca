import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { casesOf, withoutAnswers } from '../../bench/cases.ts';
import { ENGINES } from '../../bench/engines.ts';
import { indexOf } from '../../bench/examples.ts';
import { outcomesOf } from '../../bench/quality.ts';
import { overlaps, readSet } from '../../bench/sets.ts';
import { auc, binned, bootstrap, brier, ece, percentile, randomFrom } from '../../bench/statistics.ts';
import { NEWS } from '../../bench/stories.ts';
import { mistyped } from '../../bench/typo.ts';
import { answer } from '../../src/answering/answer.ts';
import { FOUR_WS } from '../../src/answering/asks.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('question sets', () => {
  test("SQuAD's format and our own give the same questions", () => {
    const questions = [
      { question: 'Who sang?', answerable: true, evidence: [[16, 20]] },
      { question: 'Who danced?', answerable: false, evidence: [] },
      { question: 'When did it end?', answerable: true, evidence: [[40, 45]] },
    ];
    const own = file('own.json', { articles: [{ text: '𝄞 In the hall, Anna sang.\n\nIt ended at seven.', questions }] });
    const first = {
      context: '𝄞 In the hall, Anna sang.', // one code point, two UTF-16 units
      qas: [
        { question: 'Who sang? ', answers: [{ text: 'Anna', answer_start: 15 }] },
        { question: 'Who danced?', is_impossible: true, answers: [] },
      ],
    };
    const second = {
      context: 'It ended at seven.',
      qas: [{ question: 'When did\nit end?', answers: [{ text: 'seven', answer_start: 12 }] }],
    };
    const squad = file('squad.json', { version: '2.0', data: [{ title: 'A song', paragraphs: [first, second] }] });
    expect(readSet(squad).articles).toEqual(readSet(own).articles);
    const answers = readSet(squad).articles.flatMap(({ text, questions }) =>
      questions.flatMap((one) => one.evidence.map((e) => text.slice(...e))),
    );
    expect(answers).toEqual(['Anna', 'seven']);
  });

  test('a file of another format is named', () => {
    expect(() => readSet(file('other.json', {}))).toThrow('other.json');
  });

  test('the evidence of our own set is the answers, each in one sentence', () => {
    const set = readSet('bench/own.json');
    expect(set.articles.flatMap(({ questions }) => questions).length).toBeGreaterThan(50);
    for (const { text, questions } of casesOf(set))
      for (const one of questions) {
        expect(one.evidence.map(([start, end]) => text.article.text.slice(start, end))).toEqual((one as { answers?: string[] }).answers);
        expect(one.answerable).toBe(one.evidence.length > 0);
        for (const range of one.evidence) expect(text.article.sentences.filter((s) => overlaps(s, [range]))).toHaveLength(1);
      }
  });

  test('the news stories have the words of their labels, and a who, a where, a when and a what', () => {
    for (const [name, story] of Object.entries(NEWS))
      for (const w of FOUR_WS) {
        expect(story[w]?.length, `${name}, ${w}`).toBeGreaterThan(0);
        for (const words of story[w]) expect(`${story.headline}\n${story.text}`).toContain(words);
      }
  });

  test.each([
    ['who', 'mine', 2],
    ['where', 'mine', 2],
    ['where', 'airstrike', 1],
    ['when', 'painting', 2],
  ] as const)('the main %s of a news story (%s) is found behind its headline', (w, name, at) => {
    const { headline = '', text = '' } = NEWS[name] ?? {};
    const given = answer(indexOf(`${headline}\n\n${text}`), '', w);
    expect('quotes' in given && given.quotes[0]?.quote.index).toBe(at);
  });

  test('without its answers, an article has the other sentences, and none that answers', () => {
    const cases = casesOf(readSet('bench/own.json'));
    expect(withoutAnswers(cases)).toHaveLength(cases.length);
    for (const [i, { text, questions }] of withoutAnswers(cases).entries()) {
      const evidence = cases[i]?.questions.slice(0, 4).flatMap((one) => one.evidence) ?? [];
      expect(text.article.sentences.some((sentence) => overlaps(sentence, evidence))).toBe(false);
      expect(text.sentences.length).toBe(cases[i]?.text.article.sentences.filter((sentence) => !overlaps(sentence, evidence)).length);
      expect(questions.map(({ answerable }) => answerable)).toEqual([false, false, false, false]);
    }
  });

  test('a typing mistake changes one word, the same one for the same seed', () => {
    const question = 'When did the clashes in Salaheddine begin?';
    const once = Array.from(
      { length: 20 },
      (
        (random) => () =>
          mistyped(question, random)
      )(randomFrom(1)),
    );
    const again = Array.from(
      { length: 20 },
      (
        (random) => () =>
          mistyped(question, random)
      )(randomFrom(1)),
    );
    expect(again).toEqual(once);
    const changed = (typed: string) => typed.split(' ').filter((word, i) => word !== question.split(' ')[i]).length;
    expect(Math.max(...once.map(changed))).toBe(1);
    expect(once.filter((typed) => changed(typed) === 1).length).toBeGreaterThan(15);
    expect(mistyped('Who was it?', randomFrom(1))).toBe('Who was it?');
  });
});

describe('engines', () => {
  const text = 'Anna sang in the hall. Bert repaired the old bicycle. Nobody saw the lighthouse.';
  const questions = [{ question: 'Who repaired the bicycle?', answerable: true, evidence: [[23, 27]] }];
  const cases = casesOf(readSet(file('bicycle.json', { articles: [{ text, questions }] })));

  test.each(ENGINES.filter(({ name }) => name !== 'Fuse.js, defaults'))('$name finds a sentence by its words', (engine) => {
    expect(outcomesOf(engine, cases)).toMatchObject([{ first: true, three: true, answered: true }]);
  });
});

describe('statistics', () => {
  test('a share of all values is at or under a percentile', () => {
    expect([0, 0.5, 1].map((share) => percentile([3, 1, 2], share))).toEqual([1, 2, 3]);
  });

  test('the bootstrap interval of a mean is that of its normal approximation, where there are many values', () => {
    const [low, high] = bootstrap(Array.from({ length: 400 }, (_, i) => Number(i % 4 > 0)));
    const error = 1.96 * Math.sqrt((0.75 * 0.25) / 400);
    expect(low).toBeCloseTo(0.75 - error, 1.8);
    expect(high).toBeCloseTo(0.75 + error, 1.8);
    expect(bootstrap([1, 1, 1])).toEqual([1, 1]);
  });

  test.each([
    [[0.9, 0.8], [0.1], 1],
    [[0.9, 0.2], [0.5], 0.5],
    [[0.5], [0.5], 0.5],
    [[0.9, 0.4], [0.5, 0.1], 0.75],
  ])('auc of %j over %j is %d', (high, low, expected) => {
    expect(auc(high, low)).toBe(expected);
  });

  test('Brier and ECE of four forecasts', () => {
    const forecasts = [
      { said: 1, so: true },
      { said: 0.95, so: false },
      { said: 0.25, so: false },
      { said: 0.25, so: true },
    ];
    expect(brier(forecasts)).toBeCloseTo((0 + 0.95 ** 2 + 0.25 ** 2 + 0.75 ** 2) / 4);
    expect(ece(binned(forecasts))).toBeCloseTo((2 * (0.975 - 0.5) + 2 * (0.5 - 0.25)) / 4);
  });
});

function file(name: string, json: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(json));
  return path;
}
