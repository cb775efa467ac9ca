import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Asked, Reader, Window, WindowReading } from '../src/reading/reader.ts';
import { readingAtMost } from './reading.ts';

/**
 * A reader that reads no window twice with the same question.
 * @param file where it also keeps what it has read, for the next time
 */
export function remembering(reader: Reader, file?: string): Reader {
  const known = new Map<string, WindowReading>(file && existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(lineOf) : []);
  const readOne = async (asked: Asked, window: Window, by: string): Promise<WindowReading> => {
    const key = keyOf(asked, window);
    const before = known.get(key);
    if (before) return before;
    const [reading] = await reader.read(asked, [window], by);
    if (!reading) throw new Error('the reader said nothing of a window');
    known.set(key, reading);
    if (file) appendFileSync(file, `${JSON.stringify([key, reading])}\n`);
    return reading;
  };
  return {
    ...readingAtMost(reader, reader.most),
    read: async (asked, windows, by) => {
      const readings: WindowReading[] = [];
      for (const window of windows) readings.push(await readOne(asked, window, by));
      return readings;
    },
  };
}

function keyOf(asked: Asked, window: Window): string {
  return createHash('sha256')
    .update(JSON.stringify([asked, window]))
    .digest('base64url');
}

/** A line that was cut short is not read: the window is read again. */
function lineOf(line: string): [string, WindowReading][] {
  try {
    const [key, { margins, phrases }] = JSON.parse(line) as [string, WindowReading];
    return [[key, { margins, phrases: phrases.map((phrase) => phrase ?? undefined) }]]; // JSON has no undefined
  } catch {
    return [];
  }
}
