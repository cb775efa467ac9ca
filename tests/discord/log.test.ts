import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { openLog } from '../../src/discord/log.ts';

/** A line of about a thousand bytes. */
const LONG = 'x'.repeat(950);

test('what nobody reads is left out of the log, and counted where it goes on', () => {
  const read: string[] = [];
  let goOn: () => void = () => undefined;
  const out = new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      read.push(line);
      goOn = done;
    },
  });
  const log = openLog('info', { out });
  for (let i = 0; i < 3000; i++) log.info({ i }, LONG);
  expect(read).toHaveLength(1);
  while (out.writableLength > 0) goOn();
  log.info('read again');
  while (out.writableLength > 0) goOn();
  const lines = read.map((line) => JSON.parse(line));
  const written = lines.filter(({ i }) => i !== undefined).map(({ i }) => i);
  expect(written).toEqual(written.map((_, i) => i)); // none is missing before the first that was left out
  expect(lines.slice(written.length)).toMatchObject([{ lines: 3000 - written.length, level: 40 }, { msg: 'read again' }]);
  expect(written.length).toBeGreaterThan(500);
});

describe.each([
  ['has stopped', () => undefined],
  ['has gone', (log: Readable) => void log.destroy()],
])('beside a reader of its log that %s', (_what, happen) => {
  test('a process goes on, and ends', async () => {
    const script = `
      import { openLog } from './src/discord/log.ts';
      const log = openLog('info');
      for (let i = 0; i < 5000; i++) log.info('${LONG}');
      setTimeout(() => { process.stdout.write('goes on'); process.exitCode = 3; process.exit(); }, 100);`;
    const args = ['--import', 'tsx/esm', '--input-type=module', '--eval', script];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    happen(child.stderr);
    const [said, ended] = await Promise.all([once(child.stdout, 'data'), once(child, 'exit')]);
    expect([String(said[0]), ended]).toEqual(['goes on', [3, null]]);
  });
});
