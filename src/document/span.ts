/** A half-open range of UTF-16 units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span without the white space at its ends; undefined where nothing else is in it. */
export function trimmed(text: string, span: Span): Span | undefined {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : undefined;
}

const isSpace = (unit: number) => unit === 32 || (unit < 128 ? unit >= 9 && unit <= 13 : /\s/.test(String.fromCharCode(unit)));
