import { MOST_WINDOWS } from '../src/reading/pace.ts';
import type { Reader } from '../src/reading/reader.ts';
import type { Case } from './cases.ts';
import { firstRight, type Outcome, outcomesOf } from './quality.ts';
import { readingAtMost } from './reading.ts';
import { percent } from './table.ts';
import { verbatim } from './verbatim.ts';

/** And as many as the bot reads. */
const MOST = [...new Set([1, 2, 4, 6, MOST_WINDOWS])];

/** What reading so many windows a question at most gives: P@1, in percent, and how many are read. @param files the cases of each, by its name */
export async function byMostWindows(files: ReadonlyMap<string, readonly Case[]>, reader: Reader): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  for (const most of MOST) {
    const row: Record<string, string> = { windows: `${most} at most` };
    const counted = counting(readingAtMost(reader, most));
    const all: Outcome[] = [];
    for (const [name, cases] of files) {
      const outcomes = await outcomesOf(verbatim(counted.reader), cases);
      row[`P@1, ${name}`] = percent(firstRight(outcomes));
      all.push(...outcomes);
    }
    row['read a question'] = (counted.windows() / all.length).toFixed(1);
    rows.push(row);
  }
  return rows;
}

function counting(reader: Reader): { reader: Reader; windows: () => number } {
  let windows = 0;
  const read: Reader['read'] = (asked, some, by) => {
    windows += some.length;
    return reader.read(asked, some, by);
  };
  return { reader: { ...reader, read }, windows: () => windows };
}
