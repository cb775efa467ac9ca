import { describe, expect, test } from 'vitest';
import { type FourW, questionOf } from '../src/answering/asks.ts';
import { wording } from '../src/wording.ts';

describe('every problem with an article', () => {
  const PROBLEMS: [Parameters<typeof wording.badArticle>[0], sentence: string][] = [
    [{ kind: 'missing', file: 'a.txt' }, 'There is no file a.txt. Check the name.'],
    [{ kind: 'folder', file: 'a' }, 'a is a folder. Give a file.'],
    [{ kind: 'unreadable', file: 'a.txt' }, "a.txt can't be read. Check its permissions."],
    [{ kind: 'empty', file: 'a.txt' }, "a.txt has no text. Put the article's text into it."],
    [{ kind: 'no words', file: 'a.txt' }, "a.txt has no words in it. Put the article's text into it."],
    [{ kind: 'binary', file: 'a.txt' }, 'a.txt is not a text file. Save the article as plain text in UTF-8.'],
    [{ kind: 'unknown encoding', file: 'a.txt' }, 'a.txt is neither UTF-8 nor Windows-1252. Save it as plain text in UTF-8.'],
    [
      { kind: 'broken characters', encoding: 'UTF-16LE', file: 'a.txt' },
      'a.txt has broken characters in it: it is not quite UTF-16LE. Save it again as plain text in UTF-8.',
    ],
    [{ kind: 'not a file', file: 'a.txt' }, 'a.txt is a pipe or a device. Give a file.'],
    [{ kind: 'too large', file: 'a.txt' }, 'a.txt is larger than Verbatim can read. Give a shorter one, or only its text.'],
    [{ kind: 'too much', file: 'a.pdf' }, 'a.pdf takes too long to read, or too much memory. Give only its text, as plain text.'],
    [{ kind: 'foreign', is: 'picture', file: 'a.txt' }, 'a.txt is a picture. Give a file that holds the text as text.'],
    [{ kind: 'foreign', is: 'archive', file: 'a.txt' }, 'a.txt is an archive. Unpack it, and give the file in it that holds the text.'],
    [{ kind: 'encrypted', file: 'a.pdf' }, 'a.pdf is a PDF that opens only with a password. Save it without one.'],
    [
      { kind: 'no text layer', file: 'a.pdf' },
      'a.pdf is a PDF with only pictures of its pages, such as a scan. Run text recognition (OCR) on it, or give the text.',
    ],
    [
      { kind: 'broken', format: 'docx', file: 'a.docx' },
      "a.docx is a Word document that can't be read: it is cut short or damaged. Open it in a word processor, and save it again as .docx.",
    ],
    [
      { kind: 'broken', format: 'pdf', file: 'a.pdf' },
      "a.pdf is a PDF that can't be read: it is cut short or damaged. Download it again, or save it again as a PDF.",
    ],
    [{ kind: 'too deep', file: 'a.html' }, 'a.html is a page whose elements are nested too deeply. Save its text as plain text.'],
    [
      { kind: 'bad front matter', file: 'a.txt', line: 3, reason: 'the title is one line of at most 150 characters' },
      "a.txt, line 3: the front matter doesn't parse: the title is one line of at most 150 characters. Correct the line (put a value that has a colon or a bracket in it in quotes), or remove the front matter.",
    ],
    [
      { kind: 'no articles', folder: 'content' },
      'There is no article in content. Put one there: a text (.txt), Markdown (.md), a web page (.html), a Word document (.docx) or a PDF (.pdf).',
    ],
    [
      { kind: 'no such article', wanted: 'x', folder: 'content', files: ['a.txt', 'b.md'] },
      'ARTICLE is "x", and content has no such file. It has: a.txt, b.md.',
    ],
  ];
  test.each(PROBLEMS)('$kind has its sentence', (problem, sentence) => {
    expect(wording.badArticle(problem)).toBe(sentence);
  });
});

describe('every problem with the reading model', () => {
  const PROBLEMS: [Parameters<typeof wording.badModel>[0], sentence: RegExp][] = [
    [
      { kind: 'no model', folder: 'm', file: 'reader.onnx' },
      /^m has no reader\.onnx: the reading model is incomplete\. Clone the repository again/,
    ],
    [
      { kind: 'model cut short', folder: 'm', file: 'reader.onnx', bytes: 2, wanted: 5 },
      /^m\/reader\.onnx has 2 bytes, and should have 5: it was cut short\. /,
    ],
    [
      { kind: 'other model', folder: 'm', version: '1999', wanted: '2026' },
      /^m has the reading model of version 1999, and this Verbatim needs 2026\. /,
    ],
    [{ kind: 'model does not load', folder: 'm', reason: 'no' }, /^The reading model in m can't be loaded on this machine \(no\)\. /],
  ];
  test.each(PROBLEMS)('$kind has its sentence', (problem, sentence) => {
    expect(wording.badModel(problem)).toMatch(sentence);
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
