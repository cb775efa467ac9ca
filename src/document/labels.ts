import type { Kind } from './block.ts';
import { field, hasValue } from './headlines.ts';
import { isCue, isEntry } from './moments.ts';
import { isSigned } from './signatures.ts';
import { runFrom, type View } from './view.ts';

/** How many lines of a document are a time or a date, or who wrote what is below and when: one alone is seldom a label. */
export interface Labels {
  readonly moments: number;
  readonly signatures: number;
  /** A word or a few over a sentence: a glossary's, a leaflet's. */
  readonly terms: number;
}

export function labelsOf(views: readonly View[]): Labels {
  const lines = views.filter(({ block }) => block.kind === 'paragraph');
  return {
    moments: lines.filter(({ look }) => look.moment).length,
    signatures: lines.filter(({ line }) => isSigned(line)).length,
    terms: views.filter((view, at) => isTerm(view, views[at + 1])).length,
  };
}

/**
 * Whether a line says whose or which the lines below it are: a speaker, a time, a name over a list.
 * @param above what the block above it is
 * @param known the labels that were found above it
 */
export function isLabel(views: readonly View[], at: number, above: Kind | undefined, labels: Labels, known: ReadonlySet<string>): boolean {
  const [{ line }, below] = [views[at] as View, views[at + 1]];
  if (!below || below.block.kind === 'separator' || line.length > 80 || /[\r\n]/.test(line)) return false;
  return saysWhen(views[at] as View, below, above, labels) ?? isName(views, at, above, labels, known);
}

/** Whether a line says when what is below it was, and who wrote it; undefined where it is no such line. */
function saysWhen({ look, line, first, last, headline }: View, below: View, above: Kind | undefined, labels: Labels): boolean | undefined {
  if (isCue(line)) return !last;
  if (look.moment || TIMED.test(line)) {
    if (above === 'question' || above === 'lead-in' || below.headline) return false;
    if (TIMED.test(below.line) || (below.look.moment && below.block.kind === 'paragraph')) return false;
    return last ? labels.moments > 1 && !(headline && look.capitals) : first;
  }
  if (!isSigned(line)) return undefined;
  return labels.signatures > 1 && !isSigned(below.line) && (!last || /[·|•@]| ago$/.test(line));
}

/** Whether a line names what is right below it: somebody who speaks, a list, a few sentences. */
function isName(views: readonly View[], at: number, above: Kind | undefined, labels: Labels, known: ReadonlySet<string>): boolean {
  const [view, below] = [views[at] as View, views[at + 1] as View];
  const { look, line, first, last } = view;
  if (last || look.stops || /[,;:]$/.test(line) || field(line) || hasValue(line)) return false;
  if (/^\[[^\]]{1,40}\]$/.test(line)) return true; // "[Chorus]"
  if (!first && !look.capitals && !isBetween(views, at, above)) return false;
  if (known.has(line)) return true;
  if (isEntry(line)) return labels.moments > 1 && look.words < 7 && below.look.stops && !isEntry(below.line); // a time, and what it was about
  if (below.block.kind === 'paragraph' && (isPerson(line) || (ASKING.test(line) && look.words < 7))) return true;
  if (isTerm(view, below) && (labels.terms > 2 || below.line.length > 2 * line.length + 12)) return true;
  if (look.words > 8 || (/^\W*\d/.test(line) && look.section === 0)) return false;
  if (below.block.kind !== 'paragraph') return below.block.kind !== 'caption' && !/,.*,|\s[–—|·-]\s/.test(line);
  const isMarked = look.capitals || look.marked || (look.section > 0 && !BARE.test(line));
  return isMarked || namesList(line, runFrom(views, at + 1)) || namesProse(line, look.words, below);
}

/** Whether it is a word or a few between two lists, right above the second. */
function isBetween(views: readonly View[], at: number, above: Kind | undefined): boolean {
  const { line, look } = views[at] as View;
  const follows = above === 'lead-in' || views[at - 1]?.block.kind === 'item';
  return follows && views[at + 1]?.block.kind === 'item' && look.words < 5 && /^\p{Lu}[^\d:]*$/u.test(line);
}

/** "What to bring", "How to get there" */
const ASKING = /^(?:What|Where|When|Who|How|Why)\b/;

/** A word or a few that begin with a capital, and below them, to the next blank line, sentences. */
function isTerm({ look, line, block, first, last }: View, below: View | undefined): boolean {
  if (!below?.last || last || !first || look.stops || look.words > 4 || block.kind !== 'paragraph' || below.block.kind !== 'paragraph')
    return false;
  return /^\p{Lu}/u.test(line) && !/[,;:\d]/.test(line) && (below.line === '' || below.look.stops);
}

/** "12 Mill Lane": without a mark, the number is hardly a section's. */
const BARE = /^\d+\s/;

/** "[12:15] Sponsor" */
const TIMED = /^\[\d{1,2}:\d{2}(?::\d{2})?\](?: \S{1,20}){1,4}$/;

/** "Mr. Denzil Roper (Northgate)", "The Minister for the Environment (Mrs. Colette Amy)", not "Mr. Roper is away". */
export function isPerson(line: string): boolean {
  const words = line
    .replace(/\([^)]*\)/g, '')
    .trim()
    .split(' ');
  return TITLE.test(line) && words.length < 9 && words.every((word) => /^\p{Lu}|^(?:of|for|the|and|de|la|van|von|der|zu)$/u.test(word));
}

const TITLE =
  /^(?:the )?(?:mrs?|ms|mx|dr|prof|sir|lord|lady|hon|rev|col|gen|capt|cllr|sen|rep|minister|speaker|chair\w*|president|judge|mme|herr|frau|sra?)\b/i;

/** Whether the lines below have something in common that this one lacks. */
function namesList(line: string, below: readonly View[]): boolean {
  if (isEntry(below[0]?.line ?? '') && !isEntry(line)) return true;
  const most = 0.6 * below.length;
  return below.length > 1 && SHAPES.some((shape) => !shape.test(line) && below.filter((one) => shape.test(one.line)).length > most);
}

const SHAPES = [/^[^:]{1,40}:\s/, /^(?:\*\*|__)/, /^[\d½¼¾]/, /\s[–—-]\s/, /[★☆✔✘✓✗]/, /\s\d[\d.,%]*$/];

/** Whether it is a few words over sentences that are much longer. */
function namesProse(line: string, words: number, { line: below, look }: View): boolean {
  return words < 7 && /^\W*\p{Lu}/u.test(line) && (below === '' || (look.stops && below.length > 60 && below.length > line.length * 2));
}
