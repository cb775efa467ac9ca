import { describe, expect, test } from 'vitest';
import { answer } from '../../src/answering/answer.ts';
import { indexArticle } from '../../src/answering/article-index.ts';
import type { FourW } from '../../src/answering/question.ts';
import { readArticleFile } from '../../src/article/files.ts';

const file = readArticleFile('content/aleppo-2012.txt');
if (file.kind !== 'article') throw new Error(`the shipped article is ${file.kind}`);
const index = indexArticle(file.article);

/** A question as people ask it, behind the W of its command where it has one, and the place of the sentence that answers: paragraph.sentence. */
const QUESTIONS: [asked: string, place: string | 'not in the article'][] = [
  ['/when did the clashes begin', '5.1'],
  ['/who', '1.1'],
  ['/where', '1.1'],
  ['/when', '1.1'],
  ['Who is Mohammad Saeed?', '3.1'],
  ['/who said the uprising has finally reached Aleppo', '6.1'],
  ['/who is mohamad saeed', '3.1'],
  ['which city is the largest in Syria?', '2.1'],
  ['who is the president', '2.1'],
  ['where is the fighting taking place in the city?', '2.2'],
  ['How did Saeed talk to the reporters?', '3.1'],
  ['how long did the gunfire go on', '3.1'],
  ['who entered Aleppo from the countryside', '4.1'],
  ['how many fighters of the Free Syrian Army came in', '4.1'],
  ['to which countries did people flee', '7.1'],
  ['wher did thousands of poeple flee to?', '7.1'],
  ['what was it like in Damascus on Saturday', '8.1'],
  ['/when did the figthing peak', '9.1'],
  ['who said that the fighting peaked at night', '9.1'],
  ['why do merchants and minorities worry', '10.1'],
  ['where have the rebels been gaining strenght', '11.1'],
  ['who demonstrated against the goverment', '11.2'],
  ['how many students were killed', '12.1'],
  ['/when were the student dormitories stormed', '12.1'],
  ['what was fired at the univeristy', '12.1'],
  ['What did the Syrian Observatory for Human Rights say?', '13.1'],
  ['Who won the football match?', 'not in the article'],
  ['How much did the weapons cost?', 'not in the article'],
  ['/where was Barack Obama born', 'not in the article'],
  ['What is the population of Turkey?', 'not in the article'],
  ['/who is the mayor of Berlin', 'not in the article'],
  ['when does the train to London leave', 'not in the article'],
];

describe('the shipped article, asked as people ask', () => {
  test.each(QUESTIONS)('%s → %s', (asked, place) => {
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
