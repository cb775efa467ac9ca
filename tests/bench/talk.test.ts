import { expect, test } from 'vitest';
import { questionsOf } from '../../bench/crowd.ts';
import { decisionsIn } from '../../bench/decisions.ts';
import type { TalkSet } from '../../bench/sets.ts';
import { held, talkTable } from '../../bench/talk.ts';
import { predictable } from '../reader.ts';

const TEXT = 'Anna Lind sang in the hall. Bert Osk repaired the old bicycle. He comes from Tarrow. Nobody saw the lighthouse.';
const at = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];
const SET: TalkSet = {
  name: 'a bicycle',
  articles: [
    {
      text: TEXT,
      questions: [{ question: 'Who sang in the hall?', answerable: true, evidence: [at('Anna Lind')] }],
      talks: [
        [
          { question: 'Who repaired the bicycle?', answerable: true, evidence: [at('Bert Osk')] },
          { question: 'Where is he from?', alone: 'Where is Bert Osk from?', answerable: true, evidence: [at('He comes')] },
          { question: 'And what does he eat?', alone: 'What does Bert Osk eat?', answerable: false, evidence: [] },
        ],
      ],
    },
  ],
};

/** Where he is from, it knows only behind the question who repaired the bicycle. */
const reader = predictable(
  { asked: /^Where is he from/, after: /repaired/, says: 'He comes from' },
  { asked: /^Where is he from/, says: null },
  { asked: /what does he eat/, says: 'bicycle' },
);

test('a talk is held in order, and each turn goes on from what was answered', async () => {
  const turned = await held(SET, reader);
  expect(turned.map(({ kind, first, answered }) => [kind, first, answered])).toEqual([
    ['single', true, true],
    ['alone', true, true],
    ['follow', true, true],
    ['follow', false, true],
  ]);
  expect(talkTable(turned)).toContain(
    '| in a talk, goes on from it |          1 |              100.0 |       100.0 |        1 |     0.0 |',
  );
  expect(talkTable(turned)).toContain('25.0 % wrong and sure');
});

test('what was decided by is what was read for the answer that was given', async () => {
  const decided = await decisionsIn(SET, reader);
  const given = decided.filter((one) => one.given);
  expect(given.map(({ kind }) => kind)).toEqual(['single', 'alone', 'follow', 'follow']);
  const best = given.map(({ sentences }) => [...sentences].sort((a, b) => b.margin - a.margin)[0]?.at ?? -1);
  expect(best).toEqual([0, 1, 2, 1]);
  expect(given.map(({ isRight }, i) => isRight(best[i] ?? -1))).toEqual([true, true, true, false]);
  expect(given[2]?.beside).toMatchObject({ quoted: [1] });
});

test('a crowd asks the same in each run, and in each round what it has not asked', () => {
  expect(questionsOf(1, 50)).toEqual(questionsOf(1, 50));
  const asked = [0, 1, 2].flatMap((round) => questionsOf(round, 50)).map(({ command, text }) => `${command} ${text}`);
  expect(new Set(asked).size).toBeGreaterThan(120);
});
