import type { Span } from '../article/span.ts';
import { type ArticleIndex, type IndexedSentence, isCapital } from './article-index.ts';
import type { Measure } from './asks.ts';
import { figuresIn, isDayOrMonth, LOOKED_AT, spans } from './figures.ts';
import { isPlace } from './kinds.ts';
import { type Question, SPEECH } from './question.ts';
import { STOP_WORDS, type Word } from './words.ts';

/** A phrase in a sentence, by its words: `words.slice(from, to)`. */
interface Run {
  readonly from: number;
  readonly to: number;
}

const REASON = /\b(?:because|due to|so that|in order to|in protest|as a result|after|since|caused|to|for)\b/gi;

/** Prepositions in front of a place. */
const AT = new Set('in at to from near into of around outside inside across through reached entered towards'.split(' '));

/** A phrase that could be an answer, as a span in its sentence, and the stems of its words, stop words left out. */
interface Phrase extends Span {
  readonly stems: readonly string[];
}

/** What kind of phrase answers. */
type Kind = Question['asks'] | Measure;

/** The phrases of each kind that have been looked for in a sentence; they are kept as long as it is. */
const kept = new WeakMap<IndexedSentence, Map<Kind, readonly Phrase[]>>();

/** The phrases in a sentence that could be an answer of this kind and do not repeat the question, as spans in the sentence. */
export function phrasesFor(
  { asks, measure, stems }: Question,
  index: ArticleIndex,
  sentence: IndexedSentence,
  text: string,
): readonly Phrase[] {
  const kind = measure ?? asks;
  let known = kept.get(sentence);
  if (!known) {
    known = new Map();
    kept.set(sentence, known);
  }
  let phrases = known.get(kind);
  if (!phrases) {
    phrases = phrasesIn(kind, index, sentence, text.slice(0, LOOKED_AT));
    known.set(kind, phrases);
  }
  return kind === 'why' ? phrases : phrases.filter((phrase) => phrase.stems.some((stem) => !stems.has(stem)));
}

function phrasesIn(kind: Kind, index: ArticleIndex, sentence: IndexedSentence, text: string): Phrase[] {
  const words = sentence.words.filter(({ end }) => end <= LOOKED_AT);
  return spansIn(kind, index, words, text).map(({ start, end }) => {
    const inside = words.filter((word) => word.start >= start && word.end <= end && !STOP_WORDS.has(word.form));
    return { start, end, stems: inside.map(({ stem }) => stem) };
  });
}

function spansIn(kind: Kind, index: ArticleIndex, words: readonly Word[], text: string): Span[] {
  switch (kind) {
    case 'who':
      return names(index, words, text)
        .filter((run) => isActor(words, run.from) && !isAlonePlace(words, text, run))
        .map((run) => spanOf(words, withNoun(words, text, run)));
    case 'where':
      return names(index, words, text)
        .filter((run) => kindOf(words, run) ?? isBehind(words, run))
        .sort((a, b) => Number(isBehind(words, b)) - Number(isBehind(words, a)))
        .map((run) => spanOf(words, { ...withNoun(words, text, run), from: placeStart(words, run.from) }));
    case 'why':
      return spans(text, REASON);
    default:
      return figuresIn(kind, text);
  }
}

/** Names in a sentence: runs of capitalised words, days and months left out. */
export function names(index: ArticleIndex, words: readonly Word[], text: string): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!isNamePart(index, words, i)) continue;
    let to = i + 1;
    while (to < words.length && isNamePart(index, words, to) && /^[ .-]*$/.test(text.slice(words[to - 1]?.end, words[to]?.start))) to++;
    runs.push({ from: i, to });
    i = to - 1;
  }
  return runs;
}

function isNamePart(index: ArticleIndex, words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (!word || !isCapital(word.text) || STOP_WORDS.has(word.form) || isDayOrMonth(word.form)) return false;
  if (index.names.has(word.form)) return true;
  const next = words[i + 1];
  return i > 0 || (next !== undefined && isCapital(next.text) && index.names.has(next.form));
}

export function spanOf(words: readonly Word[], { from, to }: Run): Span {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

/** A name that says where something is from, with what that is: "Syrian forces", "the Syrian capital". */
function withNoun(words: readonly Word[], text: string, run: Run): Run {
  const [last, next] = [words[run.to - 1], words[run.to]];
  if (!last || !next || !/(?:ian|ean|ese|ish)$/.test(last.form) || !/^\p{Ll}/u.test(next.text)) return run;
  const isNoun = !STOP_WORDS.has(next.form) && !SPEECH.has(next.stem) && !/ed$/.test(next.form) && text.slice(last.end, next.start) === ' ';
  return isNoun ? { ...run, to: run.to + 1 } : run;
}

/** Whether a name can be somebody: a place's preposition in front of it says that it is none. */
function isActor(words: readonly Word[], from: number): boolean {
  const before = words[from - 1]?.form ?? '';
  return before === 'of' || before === 'to' || !AT.has(before);
}

/** Whether a name is a place's, by what its words mean. */
function kindOf(words: readonly Word[], { from, to }: Run): boolean | undefined {
  return isPlace(words.slice(from, to).map(({ form }) => form));
}

/** Whether a name is a place's, and not what "Syrian troops" or "Lebanon's president" come from. */
function isAlonePlace(words: readonly Word[], text: string, { to }: Run): boolean {
  const [last, next] = [words[to - 1], words[to]];
  const goesOn = last && next && !STOP_WORDS.has(next.form) && text.slice(last.end, next.start) === ' ';
  return !goesOn && kindOf(words, { from: to - 1, to }) === true;
}

/** Whether a preposition of place stands in front of a name. */
function isBehind(words: readonly Word[], { from }: Run): boolean {
  return placeStart(words, from) < from;
}

/** Where the phrase of a place begins: at its preposition ("in Aleppo", "from the northern Aleppo"), or at the name where it has none. */
function placeStart(words: readonly Word[], from: number): number {
  const form = (i: number) => words[i]?.form ?? '';
  if (AT.has(form(from - 1))) return from - 1;
  return BETWEEN.test(form(from - 1)) && AT.has(form(from - 2)) ? from - 2 : from;
}

const BETWEEN = /^(?:the|neighboring|neighbouring|northern|southern|eastern|western|central|nearby)$/;
