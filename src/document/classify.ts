import type { Block, Kind } from './block.ts';
import { isCited, namesReferences, saidByWords } from './captions.ts';
import { isHeading, isTitle, levelOf } from './headings.ts';
import { field } from './headlines.ts';
import { isLabel, labelsOf } from './labels.ts';
import { type ListMark, listMark } from './list-marks.ts';
import { isEntry } from './moments.ts';
import { isQuestion, questionsOf } from './questions.ts';
import { type View, viewsOf } from './view.ts';

/**
 * The same blocks, each as what it is by its words and its neighbours: a caption, a label, a question line, a lead-in, a heading, the title.
 * What answers must not be hidden: where it is in doubt, a paragraph stays one.
 */
export function classify(text: string, blocks: readonly Block[]): readonly Block[] {
  const views = viewsOf(text, blocks);
  const headed = blocks.some(({ kind }) => kind === 'heading');
  const kinds = kindsOf(text, views, headed);
  return blocks.map((block, at) => {
    const { look } = views[at] as View;
    const kind = kinds[at] as Kind;
    if (kind === block.kind) return inList(views, kinds, at) ? changed(block, 'item', 1) : block;
    return changed(block, kind, kind === 'heading' ? levelOf(look, headed) : kind === 'lead-in' ? block.level : undefined);
  });
}

/** Written out, since a document has many blocks, and spreading an object costs more than all else here. */
function changed({ start, end, content }: Block, kind: Kind, level: number | undefined): Block {
  return level === undefined ? { start, end, kind, content } : { start, end, kind, content, level };
}

function kindsOf(text: string, views: readonly View[], headed: boolean): Kind[] {
  const [labels, questions] = [labelsOf(views), questionsOf(views, headed)];
  const titles = views.filter(({ block }) => block.kind === 'heading' && block.level === 1);
  const known = new Set<string>();
  const kinds: Kind[] = [];
  let cites = false; // the last heading or label is that of a list of references
  let marked = false; // the last question since a heading was: then another line that is marked so is one too
  for (const [at, view] of views.entries()) {
    const { block, line } = view;
    const [above, below] = [kinds[at - 1], views[at + 1]];
    if (at < 4 && titles.length === 1 && view === titles[0]) kinds.push('title');
    else if (line === '') kinds.push(block.kind);
    else if (cites && isCited(line)) kinds.push('reference');
    else if (leadsIn(view, below)) kinds.push('lead-in');
    else if (block.kind === 'item') kinds.push('item');
    else {
      const told = besideFields(views, at) ? undefined : saidByWords(line, at < 6, at === 0);
      if (told) kinds.push(told);
      else if (isQuestion(views, at, above, questions) || (marked && view.headline && view.look.marked)) kinds.push('question');
      else if (at === 0 && isTitle(views)) kinds.push('title');
      else if (isLabel(views, at, above, labels, known)) {
        known.add(line);
        kinds.push('label');
      } else kinds.push(isHeading(views, at, above, headed) ? 'heading' : 'paragraph');
    }
    if (block.kind === 'heading' || kinds[at] === 'label' || kinds[at] === 'heading')
      cites = namesReferences(text.slice(block.content.start, block.content.end));
    if (kinds[at] === 'question') marked = view.look.marked;
    else if (kinds[at] === 'heading') marked = false;
  }
  return kinds;
}

/** "Clone the repo:" and something below that completes it. */
function leadsIn({ line, block }: View, below: View | undefined): boolean {
  if (!below || line.length > 200 || !/[:：][*_)]*$/.test(line) || /\p{L}{2}[.!?]["’”)]*\s+\p{Lu}/u.test(line)) return false;
  if (below.block.kind === 'heading' || below.block.kind === 'separator' || below.headline) return false;
  if (block.kind !== 'item' || below.block.kind !== 'item') return true;
  return (below.block.level ?? 1) > (block.level ?? 1) || beginsList(listMark(line), listMark(below.line));
}

/** Whether an item is the first of another list than the one above it, although it is not indented: "(a)" below "1.3", a bullet below "2." */
function beginsList(above: ListMark | undefined, below: ListMark | undefined): boolean {
  return below?.value === 1 || (above?.kind === 'number' && below?.kind !== 'number');
}

/** "Photo: 1920 × 1080" among "Sound: …" and "Film: …" is no caption. */
function besideFields(views: readonly View[], at: number): boolean {
  const { line, first, last } = views[at] as View;
  return field(line) && ((!first && field(views[at - 1]?.line ?? '')) || (!last && field(views[at + 1]?.line ?? '')));
}

/** Whether a paragraph is a line of a list without bullets: it has neighbours, and they don't end as sentences do, or are entries as it is. */
function inList(views: readonly View[], kinds: readonly Kind[], at: number): boolean {
  const { block, line, look, first, last } = views[at] as View;
  if (block.kind !== 'paragraph' || (first && last) || line === '' || line.length > LINE || /[\r\n]/.test(line)) return false;
  if (isEntry(line) || STEP.test(line)) return true;
  const beside = [first ? -1 : at - 1, last ? -1 : at + 1].flatMap((place) => (kinds[place] === 'paragraph' ? (views[place] as View) : []));
  return beside.length > 0 && (!look.stops || beside.every((other) => other.line !== '' && !other.look.stops));
}

/** "Phase 1: …", "Day 2: …" */
const STEP = /^(?:phase|step|stage|day|week|session|part) \d{1,3}[:.] \S/i;

/** A line of a list is not longer than this, in UTF-16 units. */
const LINE = 160;
