import { describe, expect, test } from 'vitest';
import { questionOf } from '../../src/answering/asks.ts';
import { readQuestion } from '../../src/answering/question.ts';
import type { ArticleIndex } from '../../src/search/article-index.ts';
import { aleppo, of } from '../indexed.ts';

/** A question as it was read. */
function read(typed: string, index: ArticleIndex = aleppo) {
  const given = readQuestion(index, typed);
  if (given.kind !== 'question') throw new Error(given.kind);
  return given.question;
}

const NO_QUESTIONS: [text: string, kind: string][] = [
  ['', 'empty'],
  ['   ', 'empty'],
  ['?!...', 'no words'],
  ['***', 'no words'],
  ['❓', 'no words'],
  ['x'.repeat(1001), 'too long'],
  ['why '.repeat(1500), 'too long'],
  ['hello', 'greeting'],
  ['Who are you?', 'about the bot'],
  ['are you chatgpt?', 'about the bot'],
  ['Are you a bot or a human?', 'about the bot'],
  ['what can you do', 'help'],
  ['help', 'help'],
  ['Good morning!', 'greeting'],
  ['thanks', 'thanks'],
  ['ok thank you so much', 'thanks'],
  ['thanks, bye', 'goodbye'],
  ['quit', 'goodbye'],
  ['lol', 'remark'],
  ['hahaha nice one', 'remark'],
  ["that's great", 'remark'],
  ['ok', 'remark'],
  ['😂', 'remark'],
  ['👍🏽 ❤️', 'remark'],
];

test.each(NO_QUESTIONS)('%j is no question: %s', (text, kind) => {
  expect(readQuestion(aleppo, text).kind).toBe(kind);
});

test.each([
  'quit?',
  'who quit?',
  'is that right',
  'is it good',
  'really?',
  'what does the help desk do?',
  'how does it work?',
  'nice is a city',
])('"%s" is a question', (text) => {
  expect(readQuestion(aleppo, text).kind).toBe('question');
});

test.each([
  ['hello, when did the clashes begin?', 'when did the clashes begin?'],
  ['thanks, and who is Saeed?', 'who is Saeed?'],
  ['please tell me who fled', 'who fled'],
  ['n wher did ppl go', 'and where did people go'],
  ['When did the figthing peak?', 'When did the fighting peak?'],
  ['wher  is   Alepo', 'where is Aleppo'],
  ['when did the \x1b[31mclashes\x1b[0m begin', 'when did the clashes begin'],
])('"%s" is read as "%s"', (typed, text) => {
  expect(read(typed).text).toBe(text);
});

test.each([
  ['did it begin', 'when', 'When did it begin?'],
  ['who is he', 'when', 'Who is he?'],
  ['and when was that', 'when', 'And when was that'],
  ['', 'who', 'Who?'],
  ['the clashes', undefined, 'The clashes'],
] as const)('"%s" behind /%s is "%s"', (typed, asks, question) => {
  expect(questionOf(typed, asks)).toBe(question);
});

describe('a W alone', () => {
  test.each([
    ['who', 'who'],
    ['what happened?', 'what'],
    ['where did it happen', 'where'],
    ["what's the story about", 'what'],
    ['whose is it', 'who'],
    ['in which was it', 'what'],
    ['why', undefined],
    ['how was it', undefined],
    ['who is ali', undefined],
    ['who is he', undefined],
    ['what happened to her', undefined],
  ])('"%s" asks for the story: %s', (typed, story) => {
    expect(read(typed).story).toBe(story);
  });

  test.each(['why?', 'is it?', 'who is he', 'what happened to her'])('"%s" asks for more than it tells', (typed) => {
    expect(read(typed).needsTalk).toBe(true);
  });
});

describe('spelling', () => {
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
  test.each(TYPOS)('%s is read as %s', (typed, to) => {
    expect(read(`what about ${typed}`)).toMatchObject({ corrections: [{ from: typed, to }], text: `what about ${to}` });
  });

  test.each(['Iran', 'Sunday', 'Thursday', 'Homs', 'Hama', 'Asma'])('%s is another name, and no typo', (name) => {
    expect(read(`what happened in ${name}`).corrections).toEqual([]);
  });

  test.each(['ﷲ', 'ﬃ', 'a', '가'])('a word of a thousand times %s is no misspelling of anything', (letter) => {
    expect(read(letter.repeat(1000)).corrections).toEqual([]);
  });

  test.each([
    ['a name with an s behind it', 'when is Tims birthday', 'Tim is here. It is time.'],
    ['an English word that the article lacks', 'who wrote a letter about lighting', 'There was fighting.'],
    ["a name that isn't there", "what about Greta's", 'Greats stood around while things were changing. The sole air was stale.'],
    ['another name', 'what about Changwei', 'Things were changing.'],
    ['a plural', 'what about aircrafts', 'The sole air was stale.'],
  ])('%s is no typo', (_what, asked, text) => {
    expect(read(asked, of(text)).corrections).toEqual([]);
  });

  test.each([
    ['a city alive with shops', 'what is the ctiy', 'city'],
    ['Ali walked to China', 'who went to Cina', 'China'],
    ['Josie planted a tree', 'what did Jsie plant', 'Josie'],
  ])('in %j, "%s" is about %s', (text, asked, word) => {
    expect(read(asked, of(`It is said: ${text}.`))).toMatchObject({ corrections: [{ to: word }] });
  });
});

describe('spelling in another language', () => {
  const german = of(
    'Die Brücke wird gesperrt, denn sie ist alt. Der Weg kann im Sommer nicht benutzt werden, aber die Fähre fährt mit denen, die warten.',
  );

  test.each(['Warum wird die Brücke gesperrt?', 'Wer sind deren Freunde?', 'wer ist zu hause', 'Wo habe ich sie?'])(
    '"%s" stays as it is',
    (typed) => {
      expect(read(typed, german).corrections).toEqual([]);
    },
  );

  test('is that of the words of the article', () => {
    expect(read('Warum ist die Brücek gesprert?', german).text).toBe('Warum ist die Brucke gesperrt?');
  });
});

test('a word is looked up as the article writes it', () => {
  expect(read('where is the web-site', of('It rained. The website is here.')).words.map(({ form }) => form)).toEqual(['website']);
});

test('what is contracted says nothing of what is looked for', () => {
  expect(read('theyre saying thats why hes in Aleppo').words.map(({ form }) => form)).toEqual(['saying', 'aleppo']);
});
