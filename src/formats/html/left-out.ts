import { firstWords } from '../../document/first-words.ts';
import type { LeftOut } from '../document.ts';
import type { Apart } from './apart.ts';
import type { PagePiece } from './run.ts';

/** So many lines of what is left out are told, and so much of each, in UTF-16 units. */
const LINES = 50;
const LONGEST = 80;

/** What of a page is not in what was kept of it. @param kinds for each piece what is known of it */
export function leftOut(
  pieces: readonly PagePiece[],
  kept: readonly PagePiece[],
  kinds: readonly (Apart | undefined)[],
): { leftOut?: LeftOut } {
  const known = new Set(kept);
  const counts: Partial<Record<Apart, number>> = {};
  const lines: { kind: Apart; text: string }[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (known.has(piece) || piece.kind === 'separator') continue;
    const kind = kinds[at] ?? (piece.links ? 'menu' : 'other');
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (lines.length < LINES) lines.push({ kind, text: firstWords(piece.content, LONGEST) });
  }
  return lines.length > 0 ? { leftOut: { lines, counts } } : {};
}
