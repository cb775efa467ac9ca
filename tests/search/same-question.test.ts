import { expect, test } from 'vitest';
import { isSameQuestion } from '../../src/search/same-question.ts';
import { aleppo as index } from '../indexed.ts';

test.each([
  ['When did the clashes begin?', 'when did the clashes begin'],
  ['When did the clashes begin?', 'when did clashes begin??'],
  ['When did the clashes begin?', 'When the clashes began'],
  ['When did the clashes begin?', 'please tell me when did the clashes begin exactly'],
  ['When did the clashes begin?', 'whn did the clahses begin'],
  ['When did the clashes begin?', 'WHEN DID THE CLASHES BEGIN'],
  ['Who is Mohammad Saeed?', 'whos Mohammad Saeed'],
  ['Who is Mohammad Saeed?', 'who is Mohamad Saeed'],
  ['What did Saeed say about the uprising?', 'what did Saeed say about the uprsing'],
  ['Why didn’t they leave?', "why didn't they leave"],
  ['When did the clashes begin?', 'When exactly did the clashes begin?'],
  ['When did the clashes begin?', 'and when did the clashes begin, thanks'],
  ['When did the clashes begin?', 'hi, could you please tell me when the clashes began'],
  ['How many students were killed?', 'how many students are killed'],
  ['Who is Mohammad Saeed?', 'Who is Mohamad Saeed?'],
  ['Who?', 'who'],
])('"%s" is the same as "%s"', (one, other) => {
  expect([isSameQuestion(index, one, other), isSameQuestion(index, other, one)]).toEqual([true, true]);
});

test.each([
  ['When did the clashes begin?', 'When did the clashes end?'],
  ['When did the clashes begin?', 'Where did the clashes begin?'],
  ['When did the clashes begin?', 'When did the clashes in Damascus begin?'],
  ['When did the clashes begin?', 'When will the clashes begin?'],
  ['Who killed the soldiers?', 'Who did the soldiers kill?'],
  ['How many died in May?', 'How many died in June?'],
  ['How many people died?', 'How many people died in 2012?'],
  ['What happened before the clashes?', 'What happened after the clashes?'],
  ['Did they leave?', 'Did they not leave?'],
  ['Did they leave?', "Didn't they leave?"],
  ['Who went to Homs?', 'Who went from Homs?'],
  ['Who is in Homs?', 'Who is in Hama?'],
  ['What did the rebels say?', 'What did the regime say?'],
  ['What does Saeed say?', 'What is Saeed?'],
  ['What did they do?', 'What are they?'],
  ['What do they have?', 'What are they?'],
  ['Who is the president?', 'Who was the president?'],
  ['Who fought for Assad?', 'Who fought Assad?'],
  ['Who wrote about Saeed?', 'Who wrote Saeed?'],
  ['Who fled to Iraq?', 'Who fled to Iran?'],
  ['who fled to iraq', 'who fled to iran'],
  ['Who is Obama?', 'Who is Osama?'],
  ['Who shelled Hama?', 'Who shelled Hamas?'],
  ['Where is Latakia?', 'Where is Latvia?'],
  ['What is Damascus?', 'What is in Damascus?'],
  ['Who was on the committee?', 'Who was the committee?'],
  ['Which soldiers were attacked?', 'Which soldiers attacked?'],
  ['Where are the rebels being killed?', 'Where are the rebels killing?'],
  ["Why didn't the rebels leave?", "Why can't the rebels leave?"],
  ['What happened at 11 am?', 'What happened at 1 am?'],
  ['What was in 2011?', 'What was in 201?'],
  ['Who shoots in the desert?', 'Who shoots in the dessert?'],
  [`Who ${'ran and '.repeat(25)}fell in Homs?`, `Who ${'ran and '.repeat(25)}fell in Damascus?`],
  ['Who?', 'When?'],
])('"%s" is not the same as "%s"', (one, other) => {
  expect([isSameQuestion(index, one, other), isSameQuestion(index, other, one)]).toEqual([false, false]);
});
