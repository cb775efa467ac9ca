import type { ArticleIndex } from '../search/article-index.ts';
import { isEnglish } from '../search/english.ts';
import { baseOf } from '../search/verbs.ts';
import { STOP_WORDS, type Word, wordsOf } from '../search/words.ts';
import type { Made } from './candidate.ts';
import { datesIn, isDayOrMonth } from './dates.ts';

/** What could be asked of what stands below a block: a question line itself, what a heading is about. */
export function askedOfTitle(index: ArticleIndex, at: number): Made[] {
  const { kind, content } = index.article.blocks[at] ?? {};
  if (!content) return [];
  const text = plain(index.article.text.slice(content.start, content.end));
  switch (kind) {
    case 'question':
      return askedThere(text.replace(ASKER, ''));
    case 'heading':
    case 'label':
    case 'lead-in':
      return askedAbout(text.replace(NUMBERED, '').replace(/[:.]$/, ''));
    default:
      return [];
  }
}

/** Who asks, or which question it is: "Q:", "Q3.", "12)", "Jo F:", "Q (Radio 4):". */
const ASKER = /^(?:Q(?:uestion)?\s*\d*\s*(?:[.)–—-]|:)|\d+\s*[.)]|[\p{L}\p{N}_]{1,20}(?: \p{Lu}\p{L}{0,20})?(?: \([^)]*\))?:)\s*/iu;

/** A question line; one that begins in the middle goes on from another. */
function askedThere(text: string): Made[] {
  return /^["“'‘]?[\p{L}\p{N}]/u.test(text) ? [{ about: 'asked there', question: text.charAt(0).toUpperCase() + text.slice(1) }] : [];
}

/** Which of several it is: "3.2 ", "IV.", "b)". */
const NUMBERED = /^(?:§\s*|(?:Article|Section|Chapter|Part|Step) (?=\d))?(?:\d+(?:\.\d+)*[.)]?|(?:[IVXLC]+|\p{L})[.)])\s+/u;

/** A heading that is a question but for its mark: "How to apply", "Who can apply", "What's new". */
const ASKING =
  /^(?:(?:how|where|when|what|who|which) to|(?:who|what|which \p{L}+) (?:can|may|must|should|is|are|was|were|will|has)|how (?:do|does|can|is|are|much|many)|what happens|(?:what|who|where|when)['’]s|(?:can|may|must|do|does|is|are|should|will) (?:i|we|you|my|the|it|there))\b/iu;

/** "What we pay for", "When you must apply": the words need another order. */
const TOLD = /^(what|where|when|why|how(?: (?:long|often|far|much))?) (i|we|you|they) (\p{Ll}+(?:['’]t)?)\b(.*)$/iu;
const HELPING = /^(?:can|will|must|should|may|could|would|are|were|did|do)$|n['’]t$/;

/** Who wrote or said what is below, and when: "MoverMitch · Sat 21:31". */
const SPEAKER = /^([\p{L}\p{N}_. -]{2,30}?)\s*[·|,–—-]?\s*[[(]?(?:\p{Lu}\p{L}+\.?,? )?\d{1,2}[:.]\d\d/u;

/** A heading is asked about up to so many UTF-16 units. */
const LONGEST_TITLE = 45;

function askedAbout(text: string): Made[] {
  const words = wordsOf(text);
  if (text.length > LONGEST_TITLE || words.length === 0) return [];
  const [, speaker] = SPEAKER.exec(text) ?? [];
  if (speaker !== undefined) return wordsOf(speaker).every(isDay) ? [] : [{ about: 'who', question: `What did ${speaker} say?` }];
  if (/\?$/.test(text)) return askedThere(text);
  if (ASKING.test(text)) return [{ about: 'asked there', question: `${text}?` }];
  const [, w, who = '', verb = '', rest = ''] = TOLD.exec(text) ?? [];
  if (w !== undefined)
    return [{ about: 'asked there', question: `${w} ${HELPING.test(verb) ? `${verb} ${who}` : `do ${who} ${verb}`}${rest}?` }];
  if (words.some(isDay) && words.every((word) => isDay(word) || /^\d/.test(word.form)))
    return [{ about: 'when', question: `What happens on ${asNames(text)}?` }];
  const [name = text] = text.split(/ [·|–—] |, /);
  if (isPerson(wordsOf(name))) return [{ about: 'who', question: `Who ${/ (?:&|and) /.test(name) ? 'are' : 'is'} ${name}?` }];
  const says = words.some(({ form }) => /^\p{L}{3,}/u.test(form) && !STOP_WORDS.has(form));
  return says ? [{ about: 'titles', question: `What does it say about "${text}"?` }] : [];
}

/** Whether these may be the words of somebody's name: all of them with capital letters, and one that is no English word. */
function isPerson(words: readonly Word[]): boolean {
  const own = words.filter(({ text }) => !/^(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame)$/.test(text));
  return (
    words.length > 1 &&
    words.length < 5 &&
    words.every(({ text }) => /^\p{Lu}\p{Ll}/u.test(text)) &&
    own.some(({ form }) => !isEnglish(form))
  );
}

/** "FRIDAY 11 JULY" as it is written in a sentence. */
const asNames = (text: string) => text.replace(/\p{Lu}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());

const isDay = ({ form }: Word) => isDayOrMonth(form) || /^(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)$/.test(form);

/** What could be asked of a line that says something of what stands at its beginning: a term, a price, an event. */
export function askedOfLine(line: string): Made[] {
  const text = plain(line);
  const [, year] = /^(1[5-9]\d\d|20\d\d)\s*(?:[:–—|-]|\s)\s*\p{L}/u.exec(text) ?? [];
  if (year !== undefined) return [{ about: 'when', question: `What happened in ${year}?` }];
  const [, event] = EVENT.exec(text) ?? [];
  if (event !== undefined && !SHOUTED.test(event)) return [{ about: 'when', question: `When is "${event.trim()}"?` }];
  const [, key = '', mark = '', value = ''] = KEYED.exec(text) ?? [];
  const words = wordsOf(key);
  if (words.length === 0 || words.length > 5 || SHOUTED.test(key) || !/\p{L}{3}/u.test(key)) return [];
  if (words.some((word) => isDay(word) || CLAUSE.test(word.form)) || STOP_WORDS.has(words.at(-1)?.form ?? '')) return [];
  if (words.length === 1 && baseOf(words[0]?.form ?? '') !== undefined) return []; // "Signed: …"
  if (PRICE.test(value)) return [{ about: 'what', question: `What does "${key}" cost?` }];
  if (/^[–—-]$/.test(mark.trim()) && DEFINED.test(value)) return [{ about: 'what', question: `What does "${key}" mean?` }];
  if (datesIn(value)[0]?.span.start === 0 || CLOCK.test(value)) return [{ about: 'when', question: `When is "${key}"?` }];
  return [{ about: 'what', question: `What about "${key}"?` }];
}

/** "18:00  Opening; …", "Fri 17:00 – Opening talk – Great Hall". */
const EVENT =
  /^(?:\p{Lu}\p{L}+\.? )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?:\s*[–-]\s*\d{1,2}[:.]\d\d)?\s*[–—|:-]?\s*(\p{L}[^.;:(,|–—?!]{3,40}?)(?=\s*(?:$|[.;:(,|–—?!]))/u;

/** "Grant | up to 40", "Expected wait: three weeks", "Drone – a male": what it is about, what stands between, what it says. */
const KEYED = /^(\p{L}[^:|–—,.;?!()"“”]{1,38}?)(\s*:\s+|\s*\|\s*|\s+[–—-]\s+)(\S.*)$/u;

/** "CANCELLED": said of what follows. */
const SHOUTED = /^[^\p{Ll}]+$/u;

/** Such a word makes a clause of what it stands in. */
const CLAUSE =
  /^(?:i|we|you|he|she|it|its|they|this|that|there|if|when|before|after|because|is|are|was|were|has|have|had|do|does|did|not|anyone|nobody|for|but)$/;

const PRICE = /^(?:up to |from |max\.? |about )?(?:[€£$¥]\s?\d|\d[\d,.]*\s?(?:€|£|euros?\b|EUR\b|USD\b|francs?\b|pounds?\b|dollars?\b))/;
const CLOCK = /^(?:at |from )?\d{1,2}[:.]\d\d\b/;

/** How the meaning of a word begins. */
const DEFINED = /^(?:(?:an?|the|any|one|to|when) \S|\p{Ll}+,? \p{Ll})/u;

/** Without the marks of Markdown. */
const plain = (text: string) =>
  text
    .replace(/\*\*|__|`|^#+\s*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
