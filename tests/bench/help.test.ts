import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../processes.ts';

/** Those of ours: other tools have help of their own. */
const SCRIPTS = Object.entries(JSON.parse(readFileSync('package.json', 'utf8')).scripts as Record<string, string>).flatMap(
  ([name, runs]): [name: string, file: string][] => {
    const [file] = /\S+\.ts$/.exec(runs) ?? [];
    return file ? [[name, file]] : [];
  },
);

test('there are scripts', () => expect(SCRIPTS.length).toBeGreaterThan(15));

test.each(SCRIPTS)('npm run %s says how it is called, and what is wrong with what it was given', async (name, file) => {
  const call = name === 'start' ? 'npm start' : `npm run ${name}`;
  const env = { MODEL_DIR: 'nowhere', CONTENT_DIR: 'nowhere' }; // neither is needed
  const [help, wrong] = await Promise.all([run(file, ['--help'], [], env), run(file, ['--nonsense'], [], env)]);
  expect(help).toEqual({ code: 0, out: expect.stringContaining('\n  --help'), err: '' });
  expect(help.out.startsWith(`Usage: ${call}`)).toBe(true);
  expect(help.out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(wrong).toEqual({ code: 2, out: '', err: expect.stringMatching(/^Unknown option '--nonsense'\. To see .* -- --help\n$/) });
});
