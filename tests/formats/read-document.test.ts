import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { looksUnreadable, readDocument } from '../../src/formats/read-document.ts';
import { docx, p, pdf, table } from './made.ts';
import { expectWhole } from './whole.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

/** What is read of a file, as it is written in a test. */
async function read(file: Uint8Array, name = 'a.txt') {
  const got = await readDocument(file, name);
  return got.kind === 'document' ? { ...got.document, assumed: got.assumed } : got;
}

const utf16 = (text: string, bom = true) => Buffer.from(`${bom ? '\ufeff' : ''}${text}`, 'utf16le');
const ENCODED: [what: string, file: Uint8Array, text: string][] = [
  ['UTF-8', utf8('Café'), 'Café'],
  ['UTF-8 with a BOM', utf8('\ufeffCafé'), 'Café'],
  ['UTF-16, little end first', utf16('Café 😀'), 'Café 😀'],
  ['UTF-16, big end first', utf16('Café 😀').swap16(), 'Café 😀'],
  ['UTF-16 without a BOM', utf16('The café is open.', false), 'The café is open.'],
  ['UTF-16 without a BOM, big end first', utf16('The café is open.', false).swap16(), 'The café is open.'],
];

describe('an encoding', () => {
  test.each(ENCODED)('%s', async (_what, file, text) => {
    expect(await read(file)).toMatchObject({ text, assumed: undefined });
  });

  test('Windows-1252 is read, and that it was is said', async () => {
    expect(await read(bytes('The caf', [0xe9], ' is ', [0x93], 'open', [0x94], ' at 5 ', [0x80]))).toMatchObject({
      text: 'The café is “open” at 5 €',
      assumed: 'Windows-1252',
    });
  });

  test.each([
    ['meta', '<html><meta charset="windows-1251"><p>'],
    ['older meta', '<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>'],
  ])('a page names its own: %s', async (_what, start) => {
    expect(await read(bytes(start, [0xcc, 0xe8, 0xf0]), 'a.html')).toMatchObject({ text: 'Мир', assumed: undefined });
  });

  test.each<[string, Uint8Array, object]>([
    ['Cyrillic letters of eight bits', bytes([0xcc, 0xe8, 0xf0, 0x20, 0xcc, 0xe8, 0xf0]), { kind: 'unknown encoding' }],
    ['UTF-8 that is cut in a letter', utf8('Café, thé').subarray(0, -1), { kind: 'broken characters', encoding: 'UTF-8' }],
    ['UTF-16 that is cut in a letter', utf16('Café').subarray(0, -1), { kind: 'broken characters', encoding: 'UTF-16LE' }],
    ['NUL bytes', bytes('PK', [0], 'x'), { kind: 'binary' }],
    ['other controls', bytes('a', [1], 'b'), { kind: 'binary' }],
  ])('%s is none', async (_what, file, problem) => {
    expect(await read(file)).toEqual(problem);
  });
});

const PNG = bytes(
  [0x89],
  'PNG\r\n',
  [0x1a],
  '\n',
  [0, 0, 0, 13],
  'IHDR',
  [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0],
  [0x90, 0x77, 0x53, 0xde],
);
const PAGE = '<!-- saved from url=(0020)https://example.org/ -->\n<!DOCTYPE html><html><p>It <b>rains</b>.';

describe('what a file is, its bytes tell and not its name', () => {
  test.each<[string, Uint8Array | Promise<Uint8Array>, string, object]>([
    ['a page named .txt', utf8(PAGE), 'a.txt', { text: 'It rains.' }],
    ['Markdown that shows HTML', utf8('It `<html>` rains. <b>No.</b>'), 'a.md', { text: 'It `<html>` rains. <b>No.</b>' }],
    ['a PDF named .txt', pdf([['It rains.']]), 'a.txt', { text: 'It rains.' }],
    ['a Word document named .txt', docx(p('It rains.')), 'a.txt', { text: 'It rains.' }],
    ['a text named .pdf', utf8('It rains.'), 'a.pdf', { text: 'It rains.' }],
    ['a text named .html', utf8('It rains.'), 'a.html', { text: 'It rains.' }],
    ['a picture', PNG, 'a.txt', { kind: 'foreign', is: 'picture' }],
    ['a GIF', bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0]), 'a.txt', { kind: 'foreign', is: 'picture' }],
    ['a sound', bytes('RIFF', [36, 0, 0, 0], 'WAVEfmt ', '\0'.repeat(28)), 'a.txt', { kind: 'foreign', is: 'recording' }],
    ['an archive', new JSZip().file('a.txt', 'x').generateAsync({ type: 'uint8array' }), 'a.txt', { kind: 'foreign', is: 'archive' }],
    ['a packed file', bytes([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), 'a.txt', { kind: 'foreign', is: 'archive' }],
    ['a program', bytes([0x7f], 'ELF', [2, 1, 1, 0], '\0'.repeat(60)), 'a.txt', { kind: 'foreign', is: 'program' }],
    ['rich text', utf8('{\\rtf1\\ansi It rains.}'), 'a.txt', { kind: 'foreign', is: 'other document' }],
    [
      'a Word document of old',
      bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], '\0'.repeat(600)),
      'a.docx',
      { kind: 'foreign', is: 'other document' },
    ],
  ])('%s', async (_what, file, name, found) => {
    expect(await read(await file, name)).toMatchObject(found);
    if ('kind' in found && 'is' in found) expect(await looksUnreadable((await file).subarray(0, 4096), name)).toEqual(found);
    else expect(await looksUnreadable((await file).subarray(0, 4096), name)).toBeUndefined();
  });
});

describe('a Word document', () => {
  test('has blocks, and says its title and who wrote it', async () => {
    const body = p('The ferry', 'Title') + p('Fares', 'H1') + p('Dogs  ride free.') + table(['Dogs', 'half']) + p('We waited.', 'Quote');
    const file = await docx(body, { title: 'Ferry', creator: 'Ann Lee' });
    const got = await readDocument(file, 'a.docx');
    if (got.kind !== 'document') throw new Error(got.kind);
    expect(got.document).toMatchObject({
      about: { title: 'Ferry', byline: 'Ann Lee' },
      text: 'The ferry\n\nFares\n\nDogs ride free.\n\nDogs | half\n\nWe waited.',
    });
    expect(got.document.blocks?.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'paragraph', 'row', 'quotation']);
  });

  test('whom a program names wrote nothing', async () => {
    expect(await read(await docx(p('It rains.'), { creator: 'Microsoft Office User' }))).toMatchObject({ about: {} });
  });

  test.each([
    ['an archive that is cut short', async () => (await docx(p('x'.repeat(900)))).subarray(0, -300), { kind: 'broken', format: 'docx' }],
    ['42 MB of letters in 42 kB', () => docx(p('x'.repeat(42_000_000))), { kind: 'too large' }],
    [
      '3,000 tables in one another',
      () => docx('<w:tbl><w:tr><w:tc>'.repeat(3000) + '</w:tc></w:tr></w:tbl>'.repeat(3000)),
      { kind: 'broken', format: 'docx' },
    ],
  ])('%s', async (_what, make, problem) => {
    expect(await read(await make(), 'a.docx')).toEqual(problem);
  });
});

describe('a PDF', () => {
  test('is read line by line, paragraphs apart, and words put together again', async () => {
    const file = pdf([['The ferry is in the har-', 'bour. It is well-known, a well-', 'known ship.', '', 'It \\(the ship) rests', '']], {
      Title: 'Ferry',
      Author: 'Ann Lee',
    });
    expect(await read(file)).toMatchObject({
      about: { title: 'Ferry', byline: 'Ann Lee' },
      text: 'The ferry is in the harbour. It is well-known, a well-known ship.\n\nIt \\(the ship) rests',
    });
  });

  test('goes on from page to page, without what every page has', async () => {
    const pages = ['The ferry goes', 'to the island. It is late.', 'Nobody waits.'].map((line, i) => [
      'Harbour Post',
      '',
      line,
      '',
      `Page ${i + 1}`,
    ]);
    expect(await read(pdf(pages))).toMatchObject({ text: 'The ferry goes\nto the island. It is late.\n\nNobody waits.' });
  });

  test('a title that is a file name is none', async () => {
    expect(await read(pdf([['It rains.']], { Title: 'Microsoft Word - ferry.doc' }))).toMatchObject({ about: {} });
  });

  test.each([
    ['pages without text', pdf([[], []]), { kind: 'no text layer' }],
    ['nothing but its beginning', utf8('%PDF-1.4\n'), { kind: 'broken', format: 'pdf' }],
    ['one that is cut short', pdf([['It rains.']]).subarray(0, 200), { kind: 'broken', format: 'pdf' }],
  ])('%s', async (_what, file, problem) => {
    expect(await read(file)).toEqual(problem);
  });

  test('one with a password', async () => {
    const locked = bytes(
      Buffer.from(pdf([['It rains.']]))
        .toString('latin1')
        .replace(
          '/Root 1 0 R',
          `/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`,
        ),
    );
    expect(await read(locked)).toEqual({ kind: 'encrypted' });
  });
});

describe('a file with broken insides is read, or refused with a reason', () => {
  const body = p('Fares', 'H1') + p('Dogs ride free.') + table(['Dogs', 'half']);
  test.each<[string, Uint8Array | Promise<Uint8Array>]>([
    [
      'a page',
      utf8(
        `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Ferry</title></head><body><ol><li>Ride<li>Pay</ol><table><tr><th>A<th>B<tr><td>1<td>2</table>`,
      ),
    ],
    ['a Word document', docx(body)],
    ['a Word document, its insides', docx(body)],
    ['a PDF', pdf([['It rains.', '', 'It pours.'], ['The end.']])],
    ['a text', utf8('---\ntitle: A\n---\n# Ferry\n\n- Dogs\n- “Bikes”\n\n| a | b |\n|---|---|\n| c | d |\n')],
  ])('%s', async (what, made) => {
    const whole = Buffer.from(await made);
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.integer({ min: 0, max: 255 }), cut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const file = what.endsWith('insides') ? await spoilt(whole, changes) : changed(whole, changes);
        const got = await readDocument(file, 'a.txt');
        if (got.kind !== 'document') return;
        expectWhole(got.document);
        const { text, blocks } = got.document;
        expectWhole(readArticle({ title: 'a' }, text, blocks));
      }),
      { numRuns: what.includes('Word') ? 40 : 150 },
    );
  });
});

interface Change {
  readonly at: number;
  readonly byte: number;
  readonly cut: boolean;
}

function changed(file: Uint8Array, changes: readonly Change[]): Uint8Array {
  const bytes = Buffer.from(file);
  for (const { at, byte } of changes) bytes[at] = byte;
  return bytes.subarray(0, changes.find(({ cut }) => cut)?.at);
}

/** A Word document whose text is changed, in an archive that is whole. */
async function spoilt(file: Uint8Array, changes: readonly Change[]): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(file);
  const inside = (await zip.file('word/document.xml')?.async('uint8array')) ?? new Uint8Array();
  return zip.file('word/document.xml', changed(inside, changes)).generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
