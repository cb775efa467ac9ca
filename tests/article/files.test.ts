import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chooseArticle } from '../../src/article/choose.ts';
import { badAtFirstSight, readArticleFile } from '../../src/article/files.ts';

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
  ['front matter without an end', '---\ntitle: A\n\nText.', { kind: 'bad front matter', line: 1 }],
  ['front matter that is no YAML', '---\ntitle: A\nbyline: [B\n---\nText.', { kind: 'bad front matter', line: 4 }],
  ['a date that is none', '---\ntitle: A\npublished: 2012-13\n---\nText.', { kind: 'bad front matter', line: 3 }],
  ['a day that its month does not have', '---\ntitle: A\npublished: 2012-02-31\n---\nText.', { kind: 'bad front matter', line: 3 }],
  ['a source that is no link', '---\nsource: javascript:alert(1)\n---\nText.', { kind: 'bad front matter', line: 2 }],
];

describe('a file that is no article', () => {
  test.each(BAD)('%s', async (_what, bytes, problem) => {
    expect(await readArticleFile(write(bytes))).toMatchObject(problem);
  });

  test('a file that is not there', async () => {
    expect(await readArticleFile(join(folder, 'nowhere.txt'))).toMatchObject({ kind: 'missing' });
  });

  test('a folder', async () => {
    expect(await readArticleFile(folder)).toMatchObject({ kind: 'folder' });
  });
});

describe.skipIf(process.platform !== 'linux')('what is no ordinary file', () => {
  const pipe = join(folder, 'pipe.txt');
  const socket = join(folder, 'socket.txt');
  const server = createServer();
  const listening = new Promise<void>((resolve) => server.listen(socket, resolve));
  afterAll(() => server.close());

  test.each<[file: string, kind: string]>([
    [pipe, 'not a file'],
    [socket, 'not a file'],
    ['/dev/zero', 'not a file'],
    ['/dev/tty', 'not a file'],
    ['/proc/self/mem', 'unreadable'],
    ['/proc/self', 'folder'],
  ])('%s is refused at once', async (file, kind) => {
    await listening;
    if (file === pipe) execFileSync('mkfifo', [pipe]);
    expect(await readArticleFile(file)).toEqual({ kind, file });
    expect(await badAtFirstSight(file)).toEqual({ kind, file });
  });

  test("the system's own files are read as they are", async () => {
    expect(await readArticleFile('/proc/version')).toMatchObject({ kind: 'article' });
  });

  test('a file that is longer than any text', async () => {
    const huge = join(folder, 'huge.txt');
    truncateSync(write('x', 'huge.txt'), 65 * 2 ** 20);
    expect(await readArticleFile(huge)).toEqual({ kind: 'too large', file: huge });
  });

  test.skipIf(process.getuid?.() === 0)('a file, and a folder, without permission', async () => {
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    writeFileSync(join(locked, 'a.txt'), 'x');
    chmodSync(locked, 0);
    expect(await readArticleFile(join(locked, 'a.txt'))).toMatchObject({ kind: 'unreadable' });
    expect(await chooseArticle(locked)).toMatchObject({ kind: 'unreadable', file: locked });
    chmodSync(locked, 0o700);
  });
});

describe('an article', () => {
  test('offsets begin behind a BOM and the front matter, and line ends are kept', async () => {
    const read = await readArticleFile(write('\ufeff---\r\ntitle: A story\r\npublished: 2012-07\r\n---\r\nOne.\r\nTwo.'));
    if (read.kind !== 'article') throw new Error(read.kind);
    expect(read.article.text).toBe('One.\r\nTwo.');
    expect(read.article.about).toEqual({ title: 'A story', published: '2012-07' });
    expect(read.article.sentences.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [6, 10],
    ]);
  });

  test('without front matter it has its name for a title', async () => {
    expect(await readArticleFile(write('One.', 'my-story.md'))).toMatchObject({ article: { about: { title: 'my-story' } } });
  });

  test('the one that ships has no apostrophes and no closing newline', async () => {
    const text = readFileSync('content/aleppo-2012.txt', 'utf8');
    expect(text).toContain('Syrias largest city,has');
    expect(text.endsWith('safer areas.')).toBe(true);
  });
});

const PNG = Uint8Array.of(
  0x89,
  0x50,
  0x4e,
  0x47,
  13,
  10,
  26,
  10,
  0,
  0,
  0,
  13,
  0x49,
  0x48,
  0x44,
  0x52,
  0,
  0,
  0,
  1,
  0,
  0,
  0,
  1,
  8,
  2,
  0,
  0,
  0,
);

describe('the choice of an article', () => {
  const content = join(folder, 'content');
  mkdirSync(content);
  test('a folder without articles', async () => {
    write('x', 'content/picture.png');
    expect(await chooseArticle(content)).toMatchObject({ kind: 'no articles' });
  });
  test('the first of several, the wanted one, and one that is not there', async () => {
    write('B.', 'content/b.md');
    write('A.', 'content/a.txt');
    expect(await chooseArticle(content)).toMatchObject({ article: { text: 'A.' }, others: ['b.md'] });
    expect(await chooseArticle(content, 'b')).toMatchObject({ article: { text: 'B.' } });
    expect(await chooseArticle(content, 'b.md')).toMatchObject({ article: { text: 'B.' } });
    expect(await chooseArticle(content, 'c')).toMatchObject({ kind: 'no such article', files: ['a.txt', 'b.md'] });
  });

  test('the page about the bot comes last', async () => {
    mkdirSync(join(folder, 'own'));
    write('The bot.', 'own/verbatim.md');
    expect(await chooseArticle(join(folder, 'own'))).toMatchObject({ article: { text: 'The bot.' } });
    write('War.', 'own/war.txt');
    expect(await chooseArticle(join(folder, 'own'))).toMatchObject({ article: { text: 'War.' }, others: [] });
  });

  test('files that are none hide no others, and are told', async () => {
    write(PNG, 'content/0.txt');
    write('---\ntitle: A', 'content/1.md');
    write(PNG, 'content/c.txt');
    write('', 'content/d.txt');
    write('<p>C.</p>', 'content/e.html');
    expect(await chooseArticle(content)).toMatchObject({
      article: { text: 'A.' },
      others: ['b.md', 'e.html'],
      bad: [{ is: 'picture' }, { kind: 'bad front matter' }, { is: 'picture', file: join(content, 'c.txt') }, { kind: 'empty' }],
    });
    expect(await chooseArticle(content, 'c')).toMatchObject({ kind: 'foreign', is: 'picture' });
    expect(await chooseArticle(content, 'e')).toMatchObject({ article: { text: 'C.', about: { title: 'e' } } });
  });

  test('a folder of files that are none has the problem of the first', async () => {
    mkdirSync(join(folder, 'bad'));
    write(PNG, 'bad/a.txt');
    write('', 'bad/b.txt');
    expect(await chooseArticle(join(folder, 'bad'))).toMatchObject({ kind: 'foreign' });
  });
});
