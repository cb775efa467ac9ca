import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { wording } from '../src/wording.ts';
import { usageWording } from '../src/wording-usage.ts';
import { openSite, sends } from './fetching/site.ts';
import { run, start } from './processes.ts';
import { smallModel } from './small-model.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Quick to read, for tests that aren't about how well the model that ships reads. */
const SMALL = { MODEL_DIR: smallModel() };

const FERRY = '<!doctype html><title>The ferry</title><h1>The ferry</h1><p>Ann sings here. The ferry leaves at nine.';

const START = 'src/main.ts';
const ASK = 'src/ask.ts';

describe('npm start', () => {
  test('with a question from a pipe answers it and ends well', async () => {
    const { code, out, err } = await run(START, [], ['/when did the clashes begin']);
    expect(out).toContain('> The clashes began on Friday');
    expect([code, err]).toEqual([0, '']);
  });

  test('opens a page from a pipe, answers about it, and ends well', async () => {
    await using site = await openSite({ '/ferry': sends(FERRY) });
    const lines = [`/library ${site.at('/ferry')}`, 'who sings?'];
    const { code, out, err } = await run(START, [], lines, { ...SMALL, FETCH_LOCAL: site.host });
    expect(out).toContain('> Ann sings here.\n');
    expect([code, err]).toEqual([0, '']);
  });

  test('talks about the file that it is given, from where the person is, and not about the article that is set', async () => {
    const env = { ...SMALL, ARTICLE: 'nothing', INIT_CWD: join(import.meta.dirname, '../docs/pictures') };
    const { code, out, err } = await run(START, ['ferry.md'], ['when does the ferry leave from Norby?'], env);
    expect(out).toContain('  The ferry to Hallin, March 2026 ·');
    expect([code, err]).toEqual([0, '']);
  });

  test.each([
    ['nowhere.md', 1, wording.badArticle({ kind: 'missing', file: 'nowhere.md' })],
    ['a.md b.md', 2, `${usageWording.oneFile(2)} To see the options: npm start -- --help`],
  ])('given %s says what is wrong', async (typed, code, err) => {
    expect(await run(START, typed.split(' '), [], SMALL)).toEqual({ code, out: '', err: `${err}\n` });
  });

  test('with its output closed ends quietly', async () => {
    const { child, ended } = start(START, [], SMALL);
    child.stdout?.on('data', () => child.stdout?.destroy());
    child.stdin?.on('error', () => undefined);
    child.stdin?.end('/article\n'.repeat(3000));
    const { code, err } = await ended;
    expect([code, err]).toEqual([0, '']);
  });

  test.each([
    [
      'variables that are wrong',
      { ARTICLE: 'a/b', CONTENT_DIR: 'nowhere' },
      'CONTENT_DIR is "nowhere", and there is no such folder.',
      'ARTICLE is "a/b": give only the file\'s name',
    ],
    ['an article that is not there', { ARTICLE: 'nothing' }, 'content has no such file. It has: aleppo-2012.txt, verbatim.md.', ''],
  ])('with %s says so and what to do', async (_what, env, ...sentences) => {
    const { code, out, err } = await run(START, [], [], env as Record<string, string>);
    for (const sentence of sentences) expect(err).toContain(sentence);
    expect(err).not.toMatch(/^\s+at /m);
    expect([code, out]).toEqual([1, '']);
  });
});

describe('npm run ask', () => {
  test('prints one JSON object a line, in order, each by itself, also for what is no question', async () => {
    const lines = [
      '/when did the clashes begin',
      '',
      'thanks',
      '/who',
      '/ask who said that the uprising has reached Aleppo',
      'who won the football match',
      'what is this article called?',
      'tl;dr',
      'lol',
      'where were they',
    ];
    const { code, out } = await run(ASK, ['--json'], lines, SMALL);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers.map(({ question }) => question)).toEqual(lines);
    expect(answers.map(({ answered }) => answered)).toEqual([true, false, false, true, true, false, true, true, false, false]);
    expect(answers.map(({ quotes }) => quotes.length)).toEqual([3, 0, 0, 3, 3, 3, 0, 3, 0, 0]);
    expect(answers.map(({ read }) => read.about)).toEqual(lines.map(() => undefined));
    expect(answers[0]).toMatchObject({
      read: { as: 'question', corrected: [] },
      quotes: [{ paragraph: 5, sentence: 1 }, {}, {}],
    });
    expect(answers[2]).toMatchObject({ confidence: 0, read: { as: 'thanks' } });
    expect(answers.slice(6, 9)).toMatchObject([
      { confidence: 1, sure: true, header: { title: 'Fighting in Aleppo' }, read: { as: 'question' } },
      { read: { as: 'summary' } },
      { read: { as: 'remark' } },
    ]);
  });

  test('reads all lines as one conversation with --conversation', async () => {
    const { out } = await run(ASK, ['--conversation', '--json'], ['when did the clashes begin', 'where were they', '/who'], SMALL);
    const abouts = Array.from(out.trimEnd().split('\n'), (line) => JSON.parse(line).read.about);
    expect(abouts).toEqual([undefined, 'clashes, begin', undefined]);
  });

  test('sums up with /summary', async () => {
    const { out } = await run(ASK, ['--json'], ['/summary short', '/summary about football'], SMALL);
    const [short, none] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(short).toMatchObject({
      question: '/summary short',
      answered: true,
      quotes: [{ paragraph: 1 }, {}, {}],
      read: { as: 'summary' },
    });
    expect(none).toMatchObject({ answered: false, confidence: 0, quotes: [] });
  });

  test('gives offsets into the text behind a BOM and front matter', async () => {
    const file = join(folder, 'bom.md');
    writeFileSync(file, '\ufeff---\ntitle: T\n---\n😀 It rains.\r\nAnn sings here.');
    const { out } = await run(ASK, ['--article', file, '--json', 'who sings?'], [], SMALL);
    expect(JSON.parse(out).quotes[0]).toMatchObject({ text: 'Ann sings here.', start: 14, end: 29, paragraph: 2, sentence: 1 });
  });

  test('reads a web page, and says so of one in another encoding', async () => {
    const file = join(folder, 'page.html');
    writeFileSync(file, '<nav>Home</nav><h1>Caf\xe9</h1><p>Ann sings <b>here</b>.', 'latin1');
    const { out, err } = await run(ASK, ['--article', file, '--json', 'who sings?'], [], SMALL);
    expect(JSON.parse(out).quotes[0]).toMatchObject({ text: 'Ann sings here.', paragraph: 1, sentence: 1 });
    expect(err).toBe(`${file} is not UTF-8: it is read as Windows-1252.\n`);
  });

  test('fetches the page of a link, and says why where it cannot', async () => {
    await using site = await openSite({ '/ferry': sends(FERRY) });
    const env = { ...SMALL, FETCH_LOCAL: site.host };
    const read = await run(ASK, ['--article', site.at('/ferry'), '--json', 'who sings?'], [], env);
    expect(JSON.parse(read.out).quotes[0]).toMatchObject({ text: 'Ann sings here.', paragraph: 1, sentence: 1 });
    expect([read.code, read.err]).toEqual([0, '']);
    const missing = await run(ASK, ['--article', site.at('/gone'), 'who sings?'], [], env);
    expect(missing).toEqual({ code: 1, out: '', err: 'That page answered 404. Is the link right?\n' });
  });

  test('answers one question, and tells why with --why', async () => {
    const { code, out } = await run(ASK, ['--why', 'when', 'did the clashes begin?']);
    expect(out).toContain('> The clashes began on Friday');
    expect(code).toBe(0);
    expect(out).toMatch(/^confidence that the article answers: [01]\.\d\d$/m);
    expect(out).toMatch(/^read, window by window: paragraph 1, sentence 1 to paragraph \d+, sentence \d/m);
    expect(out).toMatch(/^-?\d+\.\d\d {2}paragraph 5, sentence 1: The clashes began .*\n {2}margin \d+\.\d\d, phrase ".*Friday.*"$/m);
  });

  test('with a file that is not there says so', async () => {
    const { code, out, err } = await run(ASK, ['--article', 'nowhere.txt', 'who?']);
    expect(err).toContain('There is no file nowhere.txt.');
    expect([code, out]).toEqual([1, '']);
  });
});

describe('without a reading model that is whole', () => {
  const broken = () => {
    const { version } = JSON.parse(readFileSync('model/reader.json', 'utf8'));
    const at = join(folder, 'broken');
    mkdirSync(at);
    for (const [file, text] of [
      ['reader.json', JSON.stringify({ version })],
      ['reader.onnx', 'oh no'],
      ['vocab.txt', 'oh no'],
    ] as const)
      writeFileSync(join(at, file), text);
    return at;
  };
  test.each([
    ['one that is missing', () => join(folder, 'nowhere'), /nowhere has no reader\.json: the reading model is incomplete\./],
    ['one that does not load', broken, /The reading model in .*broken can't be loaded on this machine \(/],
  ])('%s: one clear sentence', async (_what, make, sentence) => {
    const env = { MODEL_DIR: make() };
    for (const { code, out, err } of await Promise.all([START, ASK].map((script) => run(script, [], ['who won?'], env)))) {
      expect(err).toMatch(sentence);
      expect([code, out, err.trimEnd().split('\n').length]).toEqual([1, '', 1]);
    }
  });
});
