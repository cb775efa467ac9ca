import type { Block, Kind } from './block.ts';
import { saidByWords } from './captions.ts';
import { field, isMoment, type Look, lookOf, looksLikeHeading } from './headlines.ts';

/** A block with what is seen of it and around it. */
interface View {
  readonly block: Block;
  /** What is text in it, where that is one line, or a few, of not too many letters; empty for prose. */
  readonly line: string;
  readonly look: Look;
  /** Nothing, or a blank line, is above or below it. */
  readonly first: boolean;
  readonly last: boolean;
  /** It reads as a headline, and stands between blank lines. */
  readonly headline: boolean;
}

/** A longer block is prose, and is what its reader said it is. */
const LINE = 300;

/**
 * The same blocks, each as what it is by its words and its neighbours: a caption, a label, a question line, a lead-in, a heading, the title.
 * What answers must not be hidden: where it is in doubt, a paragraph stays one.
 */
export function classify(text: string, blocks: readonly Block[]): readonly Block[] {
  const views = viewsOf(text, blocks);
  const structure: Structure = {
    headed: blocks.some(({ kind }) => kind === 'heading'),
    questions: views.filter((view, at) => asksAlone(view, views[at + 1])).length,
    moments: views.filter(({ look, block }) => look.moment && block.kind === 'paragraph').length,
    signatures: views.filter(({ line }) => signed(line)).length,
  };
  const kinds: Kind[] = [];
  for (const at of views.keys()) kinds.push(kindOf(views, at, kinds, structure));
  return blocks.map((block, at) => {
    const [kind, view] = [kinds[at] as Kind, views[at] as View];
    if (kind === block.kind) return inList(views, kinds, at) ? { ...block, kind: 'item', level: 1 } : block;
    return kind === 'heading' ? { ...block, kind, level: levelOf(view.look, structure) } : { ...block, kind };
  });
}

/** What the whole document is like. */
interface Structure {
  /** Its headings are known: whoever read it saw them marked as such. */
  readonly headed: boolean;
  readonly questions: number;
  readonly moments: number;
  readonly signatures: number;
}

function viewsOf(text: string, blocks: readonly Block[]): View[] {
  return blocks.map((block, at) => {
    const { start, end } = block.content;
    const line = end - start > LINE ? '' : text.slice(start, end);
    const look = lookOf(line);
    const first = blankBetween(text, blocks[at - 1], block);
    const last = blankBetween(text, block, blocks[at + 1]);
    const headline = block.kind === 'paragraph' && first && last && !/[\r\n]/.test(line) && looksLikeHeading(line, look);
    return { block, line, look, first, last, headline };
  });
}

/** Whether a blank line, or an end of the text, is between two neighbours. */
function blankBetween(text: string, above: Block | undefined, below: Block | undefined): boolean {
  if (!above || !below) return true;
  return (text.slice(above.end, below.start).match(/\r\n?|[\n\u2028\u2029]/g)?.length ?? 0) > 1;
}

function kindOf(views: readonly View[], at: number, kinds: readonly Kind[], structure: Structure): Kind {
  const view = views[at] as View;
  const { block, line } = view;
  const above = kinds[at - 1];
  const next = views[at + 1];
  if (line === '' || (block.kind !== 'paragraph' && block.kind !== 'item')) return titled(view, at, kinds, views);
  if (leadsIn(view, next)) return 'lead-in';
  if (block.kind === 'item') return 'item';
  const told = saidByWords(line, at < 6);
  if (told && !(told === 'caption' && field(line) && besideFields(views, at))) return told;
  if (isQuestion(views, at, above, structure)) return 'question';
  if (at === 0 && isTitle(view, next)) return 'title';
  if (isLabel(views, at, structure)) return 'label';
  return isHeading(views, at, above, structure) ? 'heading' : 'paragraph';
}

/** The first block's heading of the first level is the document's title, where it has no other of that level. */
function titled({ block }: View, at: number, kinds: readonly Kind[], views: readonly View[]): Kind {
  if (block.kind !== 'heading' || block.level !== 1 || kinds.includes('title') || at > 3) return block.kind;
  return views.some((other, place) => place > at && other.block.kind === 'heading' && other.block.level === 1) ? 'heading' : 'title';
}

function isTitle({ line, look, last }: View, next: View | undefined): boolean {
  if (!next || line.length > 150 || /[\r\n]/.test(line) || !/\p{L}/u.test(line)) return false;
  if (/[,;:.…]["'”’»)\]]*$/.test(look.bare) || (look.stops && !last) || look.moment) return false;
  return last || (next.look.stops && !look.stops && /^[^\p{L}]*\p{Lu}/u.test(line));
}

/** "Clone the repo:" and something below that completes it. */
function leadsIn({ line, block }: View, next: View | undefined): boolean {
  if (!next || line.length > 200 || !/[:：][*_)]*$/.test(line) || /\p{L}{2}[.!?]["’”)]*\s+\p{Lu}/u.test(line)) return false;
  if (next.block.kind === 'heading' || next.block.kind === 'separator' || next.headline) return false;
  return block.kind !== 'item' || next.block.kind !== 'item' || (next.block.level ?? 1) > (block.level ?? 1);
}

const ASKED =
  /^(?:[*_]{0,3})(?:Q|Question|Frage|Pregunta|Domanda|Pergunta|Vraag|Fråga)(?: ?\d{1,3}| ?\([^)]{1,40}\))?[*_]{0,3}\s?[:.]\s?[*_]{0,3}\s?\S/;

/** A line that asks, and nothing but an answer below it: not a list of questions, not a quotation, not what somebody with a name says. */
function asksAlone({ block, line, look, first }: View, next: View | undefined): boolean {
  if (!next || !first || !look.asks || line.length > 200 || block.kind !== 'paragraph' || /^["“„«‘']/.test(line)) return false;
  return !next.look.asks && !['heading', 'separator', 'title'].includes(next.block.kind) && !next.headline;
}

function isQuestion(views: readonly View[], at: number, above: Kind | undefined, { headed, questions }: Structure): boolean {
  const [view, next] = [views[at] as View, views[at + 1]];
  if (!next) return false;
  if (ASKED.test(view.line)) return true;
  if (above === 'label' && !view.first) return false;
  if (!asksAlone(view, next)) return false;
  return questions > 1 || headed || views.some(({ headline }, place) => headline && place > 0);
}

function besideFields(views: readonly View[], at: number): boolean {
  const [view, above, below] = [views[at] as View, views[at - 1], views[at + 1]];
  return (!view.first && field(above?.line ?? '')) || (!view.last && field(below?.line ?? ''));
}

/** A speaker, a time, a name above lines that are theirs. */
function isLabel(views: readonly View[], at: number, { moments, signatures }: Structure): boolean {
  const [view, next] = [views[at] as View, views[at + 1]];
  const { look, line, first, last } = view;
  if (!next || next.block.kind === 'separator' || /[\r\n]/.test(line) || line.length > 80) return false;
  if (look.moment || /^\[\d{1,2}:\d{2}(?::\d{2})?\](?: \S{1,20}){1,4}$/.test(line)) {
    if (next.headline || (next.look.moment && next.block.kind === 'paragraph') || look.stops) return false;
    return !last || moments > 1;
  }
  if (last || !(first || look.capitals) || look.stops || look.asks || /[,;:]$/.test(line)) return false;
  if (field(line)) return false;
  if (signed(line)) return signatures > 1 && !signed(next.line);
  if (look.words > 8 || (/^\W*\d/.test(line) && look.section === 0)) return false;
  const below = run(views, at + 1);
  if (next.block.kind !== 'paragraph') return next.block.kind !== 'caption' && !/,.*,|\s[–—|·-]\s/.test(line);
  if (look.capitals || look.marked || look.section > 0) return true;
  if (
    below.length > 1 &&
    SHAPES.some((shape) => !shape.test(line) && below.filter((one) => shape.test(one.line)).length > 0.6 * below.length)
  )
    return true;
  return (
    look.words < 7 &&
    /^\W*\p{Lu}/u.test(line) &&
    (next.line === '' || (next.look.stops && next.line.length > 60 && next.line.length > line.length * 2))
  );
}

/** "klimperliese · Sat 21:50", "Anna B., 3 days ago": who, and when. */
function signed(line: string): boolean {
  const [, moment = ''] = /^.{2,40}?\s?[·|,•@–—-]\s?([^·|•@]{2,30})$/.exec(line) ?? [];
  return moment !== '' && (/^\d{1,2} (?:\p{L}{3,8}) ago$/u.test(moment) || (isMoment(moment) && /\d/.test(moment)));
}

/** What the lines of a list have in common where a line above them doesn't. */
const SHAPES = [
  /^\W?(?:\d{1,2}[:.]\d{2}|\d{1,2} ?[ap]\.?m)/i,
  /^[^:]{1,40}:\s/,
  /^(?:\*\*|__)/,
  /^[\d½¼¾]/,
  /\s[–—-]\s/,
  /[★☆✔✘✓✗]/,
  /\s\d[\d.,%]*$/,
];

/** Entries of a log, a programme, a timeline: each is one, however many sentences it has. */
const ENTRIES = [
  /^\W?\d{1,2}[:.]\d{2}\b/,
  /^(?:\p{L}+ )?\d{4} [–—-] /u,
  /^(?:phase|step|stage|day|week|session|part) \d{1,3}\b/i,
  /^(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*\b/iu,
];

/** The lines that stand below one another without a blank line, from one on. */
function run(views: readonly View[], from: number): View[] {
  const lines: View[] = [];
  for (let at = from; at < views.length && lines.length < 50; at++) {
    lines.push(views[at] as View);
    if (views[at]?.last) break;
  }
  return lines;
}

/** A headline with something under it. Of several under one another the first and the last are headings, and what is between them may be an answer. */
function isHeading(views: readonly View[], at: number, above: Kind | undefined, { headed }: Structure): boolean {
  const view = views[at] as View;
  if (!view.headline) return false;
  const { look } = view;
  if (headed && !look.marked) return false;
  let next = at + 1;
  while (views[next]?.headline) next++;
  if (!views[next]) return false;
  if (look.marked || look.section > 0) return true;
  if (above === 'title' || above === 'byline') return next > at + 1 || look.capitals || (look.words < 6 && !/[,;:–—]/.test(look.bare));
  return next === at + 1 || !views[at - 1]?.headline || at === 1;
}

/** A line among lines that don't end as sentences do, without bullets. */
function inList(views: readonly View[], kinds: readonly Kind[], at: number): boolean {
  const { block, line, look, first, last } = views[at] as View;
  if (block.kind !== 'paragraph' || kinds[at] !== 'paragraph' || (first && last) || line === '' || line.length > 160 || /[\r\n]/.test(line))
    return false;
  const beside = [first ? undefined : at - 1, last ? undefined : at + 1].filter(
    (place): place is number => place !== undefined && kinds[place] === 'paragraph',
  );
  if (beside.some((place) => ENTRIES.some((shape) => shape.test(line) && shape.test(views[place]?.line ?? '')))) return true;
  return beside.length > 0 && (!look.stops || beside.every((place) => views[place]?.line !== '' && !views[place]?.look.stops));
}

/** 2 for a section, 3 for one in it; what is only marked is below all headings that are known. */
function levelOf({ section }: Look, { headed }: Structure): number {
  return headed ? 6 : 1 + Math.max(1, section);
}
