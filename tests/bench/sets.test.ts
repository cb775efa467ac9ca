import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { casesOf } from '../../bench/cases.ts';
import { overlaps, readSet, readTalks } from '../../bench/sets.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
afterAll(() => rmSync(folder, { recursive: true }));

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

test('the evidence of our own talks is in their texts, and whatever is answerable has some', () => {
  const { articles } = readTalks('bench/talk.json');
  expect(articles).toHaveLength(20);
  for (const { text, questions, talks } of articles)
    for (const one of [...questions, ...talks.flat()]) {
      expect(one.answerable).toBe(one.evidence.length > 0);
      for (const [start, end] of one.evidence) expect(text.slice(start, end).trim()).toHaveLength(end - start);
    }
  expect(talksOf(articles).filter(({ alone }) => alone !== undefined).length).toBeGreaterThan(50);
});

const talksOf = (articles: ReturnType<typeof readTalks>['articles']) => articles.flatMap(({ talks }) => talks.flat());

test('a file without talks is named', () => {
  expect(() => readTalks('bench/own.json')).toThrow('bench/own.json');
});

function file(name: string, json: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(json));
  return path;
}
