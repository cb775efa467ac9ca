import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { readArticleFile } from '../../src/article/files.ts';
import { openStrangersReader } from '../../src/article/strangers.ts';
import type { Fetcher } from '../../src/fetching/fetcher.ts';
import { openLibrary } from '../../src/library/library.ts';
import { type OpenTexts, openTexts } from '../../src/library/open-texts.ts';
import { wording } from '../../src/wording.ts';
import { until } from '../discord/local/until.ts';
import { openSite, sends } from '../fetching/site.ts';
import { type Known, predictable } from '../reader.ts';
import { type Person, piped, sit } from './person.ts';

// Somebody opens other texts while they talk: files of theirs, and pages.
const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
const strangers = openStrangersReader();
afterAll(async () => {
  await strangers.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => vi.unstubAllEnvs());

function file(name: string, holds: string): string {
  writeFileSync(join(folder, name), holds);
  return join(folder, name);
}

const FERRY = `---
title: The ferry
byline: Ann Lee
published: 2024-05-03
---
The ferry leaves at nine.

Dogs ride free. The captain is Olaf Berg.
`;
const ferry = file('ferry.md', FERRY);
const mill = file('The old mill.txt', 'The mill was built in 1790. It burned down in 1902.');

const PAGE = `<!doctype html><html lang="en"><title>The well of Aske</title><nav>Home</nav><article><h1>The well of Aske</h1>${[
  'The well of Aske ran dry in June, for the first time since anybody began to write down how high it stands.',
  'Ann Sorel, who looks after it, found no water in it on a Monday, and called the council, which sent a carriage with barrels.',
  'It had held water for ninety years, through the long summers of the fifties and the drought of the year in which the old bridge fell.',
]
  .map((text) => `<p>${text}</p>`)
  .join('')}</article></html>`;

const KNOWN: Known[] = [
  { asked: /^And who/i, after: /ferry/i, says: 'Olaf Berg' },
  { asked: /^And who/i, after: /bell/i, says: 'Everybody came' },
  { asked: /^And who/i, says: null, margin: 12 },
];

function host(fetcher?: Fetcher): OpenTexts {
  const bells = readArticle({ title: 'Bells' }, 'The bell of Ilford rang at noon. Everybody came to hear it.');
  const library = openLibrary(bells, predictable(...KNOWN));
  return fetcher ? openTexts(library, async () => ({ fetcher, reader: strangers })) : openTexts(library);
}

/** What is printed when these lines come from a pipe. */
const talk = (lines: readonly string[], texts = host()) => piped(texts, lines);

describe('a file', () => {
  test('is opened by its path: what it is is said in short, and the talk is about it from then on', async () => {
    expect(await talk(['when did the bell ring', `/library ${ferry}`, 'who is the captain'])).toMatchInlineSnapshot(`
      "When did the bell ring?
      > The bell of Ilford rang at noon.
        Bells · paragraph 1, sentence 1
      The ferry
        Ann Lee · 2024-05-03
      2 paragraphs, 3 sentences.
      It begins:
      > The ferry leaves at nine.
      It ends:
      > The captain is Olaf Berg.
      Who is the captain?
      > The captain is Olaf Berg.
        The ferry, 3 May 2024 · paragraph 2, sentence 2
      "
    `);
  });

  test.each([
    ['as it stands', () => mill],
    ['in double quotes', () => `"${mill}"`],
    ['in single quotes, and a blank behind them', () => `'${mill}' `],
    ['with its blanks escaped', () => mill.replaceAll(' ', '\\ ')],
    ['as an address', () => `file://${mill.replaceAll(' ', '%20')}`],
    ['from the home folder on', () => '~/The old mill.txt'],
    ['from the home folder on, with its blanks escaped', () => '~/The\\ old\\ mill.txt'],
  ])('may be named %s', async (_what, named) => {
    vi.stubEnv('HOME', folder);
    vi.stubEnv('USERPROFILE', folder);
    expect(await talk([`/library ${named()}`, 'when was the mill built'])).toContain('> The mill was built in 1790.\n  The old mill ·');
  });

  test('that has changed is read again, in place of what it was', async () => {
    const path = file('notes.md', '# Notes\n\nThe boat is red.\n');
    const texts = host();
    await talk([`/library ${path}`], texts);
    file('notes.md', '# Notes\n\nThe boat is blue.\n');
    const shown = await talk([`/library ${path}`, 'which colour is the boat', '/library'], texts);
    expect(shown).toContain('> The boat is blue.\n  Notes ·');
    expect(shown.match(/Notes/g)).toHaveLength(3);
  });

  test.each<[what: string, typed: () => string, said: () => string]>([
    ['is not there', () => join(folder, 'nowhere.md'), () => wording.badArticle({ kind: 'missing', file: join(folder, 'nowhere.md') })],
    ['is a folder', () => folder, () => wording.badArticle({ kind: 'folder', file: folder })],
    ['has no text', () => file('empty.txt', ' '), () => wording.badArticle({ kind: 'empty', file: join(folder, 'empty.txt') })],
    ['is neither a file nor a title', () => 'zebra crossing', () => wording.notOpened('zebra crossing', ['Bells'])],
    ['is a private address', () => 'http://10.0.0.1/', () => 'That link leads to a private network.'],
    ['is no address', () => 'https://', () => 'That is not a link to a page.'],
  ])('that %s gets a clear sentence, and the talk goes on as before', async (_what, typed, said) => {
    const shown = await talk([`/library ${typed()}`, 'when did the bell ring']);
    expect(shown).toContain(said());
    expect(shown).toContain(wording.stillAbout('Bells'));
    expect(shown).toContain('> The bell of Ilford rang at noon.');
  });

  test('in another encoding is said to be', async () => {
    const path = join(folder, 'cafe.txt');
    writeFileSync(path, Buffer.from('The caf\xe9 opens at six.', 'latin1'));
    expect(await talk([`/library ${path}`])).toContain(wording.assumedEncoding(path, 'Windows-1252'));
  });
});

describe('a page', () => {
  test('is fetched and talked about', async () => {
    await using site = await openSite({ '/well': sends(PAGE) });
    const shown = await talk([`/library ${site.at('/well')}`, 'when did the well run dry'], host(site.fetcher));
    expect(shown).toContain(`The well of Aske\n  ${site.at('/well')}\n3 paragraphs, 3 sentences.\n`);
    expect(shown).toContain('\n> The well of Aske ran dry in June,');
  });

  test('that is not there gets a clear sentence, and the talk goes on as before', async () => {
    await using site = await openSite({});
    const shown = await talk([`/library ${site.at('/gone')}`, 'when did the bell ring'], host(site.fetcher));
    expect(shown).toContain('That page answered 404. Is the link right?');
    expect(shown).toContain('> The bell of Ilford rang at noon.');
  });

  test('that hides its address in a path is none: only what begins with http is fetched', async () => {
    await using site = await openSite({ '/well': sends(PAGE) });
    await talk([`/library ftp://${site.host}/well`, `/library //${site.host}/well`], host(site.fetcher));
    expect(site.requests).toEqual([]);
  });

  test('that can be fetched later says when', async () => {
    const page: Fetcher['page'] = async () => ({ kind: 'too often', of: 'site', until: Date.now() + 90_000 });
    const texts = host({ page, attachment: async () => ({ kind: 'too slow' }) });
    expect(await talk(['/library https://example.com/'], texts)).toMatch(/I can fetch the next one in (?:90|8\d) seconds\.\n/);
  });

  test('may be opened as often as the person likes', async () => {
    await using site = await openSite({ '/well': sends(PAGE) });
    const shown = await talk(Array(12).fill(`/library ${site.at('/well')}`), host(site.fetcher));
    expect(shown.match(/3 sentences/g)).toHaveLength(12);
  });

  test('that comes late makes the questions behind it wait their turn', async () => {
    let send = () => {};
    await using site = await openSite({
      '/well': (_request, response) => {
        send = () => void response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
      },
    });
    const person = sit(host(site.fetcher), { columns: 100 });
    person.types(`/library ${site.at('/well')}\r`);
    person.types('when did the well run dry\r');
    await until('it is asked for', () => site.requests.some(({ url }) => url === '/well'));
    expect(person.text()).not.toContain('ran dry');
    send();
    await until('it is answered', () => person.text().includes('> The well of Aske ran dry in June,'));
    person.types('/quit\r');
    await person.left;
    const [opened, answered] = [person.text().indexOf('3 paragraphs'), person.text().lastIndexOf('ran dry in June,')];
    expect(opened).toBeGreaterThan(0);
    expect(opened).toBeLessThan(answered);
  });
});

describe('texts that are open', () => {
  test('are listed, the one that is talked about marked', async () => {
    const [before, after] = (await talk(['/library', `/library ${ferry}`, '/library'])).split('The ferry\n  Ann Lee');
    expect(before).toBe(`${wording.openTexts(1)}\n  Bells · ${wording.talkedAboutNow}\n  ${wording.howToOpen}\n`);
    expect(after).toContain(`${wording.openTexts(2)}\n  Bells\n  The ferry · ${wording.talkedAboutNow}\n`);
  });

  test('are gone back to by titles that look like paths', async () => {
    const news = file('news.md', '# News 24/7\n\nIt rains.\n');
    expect(await talk([`/library ${news}`, '/library Bells', '/library news 24/7'])).toContain(wording.nowAbout('News 24/7'));
  });

  test.each(['Bells', 'bells', 'bell', 'Bels'])('are gone back to by their titles: "%s"', async (typed) => {
    const shown = await talk([`/library ${ferry}`, `/library ${typed}`, 'when did the bell ring', 'who is the captain']);
    expect(shown).toContain(`${wording.nowAbout('Bells')}\nWhen did the bell ring?\n> The bell of Ilford rang at noon.`);
    expect(shown).not.toContain('Olaf Berg.\n  The ferry');
  });

  test('of one title are told apart', async () => {
    const other = file('bells.md', '# Bells\n\nThe bell of Kall is cracked.\n');
    const shown = await talk([`/library ${other}`, 'is the bell of Kall cracked', '/library Bells', '/library']);
    expect(shown).toContain('> The bell of Kall is cracked.\n  Bells (2) ·');
    expect(shown).toContain(`  Bells · ${wording.talkedAboutNow}\n  Bells (2)\n`);
  });

  test('each have a talk of their own: follow-ups go on from what was said of it', async () => {
    const shown = await talk([
      ...['when did the bell ring', `/library ${ferry}`, '/context', 'when does the ferry leave', 'and who?'],
      ...['/library bells', '/context', 'and who?'],
    ]);
    const [of, back = ''] = shown.split(wording.nowAbout('Bells'));
    expect(of).toContain(wording.nothingMore);
    expect(of).toMatch(/And who\?\n(?: .*\n)*> The captain is Olaf Berg\.\n/);
    expect(back).toContain('Before and after paragraph 1, sentence 1:\n> The bell of Ilford rang at noon.');
    expect(back).toMatch(/And who\?\n(?: .*\n)*> Everybody came to hear it\.\n/);
    expect(back).not.toContain('ferry');
  });

  test('are forgotten together', async () => {
    const shown = await talk(['when did the bell ring', `/library ${ferry}`, '/forget', '/library bells', '/context']);
    expect(shown).toContain(wording.nothingMore);
  });
});

describe('at a terminal', () => {
  const captain = async (person: Person) => {
    const before = person.text().length;
    person.types('who is the captain\r');
    await until('it is answered', () => / · paragraph \d/.test(person.text().slice(before)));
    return person.text().slice(before);
  };
  const ROOK = FERRY.replace('Olaf Berg', 'Ann Rook');

  test('a file that has changed is read again before the next question, and that is said once', async () => {
    const path = file('captain.md', FERRY);
    const person = sit(host(), { columns: 200 });
    person.types(`/library ${path}\r`);
    expect(await captain(person)).toContain('The captain is Olaf Berg.');
    file('captain.md', ROOK);
    const shown = await captain(person);
    expect(shown).toContain('The captain is Ann Rook.');
    expect(shown).toContain(`  ${wording.readAgain(path)}\n`);
    expect(await captain(person)).not.toContain(wording.readAgain(path));
    person.types('/library\r/quit\r');
    await person.left;
    expect(person.text()).toContain(wording.openTexts(2));
  });

  test('the file that the talk began with is read again too', async () => {
    const read = await readArticleFile(file('captain.md', FERRY));
    if (read.kind !== 'article') throw new Error(read.kind);
    const person = sit(openTexts(openLibrary(read.article, predictable(...KNOWN)), undefined, read), { columns: 200 });
    file('captain.md', ROOK);
    expect(await captain(person)).toContain('The captain is Ann Rook.');
    person.types('/quit\r');
    await person.left;
  });

  test('a file that can be read no more leaves the text as it was, and that is said once', async () => {
    const path = file('captain.md', FERRY);
    const person = sit(host(), { columns: 200 });
    person.types(`/library ${path}\r`);
    await captain(person);
    rmSync(path);
    const said = wording.staysAsItWas(wording.badArticle({ kind: 'missing', file: path }));
    const [first, second] = [await captain(person), await captain(person)];
    expect([first.includes(said), second.includes(said)]).toEqual([true, false]);
    expect(second).toContain('The captain is Olaf Berg.');
    person.types('/quit\r');
    await person.left;
  });

  test('questions that the text answers are shown when they are found, though there are few', async () => {
    const person = sit(host(), { columns: 100 });
    const before = person.text().length;
    person.types(`/library ${ferry}\r`);
    await until('there are some', () => person.text().slice(before).includes(`${wording.tryThese}\n  `));
    expect(person.text().slice(before)).toMatch(/It ends:\n> The captain is Olaf Berg\.\n[\s\S]*For example:\n(?: {2}.*\n){1,3}/);
    person.types('/quit\r');
    await person.left;
  });

  test('Tab completes titles, folders and files that can be read', async () => {
    mkdirSync(join(folder, 'rules'));
    file('rules/harbour.md', '# Harbour rules\n\nPark behind the dairy.\n');
    file('rules/harbour.exe', '');
    const person = sit(host(), { columns: 200 });
    for (const key of [`/library ${folder}/ru`, '\t', 'h', '\t', '\r']) person.types(key);
    await until('it is open', () => person.text().includes('> Park behind the dairy.'));
    for (const key of ['/library bel', '\t', '\r']) person.types(key);
    await until('it is talked about', () => person.text().includes(wording.nowAbout('Bells')));
    expect(person.text()).toContain('? /library Bells');
    person.types('/quit\r');
    await person.left;
  });
});
