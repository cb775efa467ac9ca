import { describe, expect, test } from 'vitest';
import type { FourW } from '../../src/answering/asks.ts';
import { type OpenArticle, openArticle } from '../../src/answering/open-article.ts';
import { answerIn } from '../../src/conversation/follow-up.ts';
import type { Said } from '../../src/conversation/said.ts';
import { aleppo } from '../indexed.ts';
import { type Known, predictable } from '../reader.ts';

const SAEED = 'activist Mohammad Saeed';
const KNOWN: Known[] = [
  { asked: /^who is (?:Mohammad )?Saeed/i, says: SAEED },
  { asked: /^when did the clashes begin/i, says: 'clashes began' },
  { asked: /^what did he say about the uprising/, after: 'nothing', says: null, margin: 12 },
  { asked: /^what did he say about the uprising/, after: /Saeed/, says: 'The uprising has finally' },
  { asked: /^and about the army/, after: 'nothing', says: null, margin: 12 },
  { asked: /^and about the army/, after: /uprising/, says: 'Free Syrian Army' },
  { asked: /^why/, after: /clashes/, says: 'peaked between' },
  { asked: /^why/, after: /Saeed/, says: null },
  { asked: /^when did the fighting peak/, after: 'nothing', says: 'peaked between' },
  { asked: /^when did the fighting peak/, says: null, margin: 12 },
  { asked: /mayor of Berlin/, says: null },
  { asked: /^what happened in Damascus/, after: /Saeed/, says: 'The clashes began' },
  { asked: /^what happened in Damascus/, says: 'a tense calm in Damascus' },
  { asked: /^what did Saeed say/, after: /Saeed/, says: 'Free Syrian Army' },
];

const open = openArticle(aleppo.article, predictable(...KNOWN));

type Asked = string | { text: string; asks: FourW };

/** What became of the last of these turns, and what was said then. */
async function last(turns: readonly Asked[], where: OpenArticle = open, choose?: Parameters<typeof answerIn>[4]) {
  let said: Said | undefined;
  let turn: Awaited<ReturnType<typeof answerIn>> | undefined;
  for (const asked of turns) {
    turn = await answerIn(where, typeof asked === 'string' ? { text: asked } : asked, said, 'somebody', choose);
    said = turn.said;
  }
  if (!turn) throw new Error('nothing was asked');
  const { answer } = turn;
  return { ...turn, kind: answer.kind, text: 'quotes' in answer ? answer.quotes[0]?.quote.text : undefined };
}

describe('a question behind others', () => {
  test('goes on from them where that changes its answer, and says what it is about', async () => {
    const turn = await last(['who is Mohammad Saeed', 'what did he say about the uprising']);
    expect(turn).toMatchObject({ goesOn: true, about: 'Mohammad Saeed', text: expect.stringContaining('The uprising has finally') });
  });

  test('is left as it is where it would be answered the same alone', async () => {
    expect(await last(['who is Mohammad Saeed', 'when did the clashes begin'])).toMatchObject({
      goesOn: false,
      text: expect.stringContaining('began'),
    });
    expect(await last(['who is Mohammad Saeed', 'who is the mayor of Berlin'])).toMatchObject({
      goesOn: false,
      kind: 'not in the article',
    });
  });

  test('stands alone where it is surely answered so, and behind the talk not at all', async () => {
    const turn = await last(['who is Mohammad Saeed', 'when did the fighting peak']);
    expect(turn).toMatchObject({ goesOn: false, kind: 'answer', text: expect.stringContaining('peaked between') });
  });

  test('about another name than the talk stands alone, where its answer in the talk has not even that name', async () => {
    const turn = await last(['who is Mohammad Saeed', 'what happened in Damascus']);
    expect(turn).toMatchObject({ goesOn: false, text: expect.stringContaining('a tense calm in Damascus') });
    expect(turn.said?.about).toBe('Damascus');
    expect(await last(['who is Mohammad Saeed', 'what did Saeed say'])).toMatchObject({
      goesOn: true,
      text: expect.stringContaining('Free Syrian Army'), // the talk is about that name
    });
  });

  test('stays about the same as long as the talk goes on', async () => {
    const turn = await last(['who is Mohammad Saeed', 'what did he say about the uprising', 'and about the army']);
    expect(turn).toMatchObject({ goesOn: true, about: 'Mohammad Saeed', text: expect.stringContaining('Free Syrian Army') });
  });

  test('is about the words of the one before, where that has no name, as far as the article has them', async () => {
    expect(await last(['when did the clashes begin', 'why?'])).toMatchObject({ goesOn: true, about: 'clashes, begin' });
    expect((await last(['when did the clashes with unicorns begin', 'why?'])).about).not.toContain('unicorns');
  });

  test('that says nothing alone is answered by the talk, or not at all', async () => {
    expect(await last(['why?'])).toMatchObject({ kind: 'nothing to look for', goesOn: false });
    expect(await last(['who is Mohammad Saeed', 'why?'])).toMatchObject({ kind: 'not in the article', goesOn: true });
  });

  test('behind a W alone, as a command, begins anew', async () => {
    const turn = await last(['who is Mohammad Saeed', { text: '', asks: 'when' }]);
    expect(turn).toMatchObject({ kind: 'answer', goesOn: false });
    expect(turn.said?.turns).toHaveLength(1);
  });
});

describe('what is said', () => {
  test('are the last two questions, the latest first, each with its quote, also where the article did not say', async () => {
    const { said } = await last(['who is Mohammad Saeed', 'when did the clashes begin', 'who is the mayor of Berlin']);
    expect(said?.turns).toEqual([{ question: 'who is the mayor of Berlin' }, { question: 'when did the clashes begin', sentence: 5 }]);
    expect(said?.quoted).toEqual([5, 3]);
  });

  test('counts against a sentence that was quoted already', async () => {
    const text = { ...aleppo.article };
    const twins = openArticle(text, predictable({ asked: /./, says: 'fighting' }));
    const [first, second] = [await last(['who is fighting'], twins), await last(['who is fighting', 'who else is fighting'], twins)];
    expect(second.text).not.toBe(first.text);
  });
});

describe('what somebody has chosen', () => {
  test('for a question as it stands, or about something, is the answer', async () => {
    const choose = async (about?: string) => (about === 'Mohammad Saeed' ? 0 : undefined);
    expect(await last(['who is Mohammad Saeed', 'what did he say about the uprising'], open, choose)).toMatchObject({
      chosen: true,
      text: aleppo.article.text.slice(0, aleppo.article.sentences[0]?.end),
    });
    expect(await last(['when did the clashes begin'], open, async () => 9)).toMatchObject({
      chosen: true,
      answer: { confidence: 1, sure: true },
    });
  });

  test('for a question as it stands is its answer behind others, too', async () => {
    const choose = async (about?: string) => (about === undefined ? 9 : undefined);
    const turns = ['who is Mohammad Saeed', 'what did he say about the uprising'];
    expect(await last(turns, open, choose)).toMatchObject({ chosen: true, goesOn: false });
  });

  test('may be that the article does not say', async () => {
    expect(await last(['when did the clashes begin'], open, async () => null)).toMatchObject({ chosen: true, kind: 'not in the article' });
  });
});
