import { describe, expect, test } from 'vitest';
import { answer } from '../../src/answering/answer.ts';
import { aleppo, of } from './indexed.ts';

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
    ['how many years did it last', 'how long'],
    ['hows Aleppo', 'how'],
    ['whys everybody leaving', 'why'],
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

  test.each([
    ['who is the fsa', 'Free Syrian Army'],
    ['who is in the US army', undefined],
    ['who is the fa', undefined],
  ])('in %s, initials are read as a name that the article has', (asked, name) => {
    const given = answer(aleppo, asked);
    expect('question' in given && given.question.corrections.map(({ to }) => to)).toEqual(name ? [name] : []);
  });

  test.each([
    ['uk', 'The United Kingdom won.', 'United Kingdom'],
    ['uk', 'The University of Kentucky won.', undefined],
    ['uk', 'The United Kingdom (UK) won.', undefined],
    ['fda', 'The Food and Drug Administration won.', 'Food Drug Administration'],
    ['pm', 'The Prime Minister won.', undefined],
    ['tv', 'Tom Valery won.', undefined],
    ['lol', 'The Lucky Old Lady won.', undefined],
  ])('%s in %j', (typed, text, name) => {
    const given = answer(of(text), `what about the ${typed}`);
    expect('question' in given && given.question.corrections.map(({ to }) => to)).toEqual(name ? [name] : []);
  });

  test.each(['who is ali', 'what is xyz'])('%s is not a question for the whole story', (asked) => {
    expect(answer(aleppo, asked).kind).toBe('not in the article');
  });

  test.each(['who is he', 'what happened to her'])('%s asks for more than one question tells', (asked) => {
    expect(answer(aleppo, asked).kind).toBe('nothing to look for');
  });

  test('what is contracted says nothing of what is looked for', () => {
    const given = answer(aleppo, 'theyre saying thats why hes in Aleppo');
    expect('question' in given && given.question.terms.map(({ word }) => word.form)).toEqual(['saying', 'aleppo']);
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
    ['another name spelled otherwise', 'where did Qaddafi flee', 1, 'It rained. Gaddafi fled to Sirte.'],
    ['initials', 'what about the US', 1, 'It rained. The U.S. has gone.'],
    ['a number with a point', 'who weighs 7.5', 1, 'Bob weighs 75. Ann weighs 7.5.'],
    ['initials with full stops', 'what about the U.K.', 1, 'It rained. The UK has gone.'],
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
