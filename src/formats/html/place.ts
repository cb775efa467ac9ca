import type { Kind } from '../../document/block.ts';

/** A place in a page: what the elements that are open there say together. */
export interface Place {
  readonly kind: Kind;
  readonly level?: number;
  readonly hidden?: boolean;
  readonly pre?: boolean;
  readonly link?: boolean;
  readonly inMain?: boolean;
  /** In what is a text of its own: headers and footers in it belong to it. */
  readonly inText?: boolean;
  readonly inHead?: boolean;
  readonly inCell?: boolean;
  /** In what may only repeat a sentence of the text. */
  readonly pulled?: boolean;
  readonly style?: 'bold' | 'cite';
  /** In what gives a name to what follows, where a button may stand for its words. */
  readonly naming?: boolean;
  readonly list?: List;
  /** Its bullet or number, until that is written. */
  readonly item?: { marker: string };
}

interface List {
  readonly depth: number;
  readonly step: number;
  /** As the attribute has it: "1", "a", "A", "i", "I"; undefined for bullets, empty for none. */
  readonly type: string | undefined;
  next: number;
}

type Attributes = Readonly<Record<string, string>>;

const set = (names: string) => new Set(names.trim().split(/\s+/));

/** No part of what is read: scripts, what is filled in, what is played. */
const LEFT_OUT = set(`script style noscript template select textarea datalist object iframe canvas audio video svg map
  annotation annotation-xml rp rt`);

/** What is not to be seen or printed, and links for who edits. */
const CLASSES = /(?:^|\s)(?:no-?print|d-print-none|mw-editsection|sr-only|visually-hidden|screen-reader-text)(?:\s|$)/i;
const INVISIBLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

const KINDS: Readonly<Record<string, Kind>> = {
  blockquote: 'quotation',
  caption: 'caption',
  figcaption: 'caption',
  pre: 'code',
  listing: 'code',
  dt: 'label',
  dd: 'paragraph',
};

/** How pages call a caption that is no element of that name. */
const CAPTIONS =
  /(?:^|[\s_-])(?:(?:fig|thumb)?caption(?:-text)?|cutline|bildunterschrift|l[eé]gende|(?:photo|image|picture)-?credits?)(?:\s|$)/i;

/** Who wrote it, and when. */
const BYLINES = /(?:^|[\s_-])(?:by-?line|writer|dateline|time-?stamp|stamp|pub(?:lish)?-?date|post-date|signature)(?:\s|$)/i;

/** What a page shows a second time, in large letters. */
const PULLED = /(?:^|[\s_-])(?:pull-?(?:quote)?|exergue)(?:[\s_-]|$)/i;

/** The place inside an element that opens. An item takes its number off its list. */
export function enter(place: Place, name: string, attributes: Attributes): Place {
  if (place.hidden || isHidden(place, name, attributes)) return place.hidden ? place : { ...place, hidden: true };
  const heading = /^h([1-6])$/.exec(name)?.[1] ?? (name === 'summary' ? '6' : undefined);
  if (heading) return { ...place, kind: 'heading', level: Number(heading), naming: true };
  const kind = CAPTIONS.test(attributes.class ?? '') ? 'caption' : BYLINES.test(attributes.class ?? '') ? 'byline' : KINDS[name];
  if (kind) {
    const { level: _, item: __, ...around } = place;
    return {
      ...around,
      kind,
      ...(kind === 'quotation' && { pulled: true }),
      ...(kind === 'code' && { pre: true }),
      ...(kind === 'label' && { naming: true }),
    };
  }
  switch (name) {
    case 'a':
      return { ...place, link: true };
    case 'b':
    case 'strong':
      return { ...place, style: 'bold' };
    case 'cite':
      return { ...place, style: 'cite' };
    case 'main':
      return { ...place, inMain: true, inText: true };
    case 'article':
      return { ...place, inText: true };
    case 'thead':
      return { ...place, inHead: true };
    case 'tbody':
    case 'tfoot':
      return { ...place, inHead: false };
    case 'td':
    case 'th': {
      const { level: _, item: __, list: ___, ...around } = place;
      return { ...around, kind: 'paragraph', inCell: true };
    }
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return { ...place, list: listOf(name, attributes, (place.list?.depth ?? 0) + 1) };
    case 'li': {
      const list = place.list ?? listOf('ul', {}, 1);
      return { ...place, kind: 'item', level: list.depth, item: { marker: markerOf(list, attributes) } };
    }
    default:
      if (PULLED.test(attributes.class ?? '')) return { ...place, pulled: true };
      return attributes.role === 'main' ? { ...place, inMain: true, inText: true } : place;
  }
}

function isHidden({ naming }: Place, name: string, attributes: Attributes): boolean {
  if (LEFT_OUT.has(name)) return true;
  if (name === 'button' || attributes.role === 'button') return !naming;
  if (attributes.hidden !== undefined && attributes.hidden !== 'until-found') return true;
  if (attributes['aria-hidden'] === 'true' || CLASSES.test(attributes.class ?? '')) return true;
  return INVISIBLE.test(attributes.style ?? '');
}

function listOf(name: string, { start, reversed, type, style }: Attributes, depth: number): List {
  const none = /list-style(?:-type)?\s*:[^;]*\bnone\b/i.test(style ?? '');
  return {
    depth,
    step: reversed === undefined ? 1 : -1,
    type: none ? '' : name === 'ol' ? (type ?? '1') : undefined,
    next: Number(start) || 1,
  };
}

/** The bullet or number in front of the next item of a list, with the space behind it. */
function markerOf(list: List, { value }: Attributes): string {
  const number = Number.parseInt(value ?? '', 10);
  if (!Number.isNaN(number)) list.next = number;
  const at = list.next;
  list.next += list.step;
  if (list.type === '') return '';
  if (list.type === undefined) return '• ';
  const letters = list.type.toLowerCase() === 'a' && at >= 1 && at <= 26 ? String.fromCharCode(96 + at) : `${at}`;
  return `${list.type === 'A' ? letters.toUpperCase() : letters}. `;
}
