import { describe, expect, test } from 'vitest';
import { answerOfDocument } from '../../src/answering/of-the-document.ts';
import { readQuestion } from '../../src/answering/question.ts';
import { type Article, readArticle } from '../../src/article/article.ts';
import type { About } from '../../src/document/about.ts';
import { of as indexed, marked } from '../indexed.ts';

const ABOUT: About = {
  title: 'Night ferries return',
  published: '2023-11-05',
  byline: 'Mara Quist',
  source: 'https://example.com/ferries',
};
const TEXT = 'The night ferry sails again on Monday. Its captain wrote a letter to the author of the timetable.';
const article = readArticle(ABOUT, TEXT);

function asked(typed: string, of: Article = article, inTalk = false) {
  const read = readQuestion(indexed(of.text), typed);
  return read.kind === 'question' ? answerOfDocument(of, read.question, inTalk) : undefined;
}

describe('a question about the document', () => {
  test.each([
    [
      'byline',
      'who wrote this article?',
      'Who wrote this?',
      'and who wrote the text',
      'who is the author?',
      "who's the author of this story",
      'who is this by',
    ],
    [
      'published',
      'when was this published?',
      'what date is this from?',
      'when was the article written',
      'what is the date of this article',
      'how old is this page',
    ],
    [
      'title',
      'what is the title?',
      'what is this article called?',
      "what's the title of this",
      "what is the article's headline",
      'title please',
    ],
    [
      'source',
      'where is this from?',
      'what is this from',
      "what's the source?",
      'link?',
      'give me the link',
      'where was this article published',
      'where can I read the original',
    ],
  ] as const)('for its %s is answered from its front matter', (field, ...questions) => {
    for (const question of questions)
      expect([question, asked(question)]).toMatchObject([question, { kind: 'header', field, text: ABOUT[field] }]);
  });

  test.each([
    'who wrote the letter?',
    'who wrote this letter?',
    'who is the author of the timetable?',
    'which journalist wrote the story about the ferry',
    'when was the timetable published?',
    'what is the captain called?',
    'where is the captain from?',
    'what is the source of the river?',
    'when does this ferry sail?',
  ])('is not "%s"', (question) => {
    expect(asked(question)).toBeUndefined();
  });

  test('may say "it", unless something was said before that "it" may be', () => {
    expect(asked('who wrote it?')).toMatchObject({ field: 'byline' });
    expect(asked('who wrote it?', article, true)).toBeUndefined();
    expect(asked('and who wrote this?', article, true)).toMatchObject({ field: 'byline' });
  });
});

describe('what the front matter lacks', () => {
  const lines = [
    'title: The night ferry returns',
    'byline: Photographs by Ann Holt',
    'byline: By Mara Quist',
    'byline: Sunday, 5 November 2023',
  ];
  const written = {
    ...marked(...lines, 'paragraph: The night ferry sails again.').article,
    about: { title: 'notes', untitled: true } as const,
  };

  test.each([
    ['what is the title?', 'The night ferry returns'],
    ['who wrote this?', 'By Mara Quist'],
    ['when was this published?', 'Sunday, 5 November 2023'],
  ])('"%s" is answered with the line of the text that says it, and surely', (question, line) => {
    expect(asked(question, written)).toMatchObject({ kind: 'answer', sure: true, shown: 1, quotes: [{ quote: { text: line } }] });
  });

  test.each(['where is this from?', 'link?'])('"%s" is asked of the text as any other question', (question) => {
    expect(asked(question, written)).toBeUndefined();
  });

  test('and the text too: the name of a file is no title', () => {
    const bare = readArticle({ title: 'notes', untitled: true }, TEXT);
    expect(['what is the title?', 'who wrote this?', 'when was this published?'].map((one) => asked(one, bare))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('what the text says too is quoted from there', () => {
    const both = { ...written, about: { title: 'Ferries', byline: 'Mara Quist', published: '2023' } };
    expect(asked('who wrote this?', both)).toMatchObject({ kind: 'answer', quotes: [{ quote: { text: 'By Mara Quist' } }] });
    expect(asked('what is the title?', both)).toMatchObject({ kind: 'header', text: 'Ferries' });
  });
});
