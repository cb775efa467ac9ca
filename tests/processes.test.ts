import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run, start } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
afterAll(() => rmSync(folder, { recursive: true }));

const START = 'src/main.ts';
const ASK = 'src/ask.ts';

describe('npm start', () => {
  test('with a question from a pipe answers it and ends well', async () => {
    const { code, out, err } = await run(START, [], ['/when did the clashes begin']);
    expect(out).toContain('> The clashes began on Friday');
    expect([code, err]).toEqual([0, '']);
  });

  test('with its output closed ends quietly', async () => {
    const { child, ended } = start(START);
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
      'ARTICLE is "a/b": give a file\'s name alone',
    ],
    ['an article that is not there', { ARTICLE: 'nothing' }, 'content has no such file. It has: aleppo-2012.txt.', ''],
    ['a folder without articles', { CONTENT_DIR: 'src' }, 'There is no article in src: put a .txt or .md file there.', ''],
  ])('with %s says so and what to do', async (_what, env, ...sentences) => {
    const { code, out, err } = await run(START, [], [], env as Record<string, string>);
    for (const sentence of sentences) expect(err).toContain(sentence);
    expect(err).not.toMatch(/^\s+at /m);
    expect([code, out]).toEqual([1, '']);
  });
});

describe('npm run ask', () => {
  test('answers one question', async () => {
    const { code, out } = await run(ASK, ['when', 'did the clashes begin?']);
    expect(out).toContain('> The clashes began on Friday');
    expect(code).toBe(0);
  });

  test('prints one JSON object a line, in order, also for what is no question', async () => {
    const lines = ['/when did the clashes begin', '', 'thanks', '/who', '/ask who is Saeed', 'who won the football match'];
    const { code, out } = await run(ASK, ['--json'], lines);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers.map(({ question }) => question)).toEqual(lines);
    expect(answers.map(({ answered }) => answered)).toEqual([true, false, false, true, true, false]);
    expect(answers.map(({ quotes }) => quotes.length)).toEqual([3, 0, 0, 3, 3, 3]);
    expect(answers[0]).toMatchObject({
      read: { as: 'question', asks: 'when', corrected: [] },
      quotes: [{ paragraph: 5, sentence: 1 }, {}, {}],
    });
    expect(answers[2]).toMatchObject({ confidence: 0, read: { as: 'thanks' } });
  });

  test('reads all lines as one conversation with --conversation, and else each by itself', async () => {
    const lines = ['who is Mohammad Saeed', 'what did he say about the uprising', '/who'];
    const [together, apart] = await Promise.all([run(ASK, ['--conversation', '--json'], lines), run(ASK, ['--json'], lines)]);
    const abouts = ({ out }: typeof together) => Array.from(out.trimEnd().split('\n'), (line) => JSON.parse(line).read.about);
    expect(abouts(together)).toEqual([undefined, 'Mohammad Saeed', undefined]);
    expect(abouts(apart)).toEqual([undefined, undefined, undefined]);
  });

  test('sums up with /summary', async () => {
    const { out } = await run(ASK, ['--json'], ['/summary short', '/summary about football']);
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
    const { out } = await run(ASK, ['--article', file, '--json', 'who sings?']);
    expect(JSON.parse(out).quotes[0]).toMatchObject({ text: 'Ann sings here.', start: 14, end: 29, paragraph: 2, sentence: 1 });
  });

  test('tells why with --why', async () => {
    const { out } = await run(ASK, ['--why', 'when did the clashes begin']);
    expect(out).toMatch(/\+\d\.\d\d {2}coverage: it has the words of the question/);
  });

  test.each([
    ['a file that is not there', ['--article', 'nowhere.txt', 'who?'], 1, 'nowhere.txt: there is no such file.'],
    ['an option that is none', ['--jsn', 'who?'], 2, 'Usage: npm run ask'],
  ])('with %s says so', async (_what, args, exit, sentence) => {
    const { code, out, err } = await run(ASK, args);
    expect(err).toContain(sentence);
    expect([code, out]).toEqual([exit, '']);
  });
});
