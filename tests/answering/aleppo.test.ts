import { describe, expect, test } from 'vitest';
import { answer } from '../../src/answering/answer.ts';
import { indexArticle } from '../../src/answering/article-index.ts';
import type { FourW } from '../../src/answering/asks.ts';
import { readArticleFile } from '../../src/article/files.ts';
import { MISSED, QUESTIONS } from './aleppo.questions.ts';

const file = readArticleFile('content/aleppo-2012.txt');
if (file.kind !== 'article') throw new Error(`the shipped article is ${file.kind}`);
const index = indexArticle(file.article);

describe('the shipped article, asked as people ask', () => {
  test.each(QUESTIONS)('%s → %s', (asked, place) => {
    expect(placeOf(asked)).toBe(place);
  });

  test.fails.each(MISSED)('%s → %s', (asked, place) => {
    expect(placeOf(asked)).toBe(place);
  });
});

function placeOf(asked: string): string {
  const [, asks, text = asked] = /^\/(who|where|when|what) ?(.*)$/.exec(asked) ?? [];
  const given = answer(index, text, asks as FourW | undefined);
  if (given.kind !== 'answer') return given.kind;
  const quote = given.quotes[0]?.quote;
  return `${quote?.paragraph}.${quote?.sentence}`;
}
