import { createHash, randomBytes } from 'node:crypto';
import { linkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './folder.ts';

/** Gives a folder back. */
export type GiveBack = () => void;

/** The bytes that the path of a socket may have, with room for what is added to it below. */
const LONGEST = 80;

/** Nothing was taken, and nobody is held off. */
const NOTHING: GiveBack = () => undefined;

/**
 * Takes a folder under a name, so that no other process can take it under the same one until this one ends, however it ends: what holds others off is a socket with
 * somebody who listens. Processes that share the folder leave it to the one that started them. Where no socket can be made there, nobody is held off.
 * @returns undefined where another process has it
 */
export async function takeFolder(folder: string, name: string): Promise<GiveBack | undefined> {
  try {
    makeFolder(folder);
    const beside = join(folder, `${name}.sock`);
    if (process.platform === 'win32') return await takePipe(`\\\\.\\pipe\\verbatim-${hashOf(folder, name)}`);
    return await takeSocket(Buffer.byteLength(beside) <= LONGEST ? beside : join(tmpdir(), `verbatim-${hashOf(folder, name)}.sock`));
  } catch {
    return NOTHING;
  }
}

function hashOf(folder: string, name: string): string {
  return createHash('sha256')
    .update(`${realpathSync(folder)}\n${name}`)
    .digest('hex')
    .slice(0, 16);
}

async function takePipe(door: string): Promise<GiveBack | undefined> {
  const server = await listen(door).catch((error) => (error.code === 'EADDRINUSE' ? undefined : Promise.reject(error)));
  return server && (() => server.close());
}

/** The socket gets its name only when somebody listens on it already: who can't connect to one of that name knows that it was left behind. */
async function takeSocket(door: string): Promise<GiveBack | undefined> {
  const own = `${door}.${randomBytes(4).toString('hex')}`;
  const server = await listen(own);
  const inode = inodeOf(own);
  try {
    while (!linked(own, door)) {
      const found = inodeOf(door);
      if (!(await isAnswered(door))) removeLeft(door, found, `${own}.old`);
      else {
        server.close();
        return undefined;
      }
    }
    return () => {
      if (inodeOf(door) === inode) rmSync(door, { force: true });
      server.close();
    };
  } catch (error) {
    server.close();
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy()).once('error', reject);
    server.listen(path, () => resolve(server.on('error', () => undefined)));
    server.unref();
  });
}

function linked(own: string, door: string): boolean {
  try {
    linkSync(own, door);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Whether somebody listens on a socket. */
function isAnswered(door: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(door, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', (error) => {
      if (['ECONNREFUSED', 'ENOENT'].includes(codeOf(error))) resolve(false);
      else if (codeOf(error) === 'EAGAIN')
        resolve(true); // so many are connecting that it has no room for one more
      else reject(error);
    });
  });
}

/** Removes a socket that was left behind; one that another process has put in its place meanwhile is put back. */
function removeLeft(door: string, found: number | undefined, aside: string): void {
  try {
    renameSync(door, aside);
    if (inodeOf(aside) !== found) linkSync(aside, door);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error))) throw error;
  }
  rmSync(aside, { force: true });
}

function inodeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
