import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of a few megabytes. */
export interface SmallDisk {
  /** False: it takes Linux, and a user who may mount. */
  readonly made: boolean;
  readonly folder: string;
  /** Fills it to the last byte. */
  fill(): void;
  /** Makes room again. */
  clear(): void;
  remove(): void;
}

export function makeSmallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-disk-'));
  const made = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]).status === 0;
  const filling = join(folder, 'filling');
  return {
    made,
    folder,
    fill: () => {
      for (const bytes of [64 * 1024, 4096]) {
        try {
          for (;;) writeFileSync(filling, Buffer.alloc(bytes), { flag: 'a' });
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      }
    },
    clear: () => rmSync(filling),
    remove: () => {
      if (made) spawnSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
