import { afterAll, describe, expect, test } from 'vitest';
import { parseLine } from '../../commands/line.ts';
import { answer, NO_TALK } from '../../src/answering/answer.ts';
import { FOUR_WS } from '../../src/answering/asks.ts';
import { openArticle } from '../../src/answering/open-article.ts';
import { readQuestion } from '../../src/answering/question.ts';
import { suggestions } from '../../src/answering/suggest.ts';
import { MODEL } from '../../src/reading/model.ts';
import { openReader } from '../../src/reading/model-reader.ts';
import { aleppo } from '../indexed.ts';
import { QUESTIONS } from './aleppo.questions.ts';

const reader = openReader(MODEL, 2);
const open = openArticle(aleppo.article, reader);
afterAll(() => reader.close());

describe('the shipped article, asked as people ask, read by the model that ships', () => {
  test.each(QUESTIONS)('%s → %s', async (asked, place) => {
    expect(await placeOf(asked)).toBe(place);
  });

  test('suggests questions that it answers with the sentence that they were made of', async () => {
    const found: string[] = [];
    for await (const question of suggestions(open, 2)) found.push(question);
    expect(found).toHaveLength(2);
    for (const question of found) expect(await placeOf(question)).not.toBe('not in the article');
  });
});

/** Paragraph and sentence of the first quote. */
async function placeOf(asked: string): Promise<string> {
  const { name, text } = parseLine(asked);
  const read = readQuestion(
    aleppo,
    text,
    FOUR_WS.find((w) => w === name),
  );
  if (read.kind !== 'question') return read.kind;
  const { kind, quotes } = await answer(open, read.question, NO_TALK, 'somebody');
  return kind === 'answer' ? `${quotes[0]?.quote.paragraph}.${quotes[0]?.quote.sentence}` : kind;
}
