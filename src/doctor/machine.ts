import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { damage } from '../store/file.ts';
import { wording } from '../wording.ts';
import { findings } from '../wording-doctor.ts';
import { type Finding, fine, wrong } from './finding.ts';

/** The store grows slowly; where less than so many bytes are free, other things will soon have filled the disk. */
const LITTLE = 200 * 1024 * 1024;

/** "20.19", from ">=20.19" */
function neededNode(): string {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { engines: { node: string } };
  return engines.node.replace(/^\D+/, '');
}

/** @param version "20.19.1" */
export function nodeVersion(version = process.versions.node, needed = neededNode()): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = needed.split('.').map(Number);
  const isEnough = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return isEnough ? fine('Node', findings.node(version)) : wrong('Node', findings.oldNode(version, needed));
}

/** Whether what is kept can be read, and more can be written. Nothing there is changed. */
export function dataFolder(folder: string): Finding {
  try {
    if (!existsSync(folder)) {
      accessSync(nearest(folder), constants.W_OK);
      return fine('data', findings.dataToCome(folder));
    }
    rmSync(mkdtempSync(join(folder, 'doctor-')), { recursive: true });
    if (!existsSync(join(folder, 'data.mdb'))) return fine('data', findings.dataEmpty(folder));
    const problem = damage(folder);
    return problem === undefined
      ? fine('data', findings.data(folder))
      : wrong('data', wording.badStore({ kind: 'unreadable store', folder, reason: problem }));
  } catch (error) {
    return wrong('data', findings.dataClosed(folder, (error as Error).message));
  }
}

export function freeDisk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(nearest(folder));
  return space(folder, bavail * bsize);
}

/** @param free in bytes */
export function space(folder: string, free: number): Finding {
  return free < LITTLE ? wrong('disk', findings.diskFull(folder, free)) : fine('disk', findings.disk(folder, free));
}

/** A folder, or what of the way to it is there. */
function nearest(folder: string): string {
  const path = resolve(folder);
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
}
