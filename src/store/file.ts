import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import { hasRoom, makeFolder } from './folder.ts';
import type { Store } from './store.ts';
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
    const [of, locks] = [data, join(folder, 'lock.mdb')].map((file) => statSync(file, { throwIfNoEntry: false }));
    const isNew = !of?.size || !locks?.blocks;
    if (isNew && !hasRoom(folder)) return { kind: 'no room', folder }; // the driver maps its files: where there is no room for them, that ends the process
    const problem = of?.size ? damage(folder) : undefined;
    if (problem !== undefined) return { kind: 'unreadable store', folder, reason: problem };
    // The batches of a turn of the event loop have promises that nobody can handle.
    const records = open<unknown, string>({ path: folder, noSubdir: false, encoding: 'json', eventTurnBatching: false });
    const { write, failing } = writesTo(data, now);
    const store: Store = {
      get: (key) => records.get(key),
      set: async (key, value) => void (await write(() => records.put(key, value))),
      delete: async (key) => void (await write(() => records.remove(key))),
      list: (prefix) => [...records.getRange({ start: prefix, end: prefix + LAST })].map(({ key, value }) => [key, value] as const),
    };
    return { kind: 'store', store, close: async () => (failing() ? undefined : records.close()) }; // after a write that failed, the driver would wait for ever
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
function damage(folder: string): string | undefined {
  const args = ['--input-type=module', '--eval', READ_ALL, import.meta.resolve('lmdb'), folder];
  const { status, signal, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status === 0) return undefined;
  return /^(?:\w*Error|\w*Error \[.*\]): (.*)$/m.exec(stderr)?.[1] ?? `it is damaged: ${signal ?? `code ${status}`}`;
}
