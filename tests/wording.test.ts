import { describe, expect, test } from 'vitest';
import { type FourW, questionOf } from '../src/answering/asks.ts';
import { wording } from '../src/wording.ts';

describe('every problem with an article', () => {
  const PROBLEMS: [Parameters<typeof wording.badArticle>[0], sentence: string][] = [
    [{ kind: 'missing', file: 'a.txt' }, 'a.txt: there is no such file. Check the name.'],
    [{ kind: 'folder', file: 'a' }, 'a is a folder. Give a text file.'],
    [{ kind: 'unreadable', file: 'a.txt' }, "a.txt can't be read. Check its permissions."],
    [{ kind: 'empty', file: 'a.txt' }, "a.txt has no text. Put the article's text into it."],
    [{ kind: 'no words', file: 'a.txt' }, "a.txt has no words in it. Put the article's text into it."],
    [{ kind: 'binary', file: 'a.txt' }, 'a.txt is not a text file. Save the article as plain text in UTF-8.'],
    [{ kind: 'not UTF-8', file: 'a.txt' }, 'a.txt is not UTF-8. Save it as plain text in UTF-8.'],
    [
      { kind: 'bad front matter', file: 'a.txt', line: 3, reason: 'the title is one line of at most 150 characters' },
      "a.txt, line 3: the front matter doesn't parse: the title is one line of at most 150 characters. Mend the line (a value with a colon or a bracket in it goes in quotes), or take the front matter out.",
    ],
    [{ kind: 'no articles', folder: 'content' }, 'There is no article in content: put a .txt or .md file there.'],
    [
      { kind: 'no such article', wanted: 'x', folder: 'content', files: ['a.txt', 'b.md'] },
      'ARTICLE is "x", and content has no such file. It has: a.txt, b.md.',
    ],
  ];
  test.each(PROBLEMS)('$kind has its sentence', (problem, sentence) => {
    expect(wording.badArticle(problem)).toBe(sentence);
  });
});

describe('a question is shown as it was understood', () => {
  const SHOWN: [text: string, asks: FourW | undefined, shown: string][] = [
    ['did the clashes begin', 'when', 'When did the clashes begin?'],
    ['when did the clashes begin', 'when', 'When did the clashes begin?'],
    ['', 'who', 'Who?'],
    ['what  happened?', undefined, 'What happened?'],
    ['tell me about Saeed', undefined, 'Tell me about Saeed'],
    ['谁在上海？', undefined, '谁在上海？'],
  ];
  test.each(SHOWN)('%j behind /%s → %s', (text, asks, shown) => {
    expect(questionOf(text, asks)).toBe(shown);
  });
});

describe('a date of publication', () => {
  test.each([
    ['2012', 'T, 2012'],
    ['2012-07', 'T, July 2012'],
    ['2012-07-21', 'T, 21 July 2012'],
  ])('%s → %s', (published, headline) => {
    expect(wording.headline({ title: 'T', published })).toBe(headline);
  });
});
