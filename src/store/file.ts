import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import { hasRoom, makeFolder } from './folder.ts';
import { byPages, type Entry, PAGE, type Store, storeOf } from './store.ts';
import { writesTo } from './writes.ts';

export type Opened = { kind: 'store'; store: Store; close: () => Promise<void> } | BadStore;

export type BadStore = { kind: 'unreadable store'; folder: string; reason: string } | { kind: 'no room'; folder: string };

/** Stands behind every key that begins with a prefix. */
const LAST = '\uffff';

/**
 * Opens the store in a folder, which is made where it is missing; several processes may have it open. Where it can't be read, nothing in it is changed.
 * @param now milliseconds of any clock that only goes on
 */
export function openStore(folder: string, now?: () => number): Opened {
  try {
    makeFolder(folder);
    const data = join(folder, 'data.mdb');
    const isNew = !sizesOf(data)?.size || !sizesOf(join(folder, 'lock.mdb'))?.blocks;
    if (isNew && !hasRoom(folder)) return { kind: 'no room', folder }; // the driver maps its files: where there is no room for them, that ends the process
    const problem = damage(folder);
    if (problem !== undefined) return { kind: 'unreadable store', folder, reason: problem };
    // The batches of a turn of the event loop have promises that nobody can handle.
    const records = open<unknown, string>({ path: folder, noSubdir: false, encoding: 'json', eventTurnBatching: false });
    const { write, failing } = writesTo(data, now);
    const put = ([key, value]: Entry) => (value === undefined ? records.remove(key) : records.put(key, value));
    const store = storeOf({
      get: async (key) => records.get(key),
      write: async (entries) => void (await write(() => records.batch(() => void entries.map(put)))),
      list: (prefix, from) => {
        const page = (after: string | undefined) => {
          const start = after === undefined ? { start: prefix } : { start: after, exclusiveStart: true };
          return [...records.getRange({ ...start, end: prefix + LAST, limit: PAGE })].map(({ key, value }) => [key, value] as const);
        };
        return byPages(page, from);
      },
      change: (key, next, also = () => []) =>
        write(() =>
          records.transaction(() => {
            const now: unknown = records.get(key);
            const value = next(now);
            if (value !== now) for (const entry of [[key, value] as const, ...also(now, value)]) put(entry);
            return value;
          }),
        ),
    });
    return { kind: 'store', store, close: async () => (failing() ? undefined : records.close()) }; // after a write that failed, the driver would wait for ever
  } catch (error) {
    return { kind: 'unreadable store', folder, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The bytes of a file, and the blocks that it has on the disk: none where there was no room for them. */
function sizesOf(file: string): { size: number; blocks: number } | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

/** Reads everything once. */
const READ_ALL = `
  const [, driver, path] = process.argv;
  const { open } = await import(driver);
  for (const { value } of open({ path, noSubdir: false, encoding: 'json', readOnly: true }).getRange()) void value;`;

/** What is wrong with the records in a folder. The driver trusts its file, and a damaged one can end the process: so another one has a look first. */
export function damage(folder: string): string | undefined {
  if (!sizesOf(join(folder, 'data.mdb'))?.size) return undefined;
  const args = ['--input-type=module', '--eval', READ_ALL, import.meta.resolve('lmdb'), folder];
  const { status, signal, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status === 0) return undefined;
  return /^(?:\w*Error|\w*Error \[.*\]): (.*)$/m.exec(stderr)?.[1] ?? `it is damaged: ${signal ?? `code ${status}`}`;
}
