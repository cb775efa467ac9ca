import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import { byPages, type Entry, PAGE, type Store, storeOf } from './store.ts';

export type Opened =
  | { kind: 'store'; store: Store; close: () => Promise<void> }
  | { kind: 'unreadable store'; folder: string; reason: string };

/** Only who runs the bot may look into the folder. */
const OWNER = 0o700;

/** Stands behind every key that begins with a prefix. */
const LAST = '\uffff';

/** Opens the store in a folder, which is made where it is missing; several processes may have it open. Where it can't be read, nothing in it is changed. */
export function openStore(folder: string): Opened {
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER });
    const problem = existsSync(join(folder, 'data.mdb')) ? damage(folder) : undefined;
    if (problem !== undefined) return { kind: 'unreadable store', folder, reason: problem };
    const records = open<unknown, string>({ path: folder, noSubdir: false, encoding: 'json' });
    const put = ([key, value]: Entry) => (value === undefined ? records.remove(key) : records.put(key, value));
    const store = storeOf({
      get: async (key) => records.get(key),
      write: async (entries) => void (await Promise.all(entries.map(put))), // the driver writes what comes in one turn of the loop at once
      list: (prefix, from) => {
        const page = (after: string | undefined) => {
          const start = after === undefined ? { start: prefix } : { start: after, exclusiveStart: true };
          return [...records.getRange({ ...start, end: prefix + LAST, limit: PAGE })].map(({ key, value }) => [key, value] as const);
        };
        return byPages(page, from);
      },
      change: (key, next, also = () => []) =>
        records.transaction(() => {
          const now: unknown = records.get(key);
          const value = next(now);
          if (value !== now) for (const entry of [[key, value] as const, ...also(now, value)]) put(entry);
          return value;
        }),
    });
    return { kind: 'store', store, close: () => records.close() };
  } catch (error) {
    return { kind: 'unreadable store', folder, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads everything once. */
const READ_ALL = `
  const [, driver, path] = process.argv;
  const { open } = await import(driver);
  for (const { value } of open({ path, noSubdir: false, encoding: 'json', readOnly: true }).getRange()) void value;`;

/** What is wrong with the records in a folder. The driver trusts its file, and a damaged one can end the process: so another one has a look first. */
export function damage(folder: string): string | undefined {
  const args = ['--input-type=module', '--eval', READ_ALL, import.meta.resolve('lmdb'), folder];
  const { status, signal, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status === 0) return undefined;
  return /^(?:\w*Error|\w*Error \[.*\]): (.*)$/m.exec(stderr)?.[1] ?? `it is damaged: ${signal ?? `code ${status}`}`;
}
