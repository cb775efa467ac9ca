import { describe, expect, test } from 'vitest';
import { type ArticleIndex, indexArticle } from '../../src/answering/article-index.ts';
import { FOUR_WS } from '../../src/answering/asks.ts';
import { readArticleFile } from '../../src/article/files.ts';
import { answerIn, type Turn } from '../../src/conversation/follow-up.ts';
import type { Said } from '../../src/conversation/said.ts';
import { CONVERSATIONS } from './twelve.ts';

const indexes = new Map(CONVERSATIONS.map(([file]) => [file, indexOf(file)]));

function indexOf(file: string): ArticleIndex {
  const read = readArticleFile(file);
  if (read.kind !== 'article') throw new Error(`${file} is ${read.kind}`);
  return indexArticle(read.article);
}

function ask(index: ArticleIndex, line: string, said?: Said): Turn {
  const [, w, text = line] = /^\/(who|where|when|what) ?(.*)$/.exec(line) ?? [];
  return answerIn(
    index,
    text,
    FOUR_WS.find((one) => one === w),
    said,
  );
}

function placeOf({ answer }: Turn): string {
  if (answer.kind !== 'answer') return answer.kind;
  const quote = answer.quotes[0]?.quote;
  return `${quote?.paragraph}.${quote?.sentence}`;
}

/** Each turn of all conversations, with where its answer stands in the conversation and without one. */
const turns = CONVERSATIONS.flatMap(([file, conversation]) => {
  const index = indexes.get(file) as ArticleIndex;
  let said: Said | undefined;
  return conversation.map(([asked, places, kind]) => {
    const turn = ask(index, asked, said);
    said = turn.said;
    const right = (place: string) => places.split(' ').includes(place);
    return {
      file,
      asked,
      places,
      kind,
      turn,
      place: placeOf(turn),
      right: right(placeOf(turn)),
      rightAlone: right(placeOf(ask(index, asked))),
    };
  });
});

describe('twelve conversations', () => {
  const followUps = turns.filter(({ kind }) => kind === 'follow-up');

  test('of their follow-ups, at least 85 in 100 are answered with the right quote first', () => {
    const wrong = followUps.filter(({ right }) => !right).map(({ asked, places, place }) => `${asked} → ${place}, not ${places}`);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(0.15 * followUps.length);
  });

  test.each(turns.filter(({ kind }) => kind === 'alone').map((one) => [one.asked, one] as const))(
    '%s is answered as if nothing had come before',
    (_asked, { turn, place, rightAlone, right }) => {
      expect(turn.about).toBeUndefined();
      expect([place, right]).toEqual([place, rightAlone]);
    },
  );
});

describe('what a talk is taken to be about', () => {
  const aleppo = indexOf('content/aleppo-2012.txt');
  /** The last of these turns. */
  const last = (...asked: string[]): Turn =>
    asked.reduce<Turn | undefined>((before, line) => ask(aleppo, line, before?.said), undefined) as Turn;

  test.each([
    ['a name, as the article writes it', ['who is saeed', 'what did he say'], 'Saeed'],
    ['words, where there is no name', ['when did the figthing peak', 'who said that'], 'fighting, peak'],
    ['what is kept of a question about something else', ['who fled', 'what about Damascus'], 'fled'],
    ['the city that was spoken of', ['when did the uprising reach Aleppo', 'who entered the city'], 'Aleppo'],
    ['nothing, after the whole story', ['/when', 'where exactly?'], undefined],
  ])('is %s', (_what, asked, about) => {
    expect(last(...asked).about).toBe(about);
  });

  test.each([
    'what do the merchants fear',
    'how is the weather',
    'is there a ceasefire',
    'what is the city of Aleppo like',
    'who wrote this article',
    'who is winning',
    'what is the story about?',
    'what does it say about Russia',
    'is the president dead',
    'why do the merchants worry about their status?',
  ])('is of no matter to "%s"', (asked) => {
    expect(last('who is Mohammad Saeed', asked)).toMatchObject({ goesOn: false });
  });

  test.each(['and then?', 'what happened next', 'n then'])('"%s" is answered by the sentence behind the quote', (asked) => {
    expect(placeOf(last('when did the clashes begin', asked))).toBe('6.1');
  });

  test('is said by somebody: a state-run school is nobody', () => {
    expect(placeOf(last('is the university closed', 'who said so?'))).toBe('13.1');
  });

  test('ends: what else somebody said is said, and then it says so', () => {
    const turns = ['what did Saeed say', 'what else', 'what else', 'what else'].map((_, i, all) => last(...all.slice(0, i + 1)));
    expect(turns.map(placeOf)).toEqual(['6.1', '3.1', '4.1', 'not in the article']);
  });
});
