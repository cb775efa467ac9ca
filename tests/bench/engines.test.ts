import { expect, test } from 'vitest';
import { casesOf } from '../../bench/cases.ts';
import { textOf } from '../../bench/engine.ts';
import { enginesWith } from '../../bench/engines.ts';
import { byMostWindows } from '../../bench/most-windows.ts';
import { prose, questionAbout } from '../../bench/prose.ts';
import { outcomesOf, qualityOf } from '../../bench/quality.ts';
import { randomFrom } from '../../bench/statistics.ts';
import { verbatim } from '../../bench/verbatim.ts';
import { readArticle } from '../../src/article/article.ts';
import type { Reader } from '../../src/reading/reader.ts';
import { predictable } from '../reader.ts';

const sentences = 'Anna sang in the hall. Bert repaired the old bicycle. Nobody saw the lighthouse.';
const questions = [{ question: 'Who repaired the bicycle?', answerable: true, evidence: [[23, 27]] as const }];
const cases = casesOf({ name: 'a bicycle', articles: [{ text: sentences, questions }] });

test.each(enginesWith(predictable()).filter(({ name }) => name !== 'Fuse.js, defaults'))(
  '$name finds a sentence by its words',
  async (engine) => {
    expect(await outcomesOf(engine, cases)).toMatchObject([{ first: true, three: true, answered: true }]);
  },
);

test('what is wrong and sure is counted where an engine says how sure it is', async () => {
  const reader = predictable({ asked: /^Who repaired/, says: 'lighthouse' });
  const wrong = (engine: ReturnType<typeof enginesWith>[number] | undefined) =>
    engine && outcomesOf(engine, cases).then((outcomes) => qualityOf(outcomes)['wrong and sure']);
  const [bot, other] = enginesWith(reader);
  expect([await wrong(bot), await wrong(other)]).toEqual(['100.0', '–']);
});

test('what is no question is not answered', async () => {
  const engine = verbatim(predictable());
  const ask = engine.index(textOf(readArticle({ title: '' }, sentences)));
  expect(engine.read(await ask('thanks'))).toEqual({ ranked: [], answered: false, confidence: 0, sure: false });
});

test('a question is read once as long as the article is open', async () => {
  const { reader, asked } = noting(predictable());
  const ask = verbatim(reader).index(textOf(readArticle({ title: '' }, sentences)));
  for (let time = 0; time < 2; time++) await ask('Who sang?');
  expect(asked).toHaveLength(1);
});

test('in a long text no more windows are read than may be', async () => {
  const random = randomFrom(1);
  const text = prose(200, random);
  const { sentences } = textOf(readArticle({ title: '' }, text));
  const asked = { question: questionAbout(sentences[150] ?? '', random), answerable: true, evidence: [[0, 1]] as const };
  const rows = await byMostWindows(new Map([['made up', casesOf({ name: '', articles: [{ text, questions: [asked] }] })]]), predictable());
  expect(rows.map((row) => row['read a question']).slice(0, 4)).toEqual(['1.0', '2.0', '4.0', '6.0']);
});

function noting(reader: Reader): { reader: Reader; asked: string[] } {
  const asked: string[] = [];
  const read: Reader['read'] = (one, ...more) => {
    asked.push(one.question);
    return reader.read(one, ...more);
  };
  return { reader: { ...reader, read }, asked };
}
