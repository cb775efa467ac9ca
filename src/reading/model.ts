import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the model that ships. */
export const MODEL = fileURLToPath(new URL('../../model', import.meta.url));

/** The version whose pieces, places and limits `layout.ts` follows. */
const VERSION = '2026-11-27';

/** Why a model can't be used. */
export type BadModel =
  | { kind: 'no model'; folder: string; file: string }
  | { kind: 'model cut short'; folder: string; file: string; bytes: number; wanted: number }
  | { kind: 'other model'; folder: string; version: string; wanted: string }
  | { kind: 'model does not load'; folder: string; reason: string };

/** What `reader.json` says of a model, as far as it is needed here. */
interface Card {
  readonly version?: string;
  /** The files of the model, and how many bytes each has. */
  readonly files?: Readonly<Record<string, number>>;
}

/** What is wrong with the model in a folder, as far as its files tell without being read; undefined where nothing is. */
export function problemWith(folder: string): BadModel | undefined {
  const card = readCard(join(folder, 'reader.json'));
  if (!card) return { kind: 'no model', folder, file: 'reader.json' };
  if (card.version !== VERSION) return { kind: 'other model', folder, version: card.version ?? '?', wanted: VERSION };
  for (const [file, wanted] of Object.entries(card.files ?? {})) {
    const bytes = statSync(join(folder, file), { throwIfNoEntry: false })?.size;
    if (bytes === undefined) return { kind: 'no model', folder, file };
    if (bytes !== wanted) return { kind: 'model cut short', folder, file, bytes, wanted };
  }
  return undefined;
}

function readCard(file: string): Card | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Card;
  } catch {
    return undefined;
  }
}
