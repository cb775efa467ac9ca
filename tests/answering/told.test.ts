import { expect, test } from 'vitest';
import { readQuestion } from '../../src/answering/question.ts';
import { toldBy } from '../../src/answering/told.ts';
import { of } from '../indexed.ts';

/** What is bold of a sentence with «a phrase», asked a question. */
function bold(question: string, marked: string): string | undefined {
  const text = marked.replace(/[«»]/g, '');
  const phrase = { start: marked.indexOf('«'), end: marked.indexOf('»') - 1 };
  const read = readQuestion(of(text), question);
  if (read.kind !== 'question') throw new Error(read.kind);
  const told = toldBy(text, phrase, read.question);
  return told && text.slice(told.start, told.end);
}

test.each([
  ['When did the clashes begin?', '«The clashes began on Friday» and went on.', 'on Friday'],
  ['When did the clashes begin?', 'The clashes began «on Friday» and went on.', 'on Friday'],
  ['Who leads the rebels?', '«The rebels are led by Abu Omar», who fled.', 'by Abu Omar'],
  ['Who fled the city?', 'On Sunday «many residents fled» the city.', 'many residents fled'],
  ['What did the rebels take?', 'The army said «the rebels took» it.', 'the rebels took'],
  ['What happened in the city?', '«The clashes began on Friday and went on.»', undefined],
])('what answers "%s" is bold, without what was asked: %s', (question, marked, told) => {
  expect(bold(question, marked)).toBe(told);
});
