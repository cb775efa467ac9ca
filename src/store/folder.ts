import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Only who runs the bot may look into the folder. */
const OWNER = 0o700;

/** Makes a folder and those above it, where they are missing. Node's own recursion never ends below /proc. */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: OWNER });
  } catch (error) {
    if (!isFolder(folder)) throw error; // another process may have made it just now
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Bytes that a new store must find room for. */
const ROOM = 1024 * 1024;

/** Whether there is room in a folder, tried by writing: quotas count too. */
export function hasRoom(folder: string): boolean {
  const tried = join(folder, 'room.tmp');
  try {
    writeFileSync(tried, Buffer.alloc(ROOM, 1), { flush: true });
    return true;
  } catch (error) {
    if (['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  } finally {
    rmSync(tried, { force: true });
  }
}
