import { describe, expect, test } from 'vitest';
import { commandMeant } from '../../src/answering/plain-words.ts';

describe('words that mean a command', () => {
  test.each([
    ['summarise this', '/summary'],
    ['Summarize the article.', '/summary'],
    ['sumarize it', '/summary'],
    ['summary please', '/summary'],
    ['hey, give me a summary please', '/summary'],
    ['Could you please summarize this for me?', '/summary'],
    ['sum it up', '/summary'],
    ['sum up the whole story', '/summary'],
    ['summarise this interview', '/summary'],
    ["what's the gist?", '/summary short'],
    ['tl;dr', '/summary short'],
    ['TLDR', '/summary short'],
    ['tl dr please', '/summary short'],
    ['a short summary of the article', '/summary short'],
    ['summarise this in short', '/summary short'],
    ['long summary', '/summary long'],
    ['summarise the part about refugees', '/summary about refugees'],
    ['summarise only the parts on the clashes, please', '/summary about the clashes'],
    ['summarize what it says about Damascus', '/summary about Damascus'],
    ['summary of the fighting', '/summary about the fighting'],
    ['tl;dr about Homs', '/summary short about Homs'],
    ['help me please', '/help'],
    ['what can you do', '/help'],
    ['bye', '/quit'],
  ])('"%s" is %s', (typed, command) => {
    expect(commandMeant(typed)).toBe(command);
  });

  test.each([
    'what does the summary say?',
    'who wrote the summary?',
    'summary judgment',
    'the sum of the costs',
    'what does the help desk do?',
    'who helps me?',
    'help desk',
    'who quit?',
    'quit?',
    'exit poll',
    'lol',
    '/summary',
    '',
    `summarise ${'this '.repeat(50)}`,
  ])('"%.30s" means none', (typed) => {
    expect(commandMeant(typed)).toBeUndefined();
  });
});
