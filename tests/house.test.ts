import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The rooms of the house, each may import from those before it; who is in none may import from all. */
const ROOMS = [
  'src/document',
  'src/formats',
  'src/article',
  'src/search',
  'src/reading',
  'src/answering',
  'src/store',
  'src/fetching',
  'src/conversation',
  'src/moderation',
  'src/desk.ts',
  'src/library',
  'src/monitoring',
  'commands',
  'src/chat',
  'src/terminal',
  'src/discord',
  'src/web',
  'src/doctor',
];

/** They know the shapes of what they speak of, and run none of it; what is said is put together of several files. */
const TYPES_ONLY = [
  'src/reply.ts',
  'src/wording.ts',
  'src/wording-doctor.ts',
  'src/wording-fetching.ts',
  'src/wording-library.ts',
  'src/wording-parts.ts',
  'src/wording-web.ts',
  'src/wording-terminal.ts',
  'src/wording-usage.ts',
  'src/action.ts',
  'src/surface.ts',
  'src/buckets.ts',
];

interface Import {
  file: string;
  of: string;
  types: boolean;
}

const files = ['src', 'commands']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
  .filter((name) => /\.[jt]s$/.test(name));
const source = (file: string) => readFileSync(file, 'utf8');
const imports: Import[] = files.flatMap((file) =>
  Array.from(source(file).matchAll(/^import (type )?[^'"]*?['"]([^'"]+)['"];/gms), ([, types, of = '']) => ({
    file,
    of: of.startsWith('.') ? normalize(join(dirname(file), of)) : of,
    types: types !== undefined,
  })),
);
const roomOf = (file: string) => ROOMS.findIndex((room) => file === room || file.startsWith(`${room}/`));

describe('the house', () => {
  test('imports run one way', () => {
    const back = imports.filter(({ file, of }) => roomOf(file) >= 0 && roomOf(of) > roomOf(file));
    expect(back).toEqual([]);
    expect(imports.filter(({ of }) => roomOf(of) >= 0).length).toBeGreaterThan(40);
  });

  test.each(TYPES_ONLY)('%s imports types only', (file) => {
    expect(imports.filter((one) => one.file === file && !one.types && !one.of.startsWith('src/wording-'))).toEqual([]);
  });

  test('one file imports fuse.js', () => {
    expect(imports.filter(({ of }) => of === 'fuse.js').map(({ file }) => file)).toEqual(['src/search/spelling.ts']);
  });

  test('one file imports the runtime of the model', () => {
    expect(imports.filter(({ of }) => of === 'onnxruntime-node').map(({ file }) => file)).toEqual(['src/reading/worker.js']);
  });

  test('who reads a plain text waits for none of the libraries that read other files', () => {
    const readers = /^src\/formats\/(?:html|html\/.*|docx|pdf)\.ts$/;
    const libraries = /^(?:mammoth|jszip|unpdf|htmlparser2|file-type|linkedom.*|@mozilla\/readability)$/;
    const loading = imports.filter(({ of, types }) => !types && (libraries.test(of) || readers.test(of)));
    expect(loading.filter(({ file }) => !readers.test(file))).toEqual([]);
    expect(loading.length).toBeGreaterThan(4);
  });

  test.each([
    ['lmdb', 'src/store/file.ts'],
    ['@redis/client', 'src/store/redis.ts'],
    ['ipaddr.js', 'src/fetching/address.ts'],
    ['robots-parser', 'src/fetching/robots.ts'],
  ])('one file imports %s', (driver, only) => {
    expect(imports.filter(({ of }) => of === driver).map(({ file }) => file)).toEqual([only]);
  });

  test('one file imports what counts', () => {
    expect(imports.filter(({ of }) => of === 'prom-client').map(({ file }) => file)).toEqual(['src/monitoring/metrics.ts']);
  });

  test('discord.js stays in its room and in that of the doctor, and the terminal loads nothing of it', () => {
    const outside = (of: (name: string) => boolean) =>
      imports.filter((one) => of(one.of) && !one.types && !/^src\/(?:discord|doctor)\//.test(one.file)).map(({ file }) => file);
    expect(new Set(outside((name) => name === 'discord.js' || name === 'pino' || name.startsWith('src/discord/')))).toEqual(
      new Set(['src/commands.ts']),
    );
    expect(imports.filter(({ file, of }) => file.startsWith('src/discord/') && of.startsWith('src/terminal/'))).toEqual([]);
  });

  test('only main and the scripts read process.env', () => {
    expect(files.filter((file) => /process\.env/.test(source(file)))).toEqual([
      'src/ask.ts',
      'src/commands.ts',
      'src/doctor.ts',
      'src/main.ts',
    ]);
  });

  test('only one place makes quotes', () => {
    expect(files.filter((file) => /\bas (?:unknown as )?Quote\b|<Quote>\s*[{(]/.test(source(file)))).toEqual(['src/article/article.ts']); // its type lets nobody else
    expect(files.filter((file) => /export function quote\(/.test(source(file)))).toEqual(['src/article/article.ts']);
  });
});
