import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer } from '../../src/answering/answer.ts';
import { indexArticle } from '../../src/answering/article-index.ts';
import { reasonsFor } from '../../src/answering/rank.ts';
import { suggest } from '../../src/answering/suggest.ts';
import { readArticle } from '../../src/article/article.ts';
import { readArticleFile } from '../../src/article/files.ts';

const of = (text: string) => indexArticle(readArticle({ title: '' }, text));
const file = readArticleFile('content/aleppo-2012.txt');
if (file.kind !== 'article') throw new Error(`the shipped article is ${file.kind}`);
const aleppo = indexArticle(file.article);

const NO_QUESTIONS: [text: string, kind: string][] = [
  ['', 'empty'],
  ['   ', 'empty'],
  ['?!...', 'no words'],
  ['😀🎉', 'no words'],
  ['is it?', 'nothing to look for'],
  ['x'.repeat(1001), 'too long'],
  ['why '.repeat(1500), 'too long'],
  ['hello', 'greeting'],
  ['Who are you?', 'about the bot'],
  ['what can you do', 'about the bot'],
  ['help', 'about the bot'],
  ['Good morning!', 'greeting'],
  ['thanks', 'thanks'],
  ['ok thank you so much', 'thanks'],
];

describe('a text that is no question', () => {
  test.each(NO_QUESTIONS)('%j', (text, kind) => {
    expect(answer(aleppo, text).kind).toBe(kind);
  });

  test('a question may begin with a greeting or thank somebody', () => {
    expect(answer(aleppo, 'hello, when did the clashes begin?').kind).toBe('answer');
    expect(answer(aleppo, 'thanks, and who is Saeed?').kind).toBe('answer');
  });
});

test.each([
  ['who stormed the dormitories', 'Syrian forces'],
  ['when did the clashes begin', 'on Friday'],
])('of the quote that answers "%s", "%s" is set in bold', (question, phrase) => {
  const given = answer(aleppo, question);
  const [first] = 'quotes' in given ? given.quotes : [];
  expect(first?.quote.text.slice(first.phrase?.start, first.phrase?.end)).toBe(phrase);
});

test.each(['ﷲ', 'ﬃ', 'a', '가'])('a word of a thousand times %s is no misspelling of anything', (letter) => {
  expect(answer(aleppo, letter.repeat(1000))).toMatchObject({ kind: 'not in the article', question: { corrections: [] } });
});

test('behind the command of a W, a question that has a W of its own keeps it', () => {
  expect(answer(aleppo, 'who is Mohammad Saeed', 'when')).toMatchObject({ question: { asks: 'who' } });
  expect(answer(aleppo, 'did the clashes begin', 'when')).toMatchObject({ question: { asks: 'when' } });
});

describe('what a question is read as', () => {
  const READ: [asked: string, asks: string][] = [
    ['when did it begin', 'when'],
    ['in what year was it', 'when'],
    ['which city is it', 'where'],
    ['how many people fled', 'how many'],
    ['how did they flee', 'how'],
    ['why did they flee', 'why'],
    ['whose forces are these', 'who'],
    ['what constructor is it', 'what'],
    ['in which cities is it', 'where'],
  ];
  test.each(READ)('%s → %s', (asked, asks) => {
    expect(answer(aleppo, asked)).toMatchObject({ question: { asks } });
  });

  const TYPOS: [typed: string, read: string][] = [
    ['figthing', 'fighting'],
    ['Mohamad', 'Mohammad'],
    ['Salahedin', 'Salaheddine'],
    ['univeristy', 'university'],
    ['gunfirre', 'gunfire'],
    ['natoinal', 'national'],
    ['Lebanno', 'Lebanon'],
    ['hsopital', 'hospital'],
    ['beign', 'being'],
    ['restauant', 'restaurant'],
  ];
  test.each(TYPOS)('%s is read as %s', (typed, read) => {
    expect(answer(aleppo, `what about ${typed}`)).toMatchObject({ question: { corrections: [{ from: typed, to: read }] } });
  });

  test.each(['Iran', 'Sunday', 'Thursday', 'Homs', 'Hama', 'Asma'])('%s is another name, and no typo', (name) => {
    expect(answer(aleppo, `what happened in ${name}`)).toMatchObject({ kind: 'not in the article', question: { corrections: [] } });
  });

  test('shorthand is what it stands for', () => {
    const given = answer(aleppo, 'wher did ppl flee to');
    expect('quotes' in given && given.quotes[0]?.quote.text).toContain('fleeing to neighboring Lebanon');
  });

  test.each(['who is the fsa', 'who is ali', 'what is xyz'])('%s is not a question for the whole story', (asked) => {
    expect(answer(aleppo, asked).kind).toBe('not in the article');
  });

  test.each(['who is he', 'what happened to her'])('%s asks for more than one question tells', (asked) => {
    expect(answer(aleppo, asked).kind).toBe('nothing to look for');
  });

  test('a name with an s behind it is no typo', () => {
    expect(answer(of('Tim is here. It is time.'), 'when is Tims birthday')).toMatchObject({ question: { corrections: [] } });
  });

  test.each([
    ['a city alive with shops', 'what is the ctiy', 'city'],
    ['Ali walked to China', 'who went to Cina', 'China'],
    ['Josie planted a tree', 'what did Jsie plant', 'Josie'],
  ])('in %j, %s is about %s', (text, asked, word) => {
    expect(answer(of(`It is said: ${text}.`), asked)).toMatchObject({ question: { corrections: [{ to: word }] } });
  });

  test.each(["Greta's", 'Changwei', 'Skolem', 'aircrafts'])('%s is no ordinary word of the article', (name) => {
    const text = of('Greats stood around while things were changing. The sole air was stale.');
    expect(answer(text, `what about ${name}`)).toMatchObject({ question: { corrections: [] } });
  });

  test('an ordinary English word that the article lacks is no typo', () => {
    expect(answer(aleppo, 'who wrote a letter about lighting')).toMatchObject({ question: { corrections: [] } });
  });

  test.each([
    ["the country's hub", "the country's hub", 0, 'The countrys hub is big. Others are small.'],
    ['curly apostrophes', 'the country’s hub', 0, 'The countrys hub is big. Others are small.'],
    ['accents', 'who is Jose Munoz', 1, 'Others came. José Muñoz is a cook.'],
    ['a number without its comma', 'what costs 1000', 1, 'It rained. The car costs 1,000 francs.'],
    ['1am', 'who came at 1am', 1, 'It rained. Anna came at 1 am.'],
    ['1 am', 'who came at 1 am', 1, 'It rained. Anna came at 1am.'],
    ['an apostrophe left out', "who didn't sing", 1, 'It rained. Anna didnt sing. Others sang.'],
    ['a number in words', 'who saw three ships', 1, 'It rained. Anna saw 3 ships.'],
    ['a number in figures', 'who saw 12 ships', 1, 'It rained. Anna saw twelve ships.'],
    ['a name spelled otherwise', 'what did Mohammed do', 1, 'It rained. Muhammad Ali sang.'],
    ['another name spelled otherwise', 'where did Qaddafi go', 1, 'It rained. Gaddafi fled to Sirte.'],
    ['colour', 'what colour is the wall', 1, 'It rained. The wall has a bright color.'],
    ['center', 'what is at the center', 1, 'It rained. A fountain stands at the centre.'],
    ['grey', 'what is grey', 1, 'It rained. The wall is gray.'],
    ['irregular verbs', 'who flees', 1, 'It rained. Anna fled.'],
  ])('%s', (_what, asked, at, text) => {
    const given = answer(of(text), asked);
    expect(given).toMatchObject({ kind: 'answer' });
    expect('quotes' in given && given.quotes[0]?.quote.index).toBe(at);
  });
});

test.each([
  ['other words for the same', 'which car hit something', 'The sun shone. The automobile struck a wall. Dinner was late.'],
  ['the kind of thing that is asked for', 'which animal did Ann see', 'It rained. The wall was high. Bob saw a bus. Ann saw a tiger.'],
])('a sentence with %s comes first', (_what, asked, text) => {
  const given = answer(of(text), asked);
  expect('quotes' in given && given.quotes[0]?.quote.text).toMatch(/automobile|tiger/);
});

describe('an answer', () => {
  test('marks the phrase that answers', () => {
    const given = answer(aleppo, 'did the clashes begin', 'when');
    if (given.kind !== 'answer') throw new Error(given.kind);
    const { quote, phrase } = given.quotes[0] ?? {};
    expect(quote?.text.slice(phrase?.start, phrase?.end)).toBe('on Friday');
  });

  test.each([
    ['a place by its name, where no preposition tells', 'where', 'It said so: Cuba will pardon Raul and others.', 'Cuba'],
    ['a place behind its preposition before others', 'where', 'It said so: Syrian troops are in Aleppo.', 'in Aleppo'],
    ['a day, and not how long it lasted', 'when', 'It said so: after fighting for two days, Ann left on Friday.', 'on Friday'],
    ['somebody, and no place', 'who', 'It said so: London, too, heard Linda Jones.', 'Linda Jones'],
  ] as const)('marks %s', (_what, asks, text, phrase) => {
    const given = answer(of(text), '', asks);
    if (given.kind !== 'answer') throw new Error(given.kind);
    const [first] = given.quotes;
    expect(first?.quote.text.slice(first.phrase?.start, first.phrase?.end)).toBe(phrase);
  });

  test('shows a second quote that is nearly as good, and no other', () => {
    const twins = of('Here the red fox lives and dies. It rains today. The red fox lives in the wood. The red fox lives in the cave.');
    expect(answer(twins, 'where does the red fox live')).toMatchObject({ kind: 'answer', shown: 2 });
    expect(answer(aleppo, 'when did the clashes begin')).toMatchObject({ shown: 1 });
  });

  test('of two equal sentences the earlier one comes first', () => {
    const given = answer(of('Ann is a cook. Bob sings. Ann is a cook.'), 'who is a cook');
    expect('quotes' in given && given.quotes[0]?.quote.index).toBe(0);
  });

  test.each([
    ['a name that stands elsewhere', 'when did Bob sing in Rome'],
    ['a number that stands elsewhere', 'who sang in Rome in 1999'],
    ['the opposite', 'who was the last to sing in Rome'],
    ['a negation', 'who did not sing in Rome'],
  ])('is less sure where it has %s', (_what, asked) => {
    const songs = of('Many sang. Ann was the first to sing in Rome in 1995. It rained. Later, in a far town, people met Bob. It was 1999.');
    const sure = (text: string) => {
      const given = answer(songs, text);
      return 'confidence' in given ? given.confidence : 0;
    };
    expect(sure(asked)).toBeLessThan(sure('who was the first to sing in Rome in 1995') - 0.2);
  });

  test('to the same question is always the same', () => {
    expect(answer(aleppo, 'who fled from the fighting')).toEqual(answer(aleppo, 'who fled from the fighting'));
  });

  test.each(['who', 'where', 'when', 'what'] as const)('to a bare /%s there always is', (asks) => {
    expect(answer(aleppo, '', asks).kind).toBe('answer');
    expect(answer(of('走了'), '', asks).kind).toBe('answer');
  });

  test('in another script is found', () => {
    const chinese = of('他昨天去了北京。她今天在上海工作。我们明天回家。');
    const given = answer(chinese, '谁在上海工作？');
    expect('quotes' in given && given.quotes[0]?.quote.index).toBe(1);
    expect(answer(aleppo, 'где находится музей').kind).toBe('not in the article');
  });

  test('has quotes that are sentences, each once, three where there are three, and a confidence from 0 to 1', () => {
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
      'toString',
      '__proto__',
      'constructor',
      '北京',
      'ñ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
        ),
        (text) => {
          const given = answer(aleppo, text);
          if (given.kind !== 'answer' && given.kind !== 'not in the article') return;
          expect(given.confidence).toBeGreaterThanOrEqual(0);
          expect(given.confidence).toBeLessThanOrEqual(1);
          expect(given.quotes.length).toBeGreaterThanOrEqual(3);
          expect(new Set(given.quotes.map(({ quote }) => quote.start)).size).toBe(given.quotes.length);
          for (const { quote, score, candidate, phrase } of given.quotes) {
            expect(aleppo.article.text.slice(quote.start, quote.end)).toBe(quote.text);
            expect((candidate ? reasonsFor(candidate) : []).reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 0);
            if (phrase) expect(quote.text.slice(phrase.start, phrase.end)).not.toBe('');
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

test.each(['late a Monday ', 'U.S. ', '走', '1 '])(
  'a sentence that is nothing but %j, 300,000 characters of it, is read and asked',
  (unit) => {
    const index = of(unit.repeat(300_000 / unit.length));
    for (const asks of ['who', 'where', 'when', 'how many'] as const) expect(answer(index, 'end', asks).kind).not.toBe('empty');
    expect(suggest(index, 3).length).toBeLessThanOrEqual(3);
  },
);

describe('suggested questions', () => {
  test('ask about a person, a place and a time, and the article answers each', () => {
    const questions = suggest(aleppo, 3);
    expect(questions).toHaveLength(3);
    for (const question of questions) expect(answer(aleppo, question).kind).toBe('answer');
    expect(new Set(suggest(aleppo, 9)).size).toBe(suggest(aleppo, 9).length);
  });

  test('are none where the article names nothing', () => {
    expect(suggest(of('it rains.'), 3)).toEqual([]);
  });
});
