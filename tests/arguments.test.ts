import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromWhereTyped, helpOn, readArguments } from '../src/arguments.ts';
import { usageWording } from '../src/wording-usage.ts';

const USAGE = {
  call: 'npm run boats',
  does: 'Counts boats.',
  options: {
    most: { takes: 'COUNT', unset: 20, says: 'How many at most.' },
    from: { takes: 'FILE', several: true, says: 'Where they are.' },
    name: { takes: 'NAME', says: 'Only these.' },
    loud: { says: 'Say so.' },
  },
  rest: { name: '[PORT]', says: 'Where to count.' },
} as const;

const UNSET = { most: 20, from: [], name: undefined, loud: false };

describe('what is typed', () => {
  test.each([
    [[], UNSET, []],
    [['--most', '3', '--loud', 'Norby'], { ...UNSET, most: 3, loud: true }, ['Norby']],
    [['--from=a', '--from', 'b', '--name', 'Marit'], { ...UNSET, from: ['a', 'b'], name: 'Marit' }, []],
    [['--', '--help'], UNSET, ['--help']],
  ])('%j', (typed, options, rest) => {
    expect(readArguments(USAGE, typed)).toEqual({ kind: 'arguments', options, rest });
  });

  test.each([[['--help']], [['--nonsense', '--help']], [['Norby', '--help', '--']]])('%j asks for help', (typed) => {
    expect(readArguments(USAGE, typed)).toEqual({ kind: 'help' });
  });

  test.each([
    [['--nonsense'], "Unknown option '--nonsense'. To see the options: npm run boats -- --help"],
    [['--name'], "Option '--name <value>' argument missing. To see the options: npm run boats -- --help"],
    [['--most', 'many'], '--most is "many", which is not a number. To see the options: npm run boats -- --help'],
    [['--loud=1'], "Option '--loud' does not take an argument. To see the options: npm run boats -- --help"],
  ])('%j is wrong', (typed, sentence) => {
    const read = readArguments(USAGE, typed);
    expect(read.kind === 'wrong' && usageWording.wrong(read.problem, USAGE.call)).toBe(sentence);
  });

  test('behind the options is wrong where nothing may stand there', () => {
    expect(readArguments({ call: 'npm run boats', does: '' }, ['Norby'])).toMatchObject({ kind: 'wrong' });
  });
});

test('help says what there is, in as many columns', async () => {
  expect(await helpOn(USAGE, 40)).toMatchInlineSnapshot(`
    "Usage: npm run boats -- [OPTIONS]
    [PORT]

    Counts boats.

      [PORT]
        Where to count.
      --most COUNT
        How many at most. Default: 20.
      --from FILE
        Where they are.
      --name NAME
        Only these.
      --loud
        Say so.
      --help
        Show this help."
  `);
});

test.each([
  ['a.md', undefined, 'a.md'],
  ['a.md', resolve('docs'), join('docs', 'a.md')],
  ['../a.md', resolve('docs'), 'a.md'],
  [resolve('a.md'), resolve('docs'), resolve('a.md')],
])('a path is that of where the person is: %s in %s', (typed, folder, path) => {
  expect(fromWhereTyped(typed, folder === undefined ? {} : { INIT_CWD: folder })).toBe(path);
});
