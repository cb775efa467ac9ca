import type { Language } from './language.ts';

/** `Intl.Segmenter` takes quadratic time on Node 20, so that it reads this many UTF-16 units at once, more only where a sentence is longer. */
const WINDOW = 1500;

/** In Greek a semicolon asks. */
const greek = new Intl.Segmenter('el', { granularity: 'sentence' });
const other = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Everywhere that a sentence may end, in order: behind a full stop and the quotation marks that stand right there. */
export function stops(body: string, language: Language): Float64Array {
  const found = Array.from(segmented(body, language === 'el' ? greek : other), (at) => withoutOpeners(body, at));
  for (const { index } of body.matchAll(UNSEEN)) found.push(index);
  return Float64Array.from(found).sort();
}

/** Where `Intl.Segmenter` splits. Its last piece of a window may be cut by the window's end, and is read again with what follows. */
function* segmented(body: string, segmenter: Intl.Segmenter): Generator<number> {
  let at = 0;
  let size = WINDOW;
  while (at < body.length) {
    const end = Math.min(at + size, body.length);
    const starts = Array.from(segmenter.segment(body.slice(at, end)), (piece) => at + piece.index).slice(1);
    if (end === body.length) return yield* starts;
    const last = starts.at(-1);
    if (last === undefined) size *= 2;
    else {
      yield* starts;
      at = last;
      size = WINDOW;
    }
  }
}

/** A bracket or quotation mark that opens belongs to what follows it, and white space to neither. */
function withoutOpeners(body: string, at: number): number {
  const [openers = ''] = /(?:\s*[\p{Ps}\p{Pi}¿¡]+|\s+)$/u.exec(body.slice(Math.max(0, at - 8), at)) ?? [];
  return at - openers.length;
}

/**
 * Stops that `Intl.Segmenter` doesn't see: a capitalised word right behind the full stop of a word or a year ("inside.The clashes", "in 2012.The"),
 * a reference mark there ("leaks.[citation needed] It"), a number ("They left. 20 people stayed"), and a picture in Markdown ("Look. ![A boat](…)").
 */
const UNSEEN = new RegExp(
  [
    /(?=\p{Lu}\p{Ll}*[\s,])(?<=(?:\p{Ll}{2}|\p{N}{4})[.!?][”’]?)/u,
    /(?=\[)(?<=\p{Sentence_Terminal}[”’"»)⁰¹²³⁴-⁹†‡]{0,4})/u,
    /(?= [\p{Sc}]?\p{N})(?<=(?:(?:\p{Ll}{4}|\p{N}{4})\.|[!?])[”’"»)⁰¹²³⁴-⁹†‡]{0,4})/u,
    /(?=!\[[^\]]{0,200}\]\()(?<=\s)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);
