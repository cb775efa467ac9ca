import type { Span } from '../../document/span.ts';
import { fold } from './flat.ts';

/** What a browser is to look for, by the WICG's specification of URL fragment text directives. None of it goes on behind the end of a block. */
export interface Directive {
  readonly prefix?: string;
  readonly start: string;
  readonly end?: string;
  readonly suffix?: string;
}

/** "text=…", to stand behind "#:~:". @throws URIError where half a letter is in it */
export function written({ prefix, start, end, suffix }: Directive): string {
  const parts = [prefix && `${encoded(prefix)}-`, encoded(start), end && encoded(end), suffix && `-${encoded(suffix)}`];
  return `text=${parts.filter((part) => part).join(',')}`;
}

/** A hyphen, a comma or an ampersand would end a part. */
const encoded = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

/**
 * What a browser finds first, as the specification's "find a range from a text directive" does; undefined where it finds nothing.
 * @param text folded, with line breaks between what a match can't go across
 * @returns offsets in it
 */
export function find(text: string, directive: Directive): Span | undefined {
  const [prefix, start, end, suffix] = [directive.prefix, directive.start, directive.end, directive.suffix].map(
    (part) => part && fold(part),
  );
  if (!start) return undefined;
  const closed = end !== undefined || suffix === undefined;
  for (let from = 0; ; ) {
    const first = search(text, prefix ?? start, from, prefix === undefined && closed);
    if (first === undefined) return undefined;
    from = first + 1;
    const begin = prefix === undefined ? first : pastSpace(text, first + prefix.length);
    if (!text.startsWith(start, begin) || (closed && !isBoundary(text, begin + start.length))) continue;
    const startEnd = begin + start.length;
    if (end === undefined) {
      if (suffix === undefined || follows(text, suffix, startEnd)) return { start: begin, end: startEnd };
      continue;
    }
    for (let at = startEnd; ; ) {
      const last = search(text, end, at, suffix === undefined);
      if (last === undefined) return undefined;
      at = last + end.length;
      if (suffix === undefined || follows(text, suffix, at)) return { start: begin, end: at };
    }
  }
}

/** Where a part next begins at a word, and ends at one, if it has to. */
function search(text: string, part: string, from: number, bounded: boolean): number | undefined {
  for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1))
    if (isBoundary(text, at) && (!bounded || isBoundary(text, at + part.length))) return at;
  return undefined;
}

function follows(text: string, suffix: string, at: number): boolean {
  const begin = pastSpace(text, at);
  return text.startsWith(suffix, begin) && isBoundary(text, begin + suffix.length);
}

function pastSpace(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ' || text[next] === '\n') next++;
  return next;
}

/** Whether words may begin or end there. In writing without spaces that is anywhere, for all that is known here. */
function isBoundary(text: string, at: number): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)];
  return !(WORD_END.test(before) && WORD_START.test(after)) || UNSPACED.test(before) || UNSPACED.test(after);
}

const WORD_END = /[\p{L}\p{N}_]$/u;
const WORD_START = /^[\p{L}\p{N}_]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
