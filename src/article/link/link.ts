import type { Span } from '../../document/span.ts';
import type { Article } from '../article.ts';
import { type Directive, find, written } from './directive.ts';
import { type Flat, flatOf, fold, type Segment } from './flat.ts';

/** A longer link is none that people send to each other, in UTF-16 units. */
const LONGEST = 500;

/** In a longer text a sentence is not looked for, in UTF-16 units. */
const LONGEST_TEXT = 1_000_000;

/** A longer sentence is named by its first and its last words, in UTF-16 units. */
const WHOLE = 80;

/** What is shorter may stand elsewhere on the page, in a menu or a banner, and is named with what stands beside it: in bytes, since a letter says more in some writing. */
const SHORT = 20;

/** How many words name the beginning and the end of a sentence, or what stands beside it: each is tried. */
const WORDS = [4, 6, 9];

/** Where a page has a sentence: its address, and what a browser shall look for on it. Undefined where there is no page, or the link would be too long, or would lead elsewhere. */
export function linkTo(source: string | undefined, article: Article, index: number): string | undefined {
  if (!source || !/^https?:\/\//i.test(source) || !URL.canParse(source)) return undefined;
  const fragment = fragmentOf(article, index);
  if (fragment === undefined) return undefined;
  const [page = ''] = source.split(':~:');
  const link = `${page}${page.includes('#') ? '' : '#'}:~:${fragment}`;
  return link.length <= LONGEST ? link : undefined;
}

/** The text directive by which a browser finds a sentence before anything else in the article; undefined where there is none. */
export function fragmentOf(article: Article, index: number): string | undefined {
  const sentence = article.sentences[index];
  if (!sentence || article.text.length > LONGEST_TEXT) return undefined;
  const flat = flatOf(article);
  const range = rangeOf(article.text, flat, sentence);
  if (!range) return undefined;
  const directive = candidates(article.text, flat, range).find((one) => {
    const found = find(flat.text, one);
    return found?.start === range.flat.start && found.end === range.flat.end;
  });
  return directive && tried(() => written(directive));
}

/** The segments that a sentence is in, the number of the first, and where it is in the flat text. */
interface Range extends Span {
  readonly first: number;
  readonly last: number;
  readonly flat: Span;
}

function rangeOf(text: string, { segments }: Flat, { start, end }: Span): Range | undefined {
  const first = lastBefore(segments, start + 1);
  const last = lastBefore(segments, end);
  if (first < 0 || !isWordEdge(text, segments[first] as Segment, start) || !isWordEdge(text, segments[last] as Segment, end))
    return undefined;
  return {
    start,
    end,
    first,
    last,
    flat: { start: flatAt(text, segments[first] as Segment, start), end: flatAt(text, segments[last] as Segment, end) },
  };
}

/** The last segment that begins before an offset; -1: none does. */
function lastBefore(segments: readonly Segment[], offset: number): number {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const flatAt = (text: string, { start, flat }: Segment, offset: number) => flat + fold(text.slice(start, offset)).length;

/** Whether a browser takes a place for the beginning or the end of a word. */
function isWordEdge(text: string, { start, end }: Segment, at: number): boolean {
  if (at <= start || at >= end || /\s/.test(text.slice(at - 1, at + 1))) return true;
  const from = Math.max(start, at - 50);
  const around = text.slice(from, Math.min(end, at + 50));
  return WORDS_IN.segment(around).containing(at - from)?.index === at - from;
}
const WORDS_IN = new Intl.Segmenter('en', { granularity: 'word' });

/** Directives that may lead to a sentence, the best first. */
function candidates(text: string, { segments }: Flat, range: Range): Directive[] {
  const [head, tail] = [segments[range.first] as Segment, segments[range.last] as Segment];
  const shown = (start: number, end: number) => text.slice(start, end).replace(/\s+/g, ' ').trim();
  const inOne = range.first === range.last;
  const short = range.end - range.start <= WHOLE;
  const parts = WORDS.flatMap((words): Directive[] => {
    const startEnd = after(text, range.start, Math.min(head.end, range.end), words);
    const endStart = before(text, Math.max(tail.start, range.start), range.end, words);
    return startEnd > endStart ? [] : [{ start: shown(range.start, startEnd), end: shown(endStart, range.end) }];
  });
  const whole = { start: shown(range.start, range.end) };
  const alone = inOne && (short || parts.length === 0) ? [whole] : parts;
  const clear = alone.filter(({ start }) => Buffer.byteLength(start) >= SHORT);
  const beside = WORDS.flatMap((words): Directive[] => {
    const above = range.start > head.start ? { start: head.start, end: range.start } : segments[range.first - 1];
    const below = range.end < tail.end ? { start: range.end, end: tail.end } : segments[range.last + 1];
    const prefix = above && shown(before(text, above.start, above.end, words), above.end);
    const suffix = below && shown(below.start, after(text, below.start, below.end, words));
    const ways = [prefix && { prefix }, suffix && { suffix }, prefix && suffix && { prefix, suffix }];
    return ways.flatMap((way) => (way ? { ...(clear[0] ?? alone[0] ?? whole), ...way } : []));
  });
  return [...clear, ...beside, ...alone.filter((one) => !clear.includes(one))];
}

/** Where so many words end, from an offset on. */
function after(text: string, start: number, end: number, words: number): number {
  const near = text.slice(start, Math.min(end, start + NEAR));
  const found = wordsIn(near);
  return start + (found[Math.min(words, found.length) - 1]?.end ?? near.length);
}

/** Where so many words before an offset begin. */
function before(text: string, start: number, end: number, words: number): number {
  const from = Math.max(start, end - NEAR);
  const found = wordsIn(text.slice(from, end));
  return from + (found.at(-words) ?? found[0] ?? { start: 0 }).start;
}

/** Words are looked for in so much text, in UTF-16 units. */
const NEAR = 300;

/** Words with the marks at them; in writing without spaces, those that a browser finds in it, too. */
function wordsIn(text: string): Span[] {
  const spaced = Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({ start: index, end: index + word.length }));
  if (spaced.every(({ start, end }) => end - start <= LONGEST_WORD)) return spaced;
  return Array.from(WORDS_IN.segment(text)).flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? { start: index, end: index + segment.length } : [],
  );
}
const LONGEST_WORD = 30;

function tried<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined; // half a letter
  }
}
