import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';

/** A larger file is not read. */
export const MOST_BYTES = 64 * 2 ** 20;

/** `stamp`: see `stampOf`. */
export type Opened<Result> =
  | { kind: 'read'; result: Result; stamp: string }
  | { kind: 'missing' | 'folder' | 'unreadable' | 'not a file' | 'too large' };

/** Reads a file to its end, or so much of its beginning. A pipe, a device or a socket is not opened: it might never end. */
export async function readBytes(file: string, most?: number): Promise<Opened<Buffer>> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) return { kind: 'folder' };
    if (!found.isFile()) return { kind: 'not a file' };
    if (most === undefined && found.size > MOST_BYTES) return { kind: 'too large' };
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)); // it may have become a pipe since
    try {
      const bytes = await upTo(handle, most ?? MOST_BYTES + 1); // the system's own files don't say how long they are
      const stamp = stampIn(found) === stampIn(await handle.stat()) ? stampIn(found) : ''; // '': it was written meanwhile
      return bytes.length > MOST_BYTES ? { kind: 'too large' } : { kind: 'read', result: bytes, stamp };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
  }
}

/** What tells one state of a file from another, without reading it; '' where it is not there. */
export async function stampOf(file: string): Promise<string> {
  return stat(file).then(stampIn, () => '');
}

function stampIn({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return [ino, size, mtimeMs, ctimeMs].join();
}

async function upTo(handle: FileHandle, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (let left = most; left > 0; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(left, 2 ** 20)));
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    left -= bytesRead;
  }
  return Buffer.concat(chunks);
}
