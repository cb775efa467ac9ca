import { expect, test } from 'vitest';
import { matching } from '../../src/search/spelling.ts';

const QUESTIONS = [
  'Who is Bob Ray?',
  'When did the clashes begin?',
  'What happened at the university?',
  'Begin where?',
  'Who was there when the clash began?',
];

test.each<[string, string[]]>([
  ['', QUESTIONS],
  ['  ', QUESTIONS],
  ['begin', ['Begin where?', 'When did the clashes begin?']],
  ['clash', ['When did the clashes begin?', 'Who was there when the clash began?']],
  ['univ', ['What happened at the university?']],
  ['UNIVERSITY hap', ['What happened at the university?']],
  ['who', ['Who is Bob Ray?', 'Who was there when the clash began?']],
  ['unviersity', ['What happened at the university?']],
  ['zzzz', []],
  ['?', []],
])('what is typed is found inside of questions, begun or misspelt: %j', (typed, found) => {
  expect(matching(typed, QUESTIONS).slice(0, found.length || 5)).toEqual(found);
});
