import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../processes.ts';

const CALIBRATION = 'src/answering/calibration.json';

test.each([
  ['train:story', 'bench/stories.ts', []],
  ['calibrate', 'bench/calibrate.ts', ['--write']],
  ['bench:summary', 'bench/summary.ts', []],
])('npm run %s without files, or with one that is missing, says so and writes nothing', async (name, script, options) => {
  const before = readFileSync(CALIBRATION, 'utf8');
  expect(await run(script, options)).toEqual({
    code: 1,
    out: '',
    err: expect.stringMatching(`^Give it the files to read: npm run ${name} `),
  });
  expect(await run(script, [...options, 'nowhere.json'])).toEqual({ code: 1, out: '', err: 'nowhere.json: there is no such file.\n' });
  expect(readFileSync(CALIBRATION, 'utf8')).toBe(before);
});
