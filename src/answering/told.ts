import type { Span } from '../document/span.ts';
import { STOP_WORDS, wordsOf } from '../search/words.ts';
import type { Question } from './question.ts';

/**
 * What a phrase tells that the question didn't say already: of "the clashes began on Friday", asked when the clashes began, "on Friday".
 * @param text the sentence; the phrase is in offsets into it
 * @returns undefined where that is the whole sentence; the phrase as it is where all of it was said
 */
export function toldBy(text: string, phrase: Span, { words }: Question): Span | undefined {
  const asked = new Set(words.map(({ stem }) => stem));
  const all = wordsOf(text);
  const inside = all.filter(({ start, end }) => start >= phrase.start && end <= phrase.end);
  const fresh = inside.findIndex(({ form, stem }) => !STOP_WORDS.has(form) && !asked.has(stem));
  const said = inside.slice(0, Math.max(0, fresh)).findLastIndex(({ stem }) => asked.has(stem));
  const start = inside[said + 1]?.start;
  const told = said < 0 || start === undefined ? phrase : { start, end: phrase.end };
  return told.start <= (all[0]?.start ?? 0) && told.end >= (all.at(-1)?.end ?? 0) ? undefined : told;
}
