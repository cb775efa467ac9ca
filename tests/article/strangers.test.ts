import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { quote } from '../../src/article/article.ts';
import { type ArticleRead, readArticleBytes } from '../../src/article/files.ts';
import { type Given, openStrangersReader } from '../../src/article/strangers.ts';
import { wording } from '../../src/wording.ts';
import { docx, p, pdf, table } from '../formats/made.ts';
import { expectWhole } from '../formats/whole.ts';
import { ENDLESS, GREEDY, hostileFiles } from './hostile-files.ts';

const MEGABYTE = 2 ** 20;
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Where some files would have somebody connect to. */
let connections = 0;
const elsewhere = createServer((_, response) => response.end('<!ENTITY x "y">')).on('connection', () => connections++);
await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
const hostile = hostileFiles(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`);

const reader = openStrangersReader();
afterAll(async () => {
  await reader.close();
  elsewhere.close();
});

/** What came of it is a sentence, or a text of which every quote is a part. */
function expectFine(read: ArticleRead): void {
  if (read.kind !== 'article') {
    expect(wording.badArticle({ ...read, file: 'a.txt' })).toMatch(/^a\.txt\b.*\.$/);
    return;
  }
  const { article } = read;
  expectWhole(article);
  let last = 0;
  const bad = article.sentences.filter(({ start, end, index }) => {
    const isFine =
      last <= start && start < end && quote(article, index).text === article.text.slice(start, end) && end <= article.text.length;
    last = end;
    return !isFine;
  });
  expect(bad).toEqual([]);
}

const FILES: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['aleppo-2012.txt', readFileSync('content/aleppo-2012.txt')],
  ['pool.md', readFileSync('docs/pictures/pool.md')],
  [
    'ferry.docx',
    await docx(
      `${p('Ferries', 'Title')}${p('The ferry leaves at noon. It arrives at one.')}${table(['Day', 'Time'], ['Monday', 'noon'])}`,
      { creator: 'Ada' },
    ),
  ],
  ['ferry.pdf', pdf([['The ferry leaves at noon.', 'It arrives at one.', '', 'There is no other.']], { Title: 'Ferries' })],
  [
    'ferry.html',
    utf8(
      `<!doctype html><title>Ferries</title><nav><a href="/">Home</a></nav><main><h1>Ferries</h1><p>${'The ferry leaves at noon. '.repeat(30)}<ul><li>One<li>Two</ul></main>`,
    ),
  ],
];

describe('a thread', () => {
  test.each([...FILES, ['picture.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')] as const])(
    'reads %s as it is read here',
    async (name, bytes) => {
      expect(await reader.read({ bytes, name })).toEqual(await readArticleBytes(bytes, name));
    },
  );

  test('decodes as who sent it says', async () => {
    const given = { bytes: Buffer.from([0xcc, 0xe8, 0xf0, 0x20, 0xcc, 0xe8, 0xf0]), name: 'a.txt', charset: 'windows-1251' };
    expect(await reader.read(given)).toMatchObject({ kind: 'article', article: { text: 'Мир Мир' } });
    expect(await reader.read({ ...given, charset: 'nonsense' })).toEqual({ kind: 'unknown encoding' });
  });

  test('reads one file after the other, and each gets its own answer', async () => {
    const texts = Array.from({ length: 20 }, (_, i) => `This is text number ${i}.`);
    const read = await Promise.all(texts.map((text) => reader.read({ bytes: utf8(text), name: 'a.txt' })));
    expect(read.map((one) => one.kind === 'article' && one.article.text)).toEqual(texts);
  });

  test('ends when it was idle for a while, and another one starts', async () => {
    const ended = vi.spyOn(Worker.prototype, 'terminate');
    const hasty = openStrangersReader({ idle: 1 });
    for (const times of [1, 2]) {
      expect(await hasty.read({ bytes: utf8('One.'), name: 'a.txt' })).toMatchObject({ kind: 'article' });
      await expect.poll(() => ended.mock.calls.length, { timeout: 60_000 }).toBe(times);
    }
    await hasty.close();
    ended.mockRestore();
  });

  test('hands over no text of more sentences than any novel has', async () => {
    expect(await reader.read({ bytes: utf8('The ferry leaves at noon. '.repeat(30_000)), name: 'a.txt' })).toEqual({
      kind: 'too long',
      most: 25_000,
      of: 'sentences',
    });
    expect(await reader.read({ bytes: utf8(`One.\n\n${'- - -\n\n'.repeat(30_000)}`), name: 'a.md' })).toEqual({
      kind: 'too long',
      most: 25_000,
      of: 'lines',
    });
  });
});

describe('a hostile file', () => {
  test('is one of more than a hundred and fifty', () => {
    expect(hostile.length + ENDLESS.length + GREEDY.length).toBeGreaterThan(150);
  });

  test.each(hostile.map(([what, name, bytes, kind]) => ({ what, name, bytes, kind })))('$what', async ({ name, bytes, kind }) => {
    const read = await reader.read({ bytes: await bytes(), name });
    expectFine(read);
    if (kind) expect(read.kind).toBe(kind);
    expect(connections).toBe(0);
  });

  test.each(ENDLESS)('%s, takes too much, and holds nobody up', async (_, name, bytes) => {
    const impatient = openStrangersReader({ longest: 400 });
    const given = { bytes: await bytes(), name };
    let ticks = 0;
    const timer = setInterval(() => ticks++, 10);
    expect(await impatient.read(given)).toEqual({ kind: 'too much' });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(1);
    await impatient.close();
  });

  test.each(GREEDY)('%s, takes too much memory', async (_, name, bytes) => {
    const small = openStrangersReader({ longest: 170_000, memory: 32 });
    const before = process.memoryUsage.rss();
    expect(await small.read({ bytes: await bytes(), name })).toEqual({ kind: 'too much' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(500 * MEGABYTE);
    expect(await small.read({ bytes: utf8('One.'), name: 'a.txt' })).toMatchObject({ kind: 'article' });
    await small.close();
  });

  test('that is still being read when the bot ends is given up', async () => {
    const ending = openStrangersReader();
    const [, name, bytes] = ENDLESS[3] as (typeof ENDLESS)[number];
    const given: Given = { bytes: await bytes(), name };
    const reads = [ending.read(given), ending.read(given)];
    await ending.close();
    expect(await Promise.all(reads)).toEqual([{ kind: 'too much' }, { kind: 'too much' }]);
  });
});

test('a file that is damaged anyhow ends in a sentence, or in a text of which every quote is a part', async () => {
  const damage = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    by: fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc.constantFrom(...['---\n', '<', '\0', '\xff\xfe', '](', '<p>', '>>stream', '\r'].map((text) => Buffer.from(text, 'latin1'))),
    ),
  });
  const cut = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 4 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.array(damage, { minLength: 1, maxLength: 5 }),
      cut,
      async ([name, bytes], damages, end) => {
        let damaged = Buffer.from(bytes);
        for (const { at, length, by } of damages) {
          const from = Math.floor(at * damaged.length);
          damaged = Buffer.concat([damaged.subarray(0, from), by, damaged.subarray(from + length)]);
        }
        expectFine(await reader.read({ bytes: damaged.subarray(0, Math.floor((end ?? 1) * damaged.length)), name }));
      },
    ),
    { seed: 17, numRuns: 150 },
  );
});
