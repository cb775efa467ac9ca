import { type Span, trimmed } from '../document/span.ts';
import { goesOn } from './abbreviations.ts';
import { isOpener, type Language } from './language.ts';
import { stops } from './stops.ts';

/**
 * The sentences of a paragraph, in its order, white space at their ends left out: nothing but white space stands between them.
 * Where `Intl.Segmenter` splits is where a sentence may end; abbreviations and quotations are put together again, reference marks
 * stay with what they stand behind, and a full stop with the space behind it missing is seen.
 * @param paragraph where it stands in `text`, in UTF-16 units
 * @param language of the text
 * @returns spans in `text`
 */
export function sentencesOf(text: string, paragraph: Span, language: Language = 'en'): Span[] {
  const body = text.slice(paragraph.start, paragraph.end).replace(LINE_BREAK, ' ');
  const ends = [...endsIn(body, language), body.length];
  return ends.flatMap((end, i) => {
    const span = trimmed(body, { start: ends[i - 1] ?? 0, end });
    return span ? { start: paragraph.start + span.start, end: paragraph.start + span.end } : [];
  });
}

/** Inside a paragraph a line break is a space: the text is broken at a column there. */
const LINE_BREAK = /[\r\n]/g;

const TERMINAL = /[\p{Sentence_Terminal};]/u;

/** Where the sentences that another one follows end. */
function endsIn(body: string, language: Language): number[] {
  const ends: number[] = [];
  const [first, last] = [body.search(TERMINAL), lastWord(body)];
  if (first < 0 || first > last) return ends; // a line mostly is one sentence
  const belonging = /^\s*\[/.test(body) ? AT_IT : BEHIND_IT;
  let [start, next] = [0, 0];
  for (const stop of stops(body, language)) {
    if (stop < next) continue;
    belonging.lastIndex = stop;
    belonging.test(body);
    next = belonging.lastIndex;
    if (next > last) break; // nothing but marks follows
    if (!endsAt(body, start, stop, next, language)) continue;
    ends.push(next);
    start = next;
  }
  return ends;
}

/** Where the last letter or number stands; -1: there is none. */
function lastWord(body: string): number {
  let at = body.length - 1;
  while (at >= 0 && !/[\p{L}\p{N}]/u.test(body.slice(at, at + 2))) at--;
  return at;
}

/** A reference mark right behind a full stop, with its page: "[1]", "[citation needed]", "[3]: 23". "[here](…)" and "![boat](…)" are Markdown. */
const MARK = /\[\^?[\p{L}\p{N}*†‡§][^[\]()]{0,40}\](?!\()(?:: ?\p{N}{1,4}(?:[–-]\p{N}{1,4})?)?/u;

/** Quotation marks, brackets and signs of Markdown that close. */
const CLOSING = /[\p{Pe}\p{Pf}“"'*_`~]+(?=[\s[]|$)/u;

/** What belongs to the sentence whose full stop it stands at. */
const AT_IT = new RegExp(`(?:[⁰¹²³⁴-⁹†‡]|${MARK.source}|${CLOSING.source})*(?:\\s*[»›](?=[\\s.,;:)]|$))?\\s*`, 'uy');

/** A reference mark with a space before it. In a paragraph that begins with one, each belongs to what follows it: "[1] Smith … [2] Jones …" */
const NUMBERED = /\[\^?(?:\p{N}{1,3}(?: ?[,–-] ?\p{N}{1,3})*|\p{Ll}|\p{L}{1,4}\.? ?\p{N}{1,3}|[\p{Ll} ]{1,30} needed)\](?!\()/u;
const BEHIND_IT = new RegExp(`${AT_IT.source}(?:,?\\s*${NUMBERED.source})*\\s*`, 'uy');

/** Whether the sentence that began at `start` ends at a stop. @param next where what follows begins */
function endsAt(body: string, start: number, stop: number, next: number, language: Language): boolean {
  const after = body.slice(next, next + 40);
  if (/^(?:«\s?|["'“‘„([])?\p{Ll}/u.test(after)) return false; // "Really?" he asked.
  const before = body.slice(Math.max(start, stop - 40), stop).trimEnd();
  if (stop - start <= 40 && (ENUMERATOR.test(before) || (SPEAKER.test(before) && !CAPITALS.test(after)))) return false;
  if (NAME.test(before) && !isOpener(FIRST.exec(after)?.[0] ?? '', language)) return false;
  return !(ASKED.test(before) && ASKS.test(after)) && !goesOn(before, after, language);
}

/** "…", "1.", "2.3.", "(a)", "IV.", "Q1.", "P.S.", and a time: "8:20 a.m." */
const ENUMERATOR =
  /^\s*(?:[^\p{L}\p{N}]*|(?:P\.?)+S\.|N\.?B\.|\(?(?:[AQ]?\p{N}{1,3}(?:\.\p{N}{1,3})*|\p{L}|[IVX]+|[ivx]+)[.)]|\p{N}{1,2}(?:[:.]\p{N}{2})? ?[ap]\.m\.)$/u;

/** Who says what follows, in a play: "OLD TOM." */
const SPEAKER = /^\s*(?:\p{Lu}{4,20}|\p{Lu}{2,20}(?: \p{Lu}{2,20}){1,2})\.$/u;
const CAPITALS = /^\p{Lu}{2}/u;

/** Names that end in a mark. */
const NAME = /(?<![\p{L}\p{N}])(?:Yahoo|Jeopardy|Guess|Wham)[!?]$/u;
const FIRST = /^\p{L}+/u;

/** "Is it true?" Ann Smith asked. */
const ASKED = /[!?…—-]["'”’»“]$/u;
const ASKS =
  /^(?!(?:He|She|It|They|We|I|You)\s)\p{Lu}[\p{L}.’'-]*\s(?:\p{Lu}[\p{L}.’'-]*\s){0,2}(?:said|says|asked|asks|replied|answered|added|shouted|cried|told|wrote)\b/u;
