import { quote } from '../article/article.ts';
import { type ArticleIndex, isCapital } from '../search/article-index.ts';
import { baseOf } from '../search/verbs.ts';
import type { Word } from '../search/words.ts';
import type { Made } from './candidate.ts';
import { datesIn, isCalendarWord, isDayOrMonth } from './dates.ts';
import { names, placesIn, SPEECH, somebodyIn, spanOf } from './names.ts';

/** What could be asked of a sentence: who somebody is, who did it, and where and when, and how many. */
export function askedOfSentence(index: ArticleIndex, at: number): Made[] {
  const text = quote(index.article, at).text;
  const words = index.sentences[at]?.words ?? [];
  const begins = words.slice(/^\d+[.)]\s/.test(text) ? 1 : 0); // "1. The hospital was founded …"
  return [
    ...ofClause(index, begins, text),
    ...ofDated(index, words, text),
    ...ofNumber(begins, text),
    ...ofNames(index, words, text),
    ...ofDates(words),
  ];
}

const WAS = /^(?:was|were|had)$/;
const isPast = (words: readonly Word[]) => words.some(({ form }) => WAS.test(form) || baseOf(form) !== undefined);

function ofNames(index: ArticleIndex, words: readonly Word[], text: string): Made[] {
  return names(index, words, text).flatMap((run): Made[] => {
    const { start, end } = spanOf(words, run);
    const name = text.slice(start, end);
    const [before, after] = [words[run.from - 1], words[run.to]];
    const speaks = [before, after, words[run.from - 2]].some((word) => word && SPEECH.has(word.stem)) && !PART_OF.test(before?.form ?? '');
    const [, inside] = /\b(in|at) $/.exec(text.slice(0, start)) ?? [];
    if (inside !== undefined) {
      const isPlace = isPast(words) && name.length > 2 && !/^ ?\d/.test(text.slice(end)) && (inside === 'in' || run.to - run.from > 1);
      return isPlace ? [{ about: 'where', question: `What happened ${inside} ${name}?` }] : [];
    }
    if (text[end] === '-') return []; // "Rome-based"
    const isExplained = before?.form !== 'the' && /^, (?:who|an?|the) /.test(text.slice(end, end + 6));
    if (run.to - run.from === 1) return speaks ? [{ about: 'who', question: `What did ${name} say?` }] : [];
    return speaks || isExplained || ROLE.test(before?.form ?? '') ? [{ about: 'who', question: `Who is ${name}?` }] : [];
  });
}

/** Behind such a word stands the rest of a name, "Observatory for Human Rights", or nobody. */
const PART_OF = /^(?:a|an|and|at|for|from|in|of|on|the|to|with)$/;

/** Behind such a word stands somebody's name: "activist Mohammad Saeed". */
const ROLE = /(?:ist|man|woman|minister|president|leader|director|professor|captain|author|councillor|engineer|mayor)$|^(?:dr|prof|gen)$/;

function ofDates(words: readonly Word[]): Made[] {
  if (!isPast(words)) return [];
  return words.flatMap(({ form, text: word }, i): Made[] => {
    const next = words[i + 1];
    const isTime = /^(?:on|in)$/.test(form) ? isDayOrMonth : /^(?:this|last)$/.test(form) ? isCalendarWord : undefined;
    if (!next || !isTime?.(next.form) || AGAIN.test(next.form) || /^\d/.test(words[i + 2]?.form ?? '')) return [];
    return [{ about: 'when', question: `What happened ${word.toLowerCase()} ${next.text}?` }];
  });
}

/** What comes again and again: nobody asks what happened then. */
const AGAIN = /days$|^(?:day|spring|summer|autumn|winter|morning|afternoon|evening|night)$/;

/** A sentence's beginning. */
interface Clause {
  /** Who or what does something, as it is written inside of a sentence. */
  readonly subject: string;
  readonly verb: Word;
  /** Of the words, the first one behind the verb. */
  readonly behind: number;
  /** Whether it is somebody by name. */
  readonly named: boolean;
}

/** Verbs that ask by themselves: "was it opened?" */
const HELPING = /^(?:is|are|was|were|will|can|must|may|should|could|would)$/;

/** What could be asked of a sentence that begins with who or what does something: the same with a W in its place, or in that of a place or a time. */
function ofClause(index: ArticleIndex, words: readonly Word[], text: string): Made[] {
  const clause = clauseOf(index, words, text);
  if (!clause) return [];
  const { verb, behind, named } = clause;
  const helps = HELPING.test(verb.form);
  const rest = between(text, verb.end, endOfClause(text, verb.end));
  const does = rest !== undefined && (helps ? /^an? |^the /.test(rest) : !SPEECH.has(verb.stem));
  const who: Made[] = named && does && rest.split(' ').length > 2 ? [{ about: 'who', question: `Who ${verb.text} ${rest}?` }] : [];
  const told = [
    ['when', datesIn(text)[0]?.span],
    ['where', placesIn(index, words.slice(behind), text)[0]],
  ] as const;
  const others = told.flatMap(([about, phrase]): Made[] => {
    if (!phrase || SPEECH.has(verb.stem) || phrase.start <= verb.end || !ENDS.test(text.slice(phrase.end))) return [];
    const until = between(text, verb.end, phrase.start);
    if (until === undefined || (helps && /^(?:an?|the)\b/.test(until)) || BROKEN_OFF.test(until)) return [];
    return [{ about, question: `${about === 'when' ? 'When' : 'Where'} ${`${askedIn(clause)} ${until}`.trim()}?` }];
  });
  return [...who, ...others];
}

/** "On 23 January 1999 the line went dead": when it did. */
function ofDated(index: ArticleIndex, words: readonly Word[], text: string): Made[] {
  const date = datesIn(text).find(({ span }) => span.start === 0)?.span;
  const behind = date ? words.filter(({ start }) => start >= date.end) : [];
  const clause = date && /^,? ?$/.test(text.slice(date.end, behind[0]?.start)) ? clauseOf(index, behind, text) : undefined;
  if (!clause || SPEECH.has(clause.verb.stem)) return [];
  const end = endOfClause(text, clause.verb.end);
  const further = text.slice(clause.verb.end, end).search(/(?<=\s\S+\s+)(?:after|at|before|by|during|for|from|in|into|on|to|with)\b/);
  const rest = between(text, clause.verb.end, further < 0 ? end : clause.verb.end + further);
  return rest === undefined || BROKEN_OFF.test(rest) ? [] : [{ about: 'when', question: `When ${`${askedIn(clause)} ${rest}`.trim()}?` }];
}

/** "did the line go", "was the pool". */
function askedIn({ subject, verb }: Clause): string {
  const base = HELPING.test(verb.form) ? undefined : baseOf(verb.form);
  return base === undefined ? `${verb.text} ${subject}` : `did ${subject} ${base}`;
}

/** Something must follow. */
const BROKEN_OFF = /\b(?:at|in|on|of|for|to|with|by|from|the|an?)$/;

/** "Eleven posts have been created": how many it was. */
function ofNumber(words: readonly Word[], text: string): Made[] {
  const [first] = words;
  if (!first || !(/^\d[\d,]*$/.test(first.text) || COUNT.test(first.form))) return [];
  const at = words
    .slice(0, SUBJECT + 1)
    .findIndex(({ form }) => /^(?:have|had)$/.test(form) || HELPING.test(form) || baseOf(form) !== undefined);
  const end = endOfClause(text, first.end);
  const verb = words[at];
  const [what, rest] = verb && at > 1 && verb.end < end ? [between(text, first.end, verb.start), between(text, verb.end, end)] : [];
  const counts = verb && what && rest && /(?:s|people|men|children)$/.test(what) && !/^(?:thirds|quarters|per cent)/.test(what);
  return counts ? [{ about: 'what', question: `How many ${what} ${verb.text} ${rest}?` }] : [];
}

const COUNT = /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundreds|dozens)$/;

/** Where a clause may end. */
const ENDS = /^\s*(?:$|[.,;:!?)—–]|(?:and|but|when|after|before|while|because|for|on|during)\b)/;

function endOfClause(text: string, from: number): number {
  const found = text.slice(from).search(/\s*(?:[.,;:!?](?!\d)|[()"“”—–]|\b(?:and|but|when|while|because)\b)/);
  return found < 0 ? text.length : from + found;
}

/**
 * What stands between two places of a sentence: a few words and no mark, or nothing at all; undefined where it is more, another clause, or can't be
 * understood by itself.
 */
function between(text: string, start: number, end: number): string | undefined {
  const rest = text.slice(start, end).trim().replace(/\s+/g, ' ');
  return rest.split(' ').length <= 10 && /^[\p{L}\p{N}'’ -]*$/u.test(rest) && !ELSE.test(rest) ? rest : undefined;
}

const ELSE =
  /\b(?:it|its|them|they|him|his|her|their|this|that|these|those|who|which|because|and|but|when|while|between|is|are|was|were|has|will)\b/i;

/** So many words may stand in front of a verb. */
const SUBJECT = 5;

function clauseOf(index: ArticleIndex, words: readonly Word[], text: string): Clause | undefined {
  const isVerb = ({ form, text: word }: Word) => !isCapital(word) && (HELPING.test(form) || baseOf(form) !== undefined);
  const at = words.slice(0, SUBJECT + 1).findIndex((word, i) => i > 0 && isVerb(word));
  const [first, verb] = [words[0], words[at]];
  if (!first || !verb) return undefined;
  const subject = text.slice(first.start, verb.start).trim();
  const own = words.slice(0, at);
  const run = somebodyIn(index, own, subject)[0];
  const hasArticle = /^(?:the|an?)$/.test(first.form);
  const named = !hasArticle && run !== undefined && run.to === at;
  if (
    !(hasArticle || named || names(index, own, subject)[0]?.from === 0) ||
    own.some(({ form }) => NO_SUBJECT.test(form)) ||
    !/^[\p{L}\p{N}'’. -]+$/u.test(subject)
  )
    return undefined;
  return { subject: hasArticle ? subject.charAt(0).toLowerCase() + subject.slice(1) : subject, verb, behind: at + 1, named };
}

/** What stands in front of a verb with such a word in it is more than what does something. */
const NO_SUBJECT = /^(?:who|which|that|whom|where|when|in|on|at|by|with|from|to|after|before|if|as|not|never|i|we|you|he|she|they|it)$/;
