/** A longer text is not read, in UTF-16 units: the longest novels have some ten million. */
export const CHARACTERS = 20_000_000;

/** Each line and each sentence costs more than its letters. Shakespeare's works, which have the most of both for their length, have some 170,000 lines. */
const LINES = 250_000;

/** Why a text is longer than what is read: it has more of something than that. */
export interface TooLong {
  readonly kind: 'too long';
  readonly most: number;
  readonly of: 'characters' | 'lines' | 'sentences';
}

/** A line with something in it, and what ends a sentence: a full stop does where no letter follows it, other marks do anywhere. */
const LINE = /\S[^\r\n\u0085\u2028\u2029]*/g;
const STOP = /[^\P{Sentence_Terminal}.]+|\.+(?![\p{L}\p{N}])/gu;

/** Told before anything else is looked for in a text, since that would take long. */
export function tooLong(text: string): TooLong | undefined {
  if (text.length > CHARACTERS) return { kind: 'too long', most: CHARACTERS, of: 'characters' };
  if (hasMore(text, LINE)) return { kind: 'too long', most: LINES, of: 'lines' };
  return hasMore(text, STOP) ? { kind: 'too long', most: LINES, of: 'sentences' } : undefined;
}

function hasMore(text: string, pattern: RegExp): boolean {
  const found = text.matchAll(pattern);
  for (let one = 0; one <= LINES; one++) if (found.next().done) return false;
  return true;
}
