import { expect, test } from 'vitest';
import { casesOf, offArticle, someOf, withoutAnswers } from '../../bench/cases.ts';
import { overlaps, readSet } from '../../bench/sets.ts';
import { randomFrom } from '../../bench/statistics.ts';
import { mistyped } from '../../bench/typo.ts';

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
  const [once, again] = [randomFrom(1), randomFrom(1)].map((random) => Array.from({ length: 20 }, () => mistyped(question, random)));
  expect(again).toEqual(once);
  const changed = (typed: string) => typed.split(' ').filter((word, i) => word !== question.split(' ')[i]).length;
  expect(Math.max(...(once ?? []).map(changed))).toBe(1);
  expect(once?.filter((typed) => changed(typed) === 1).length).toBeGreaterThan(15);
  expect(mistyped('Who was it?', randomFrom(1))).toBe('Who was it?');
});

test("an article is asked the next one's questions, and so many of its own at most", () => {
  const cases = casesOf(readSet('bench/own.json'));
  const [first, second] = cases;
  expect(offArticle(cases)[0]).toEqual({
    text: first?.text,
    questions: second?.questions.map((one) => ({ ...one, answerable: false, evidence: [] })),
  });
  expect(someOf(cases, 9).map(({ questions }) => questions.length)).toEqual([3, 3, 3]);
  expect(someOf(cases, 1000)).toEqual(cases);
});
