import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, NO_TALK, type Talk } from '../../src/answering/answer.ts';
import type { FourW } from '../../src/answering/asks.ts';
import { openArticle } from '../../src/answering/open-article.ts';
import { readQuestion } from '../../src/answering/question.ts';
import { readArticle } from '../../src/article/article.ts';
import type { Reader } from '../../src/reading/reader.ts';
import { aleppo } from '../indexed.ts';
import { type Known, predictable } from '../reader.ts';

/** Asks about a text, or the article that ships. */
async function ask(
  asked: string,
  text?: string,
  known: readonly Known[] = [],
  { asks, talk = NO_TALK }: { asks?: FourW; talk?: Talk } = {},
) {
  const open = openArticle(text === undefined ? aleppo.article : readArticle({ title: '' }, text), predictable(...known));
  const read = readQuestion(open.index, asked, asks);
  if (read.kind !== 'question') throw new Error(read.kind);
  return answer(open, read.question, talk, 'somebody');
}

const FOX = 'The red fox lives in the wood. It rains today. The owl sleeps by day.';

describe('an answer', () => {
  test('is the sentence of which the reader is surest, with its phrase', async () => {
    const { kind, quotes, sure } = await ask('where is the fox', FOX, [{ asked: /fox/, says: 'red fox', phrase: 'in the wood' }]);
    const [{ quote, phrase } = {}] = quotes;
    expect([kind, quote?.text, quote?.text.slice(phrase?.start, phrase?.end), sure]).toEqual([
      'answer',
      'The red fox lives in the wood.',
      'in the wood',
      true,
    ]);
  });

  test('is that the article does not say, where no sentence is better than none', async () => {
    const given = await ask('who won the race', FOX, [{ asked: /race/, says: null }]);
    expect([given.kind, given.sure]).toEqual(['not in the article', false]);
    expect(given.confidence).toBeLessThan(0.3);
  });

  test.each([
    ['the reader is not quite sure that it does not answer', 'who rules', -7, 1],
    ['it has words of the question', 'is the red fox in the wood fat', -12, 1],
    ['it is not near', 'who rules', -12, 0],
  ])('shows one line at most where the article does not say: where %s', async (_what, question, margin, shown) => {
    const given = await ask(question, FOX, [{ asked: /./, says: '.', margin }]);
    expect([given.kind, given.shown, given.quotes.length]).toEqual(['not in the article', shown, 3]);
  });

  test.each(['Yes.', 'No.', '“Of course!”'])('that is no more than %s comes with what goes on from it', async (yes) => {
    const { quotes, shown } = await ask('do dogs ride free', `It rains. ${yes} They ride under a seat. The fare is four euros.`, [
      { asked: /dogs/, says: yes },
    ]);
    expect(quotes.slice(0, shown).map(({ quote }) => quote.text)).toEqual([yes, 'They ride under a seat.']);
  });

  test('that is no more than a word which says something stands alone', async () => {
    const { quotes, shown } = await ask('when did it rain', 'It rained. Friday. The fare is four euros.', [
      { asked: /rain/, says: 'Friday' },
    ]);
    expect(quotes.slice(0, shown).map(({ quote }) => quote.text)).toEqual(['Friday.']);
  });

  test('of two equal sentences is the earlier one', async () => {
    const { quotes } = await ask('who is a cook', 'Ann is a cook. Bob sings. Ann is a cook.');
    expect(quotes[0]?.quote.index).toBe(0);
  });

  test('to the same question is always the same, and read once', async () => {
    let reads = 0;
    const reader = predictable();
    const counting: Reader = { ...reader, knows: reader.knows, read: async (...asked) => reader.read(...asked).finally(() => reads++) };
    const open = openArticle(aleppo.article, counting);
    const read = readQuestion(open.index, 'who fled from the fighting');
    if (read.kind !== 'question') throw new Error(read.kind);
    const answers = await Promise.all([1, 2, 3].map(() => answer(open, read.question, NO_TALK, 'somebody')));
    expect(answers[1]).toEqual(answers[0]);
    expect(reads).toBe(1);
  });

  test('that failed is tried again', async () => {
    let broken = true;
    const reader = predictable();
    const open = openArticle(aleppo.article, {
      ...reader,
      read: async (...asked) => (broken ? Promise.reject(new Error('broken')) : reader.read(...asked)),
    });
    const read = readQuestion(open.index, 'who fled');
    if (read.kind !== 'question') throw new Error(read.kind);
    await expect(answer(open, read.question, NO_TALK, 'somebody')).rejects.toThrow('broken');
    broken = false;
    expect((await answer(open, read.question, NO_TALK, 'somebody')).kind).toBe('answer');
  });

  test.each(['who', 'where', 'when', 'what'] as const)('to a bare /%s there always is', async (asks) => {
    expect((await ask('', undefined, [], { asks })).kind).toBe('answer');
    expect((await ask('', '走了', [], { asks })).kind).toBe('answer');
  });

  test('has quotes that are sentences, each once, three where there are three, and a confidence from 0 to 1', async () => {
    const open = openArticle(aleppo.article, predictable());
    const words = fc.constantFrom(
      'who',
      'Aleppo',
      'figthing',
      'the',
      'Saeed',
      'said',
      '1',
      '?',
      '"',
      '<@1>',
      '**',
      '__proto__',
      '北京',
      'ñ',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
        ),
        async (text) => {
          const read = readQuestion(aleppo, text);
          if (read.kind !== 'question') return;
          const given = await answer(open, read.question, NO_TALK, 'somebody');
          expect(given.confidence).toBeGreaterThanOrEqual(0);
          expect(given.confidence).toBeLessThanOrEqual(1);
          expect(given.quotes.length).toBeGreaterThanOrEqual(3);
          expect(new Set(given.quotes.map(({ quote }) => quote.start)).size).toBe(given.quotes.length);
          for (const { quote, phrase } of given.quotes) {
            expect(aleppo.article.text.slice(quote.start, quote.end)).toBe(quote.text);
            if (phrase) expect(quote.text.slice(phrase.start, phrase.end)).not.toBe('');
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a long article', () => {
  const sentences = Array.from({ length: 3000 }, (_, i) => `House number ${i} in this long street has a green door and a low roof.`);
  const text = sentences.with(2000, 'The zebra of house two thousand eats thistles in the yard.').join(' ');

  test('is read where the words of the question are, and costs no more than a short one', async () => {
    const given = await ask('what does the zebra eat', text);
    expect([given.kind, given.quotes[0]?.quote.index]).toEqual(['answer', 2000]);
    expect(given.read.length).toBeLessThanOrEqual(6);
    expect(given.read.every(([from, to]) => to - from < 100)).toBe(true);
  });

  test('is read all over, where it has none of the words', async () => {
    const { read } = await ask('que sera', text);
    expect(read.length).toBeGreaterThan(3);
    expect(read.some(([from]) => from === 0) && read.some(([, to]) => to > 2000)).toBe(true);
  });

  test('is read around the last quote, where a talk goes on', async () => {
    const known = [{ asked: /^why/, after: /zebra/, says: 'House number 2003' }];
    const talk = { turns: [{ question: 'What does the zebra eat?', sentence: 2000 }], quoted: [2000] };
    const { quotes } = await ask('why is that', text, known, { talk });
    expect(quotes[0]?.quote.index).toBe(2003);
  });
});

test('a question is read alike with a question mark and without', async () => {
  const known = [{ asked: /did the owl sleep\?$/, says: 'red fox' }];
  for (const typed of ['when did the owl sleep', 'When did the owl sleep?'])
    expect((await ask(typed, FOX, known)).quotes[0]?.quote.text).toBe('The red fox lives in the wood.');
});

test('a sentence whose words have soft hyphens is found by them, and quoted with them', async () => {
  const text = 'It rains today. The ferry com\u00admit\u00adtee meets in the har\u00adbour. The owl sleeps.';
  const { kind, quotes } = await ask('where does the ferry committee meet', text);
  expect([kind, quotes[0]?.quote.text]).toEqual(['answer', 'The ferry com\u00admit\u00adtee meets in the har\u00adbour.']);
});

describe('another language', () => {
  const german =
    'Die Brücke über die Aller wird am Montag gesperrt. Der Bürgermeister sagte, die Sanierung dauere zwei Jahre. Die Kosten betragen 3,4 Millionen Euro.';

  test.each([
    ['Wann wurde die Brücke gesperrt?', 'answer', 0],
    ['was sagte der Bürgermeister', 'answer', 1],
    ['wie hoch sind die Kosten', 'answer', 2],
    ['Wer hat das Rennen gewonnen?', 'not in the article', 0],
  ])('is searched by its own stems, and never surely answered: %s', async (asked, kind, at) => {
    const given = await ask(asked, german, [{ asked: /./, says: null }]);
    expect([given.kind, given.quotes[0]?.quote.index, given.sure]).toEqual([kind, at, false]);
  });

  test.each([
    'Broen lukkes på mandag. Borgmesteren sagde, at reparationen varer to år.',
    'Most zostanie zamknięty w poniedziałek. Burmistrz powiedział, że remont potrwa dwa lata.',
    'Le pont sera fermé lundi. Le maire a dit que les travaux dureront deux ans.',
  ])('is told by two sentences: %s', async (text) => {
    const { quotes } = await ask('1', text);
    expect(quotes[0]?.margin).toBeUndefined();
  });

  test.each([
    ['What does a child pay?', 'answer'],
    ['what does the child pay', 'answer'],
    ['Who pays for a child?', 'not in the article'],
  ])('that a line of the text asks in these words is answered with what stands below that: %s', async (question, kind) => {
    const text = '# The ferry\n\n## What does a child pay?\n\nThose under twelve travel free.\n\n## Dogs\n\nThey need a lead.\n';
    const given = await ask(question, text, [{ asked: /child/, says: null, margin: 12 }]);
    expect(given.kind).toBe(kind);
    if (kind === 'answer') expect([given.quotes[0]?.quote.text, given.sure]).toEqual(['Those under twelve travel free.', true]);
  });

  test('is answered with what stands under a question or a heading that has the words, which are never quoted', async () => {
    const faq = `${german}\n\nWas kostet die Fähre?\n\nVier Euro am Tag.\n\nWann fährt der Bus?\n\nNach der Schule.\n\n${german}`;
    const { kind, quotes } = await ask('was kostet die Fähre', faq);
    expect([kind, quotes[0]?.quote.text]).toEqual(['answer', 'Vier Euro am Tag.']);
    expect(quotes.filter(({ quote }) => !quote.answers)).toEqual([]);
  });

  test.each([
    'Adult | 12 | 9\nChild | 6 | 4\nSenior | 8 | 6\nSauna | 5 | 5\nFamily ticket | 25 | 20',
    'Lane swimming | Monday | 7:00\nAqua aerobics | Tuesday | 18:30\nFamily splash | Saturday | 10:00\nDiving | Sunday | 12:00',
    'Ticket | Price\nAdult | 12\nChild under 14 | 6\nBicycle | 3\nDog | free\nSingle journey | 4\nReturn | 7',
  ])('is none where a short table has hardly any words that tell: %j', async (table) => {
    const rows = table.split('\n').map((row) => `| ${row} |`);
    const { quotes } = await ask('what of the family', rows.join('\n'), [{ asked: /family/, says: 'Family' }]);
    expect(quotes[0]?.margin).toBeDefined(); // the reader has read it
  });

  test('with points that nobody types is searched by its letters', async () => {
    const { kind, quotes } = await ask('מי כתב ספר ראשון?', 'הָאִישׁ גר בבית. דָּוִד כָּתַב סֵפֶר רִאשׁוֹן. היום יום חם.');
    expect([kind, quotes[0]?.quote.index, quotes[0]?.margin]).toEqual(['answer', 1, undefined]); // no model has read it
  });

  test('is searched by words in one that are asked about with a hyphen', async () => {
    const { kind, quotes } = await ask('Wer schrieb die E-Mail?', `${german} Anna schrieb am Abend eine lange Email.`);
    expect([kind, quotes[0]?.quote.index]).toEqual(['answer', 3]);
  });

  test('without spaces between its words is searched too', async () => {
    const { quotes } = await ask('谁在上海工作？', '他昨天去了北京。她今天在上海工作。我们明天回家。');
    expect(quotes[0]?.quote.index).toBe(1);
  });
});

test.each(['late a Monday ', 'U.S. ', '走', '1 '])(
  'a sentence that is nothing but %j, 150,000 characters of it, can be asked about',
  async (unit) => {
    const text = unit.repeat(150_000 / unit.length);
    for (const asks of ['who', 'where', 'when'] as const) expect((await ask('end', text, [], { asks })).quotes.length).toBeGreaterThan(0);
    expect((await ask('', text, [], { asks: 'when' })).kind).toBe('answer');
  },
);
