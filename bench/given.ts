import { existsSync } from 'node:fs';
import type { Usage } from '../src/arguments.ts';

/** The files that a script was given. Where there are none, or one is missing, it says so and ends: what is learned from nothing is nothing. */
export function given(files: readonly string[], { call, rest }: Usage): readonly string[] {
  const missing = files.filter((file) => !existsSync(file));
  if (files.length > 0 && missing.length === 0) return files;
  for (const file of missing) console.error(`${file}: there is no such file.`);
  if (files.length === 0) console.error(`Give it the files to read: ${call} -- ${rest?.name}`);
  process.exit(1);
}
