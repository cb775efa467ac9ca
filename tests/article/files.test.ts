import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chooseArticle } from '../../src/article/choose.ts';
import { readArticleFile } from '../../src/article/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function write(bytes: string | Uint8Array, name = `article-${files++}.txt`): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const BAD: [what: string, bytes: string | Uint8Array, problem: object][] = [
  ['nothing', '', { kind: 'empty' }],
  ['white space', ' \n\n ', { kind: 'empty' }],
  ['nothing under its front matter', '---\ntitle: A\n---\n', { kind: 'empty' }],
  ['no words', '*** !!! ***', { kind: 'no words' }],
  ['NUL bytes', Uint8Array.of(80, 0, 75), { kind: 'binary' }],
  ['Latin-1', Uint8Array.of(0x63, 0x61, 0x66, 0xe9), { kind: 'not UTF-8' }],
  ['front matter without an end', '---\ntitle: A\n\nText.', { kind: 'bad front matter', line: 1 }],
  ['front matter that is no YAML', '---\ntitle: A\nbyline: [B\n---\nText.', { kind: 'bad front matter', line: 4 }],
  ['a date that is none', '---\ntitle: A\npublished: 2012-13\n---\nText.', { kind: 'bad front matter', line: 3 }],
  ['a day that its month does not have', '---\ntitle: A\npublished: 2012-02-31\n---\nText.', { kind: 'bad front matter', line: 3 }],
  ['a source that is no link', '---\nsource: javascript:alert(1)\n---\nText.', { kind: 'bad front matter', line: 2 }],
];

describe('a file that is no article', () => {
  test.each(BAD)('%s', (_what, bytes, problem) => {
    expect(readArticleFile(write(bytes))).toMatchObject(problem);
  });

  test('a file that is not there', () => {
    expect(readArticleFile(join(folder, 'nowhere.txt'))).toMatchObject({ kind: 'missing' });
  });

  test('a folder', () => {
    expect(readArticleFile(folder)).toMatchObject({ kind: 'folder' });
  });
});

describe('an article', () => {
  test('offsets begin behind a BOM and the front matter, and line ends are kept', () => {
    const read = readArticleFile(write('\ufeff---\r\ntitle: A story\r\npublished: 2012-07\r\n---\r\nOne.\r\nTwo.'));
    if (read.kind !== 'article') throw new Error(read.kind);
    expect(read.article.text).toBe('One.\r\nTwo.');
    expect(read.article.about).toEqual({ title: 'A story', published: '2012-07' });
    expect(read.article.sentences.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [6, 10],
    ]);
  });

  test('without front matter it has its name for a title', () => {
    expect(readArticleFile(write('One.', 'my-story.md'))).toMatchObject({ article: { about: { title: 'my-story' } } });
  });

  test('the one that ships has no apostrophes and no closing newline', () => {
    const text = readFileSync('content/aleppo-2012.txt', 'utf8');
    expect(text).toContain('Syrias largest city,has');
    expect(text.endsWith('safer areas.')).toBe(true);
  });
});

describe('the choice of an article', () => {
  const content = join(folder, 'content');
  mkdirSync(content);
  test('a folder without articles', () => {
    write('x', 'content/picture.png');
    expect(chooseArticle(content)).toMatchObject({ kind: 'no articles' });
  });
  test('the first of several, the wanted one, and one that is not there', () => {
    write('B.', 'content/b.md');
    write('A.', 'content/a.txt');
    expect(chooseArticle(content)).toMatchObject({ article: { text: 'A.' }, others: ['b.md'] });
    expect(chooseArticle(content, 'b')).toMatchObject({ article: { text: 'B.' } });
    expect(chooseArticle(content, 'b.md')).toMatchObject({ article: { text: 'B.' } });
    expect(chooseArticle(content, 'c')).toMatchObject({ kind: 'no such article', files: ['a.txt', 'b.md'] });
  });
});
