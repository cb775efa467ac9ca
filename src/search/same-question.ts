import { type ArticleIndex, isCapital } from './article-index.ts';
import { isEnglish } from './english.ts';
import { withoutPoliteness } from './politeness.ts';
import { spelledOut } from './shorthand.ts';
import { corrected, isKnown, nearest } from './spelling.ts';
import { type Word, wordsOf } from './words.ts';

/** Words that a question may have or leave out and still ask the same. Not those that turn it round: not, before, from, for, will. */
const EMPTY: ReadonlySet<string> = new Set('a an the of in on at then please exactly precisely'.split(' '));

/** What may stand in front of a question, and behind it. */
const BEFORE = /^(?:and|so|but|ok|okay|well)$/;
const BEHIND = /^(?:thanks|please|pls)$/;

/** Verbs that help another one, at a question's beginning: "when did they …". Elsewhere they may be the verb itself: "what did they do". */
const HELPING = /^(?:do|does|did)$/;

/** At a question's beginning, "who is" and "who was" may differ; elsewhere, "how many are hurt" and "how many were hurt" hardly. */
const BEING = /^(?:is|are|was|were|be|been|being)$/;

/** A W that is written together with its verb: what's. */
const TOGETHER = /^(who|what|when|where|why|how)s$/;

/** A verb that is written together with its "not". */
const NOT = /^(did|does|do|is|are|was|were|has|have|had|ca|could|would|should|wo)nt$/;
const WITHOUT_NOT: Readonly<Record<string, string>> = { ca: 'can', wo: 'will' };

/** A question of more words is like no other. */
const WORDS = 40;

/** A word of a question. */
interface Gist {
  readonly typed: string;
  readonly stem: string;
  /** Whether it is written as a name. */
  readonly name: boolean;
}

/** What a question asks, in words that tell it from others, in their order: "When did the clashes begin?" is when, clash, begin. */
function gistOf(index: ArticleIndex, text: string): readonly Gist[] {
  const known = gists.get(index) ?? new Map<string, readonly Gist[]>();
  gists.set(index, known);
  const kept = known.get(text);
  if (kept) return kept;
  if (known.size >= GISTS_KEPT) known.clear();
  const gist = readGist(index, text);
  known.set(text, gist);
  return gist;
}

/** The same questions are compared again and again. */
const gists = new WeakMap<ArticleIndex, Map<string, readonly Gist[]>>();
const GISTS_KEPT = 5000;

function readGist(index: ArticleIndex, text: string): readonly Gist[] {
  return tellingWords(text).flatMap((word, i): Gist[] => {
    const { form } = word;
    const as = (...forms: string[]) => forms.map((one) => ({ typed: one, stem: one, name: false }));
    if (HELPING.test(form) && i < 2) return [];
    if (BEING.test(form)) return as(i < 2 ? form : 'be');
    const together = TOGETHER.exec(form)?.[1];
    if (together) return as(together, 'is');
    const [, verb] = NOT.exec(form) ?? [];
    if (verb !== undefined) return HELPING.test(verb) ? as('not') : as(WITHOUT_NOT[verb] ?? verb, 'not');
    if (i > 0 && isCapital(word.text) && !isEnglish(form)) {
      const typed = /['’]s$/.test(word.text) ? form.slice(0, -1) : form; // Syria's
      return [{ typed, stem: typed, name: true }];
    }
    const [read = word] = wordsOf(corrected(index, word) ?? form);
    return [{ typed: form, stem: read.stem, name: false }];
  });
}

/** A question's words, slips of small ones mended, without those that may be there or not: "who is in Homs" is not "who is Homs". */
function tellingWords(text: string): Word[] {
  const all = wordsOf(withoutPoliteness(spelledOut(text)));
  if (all.length > WORDS) return [];
  const words = all.map((word) => ({ ...word, form: smallWord(word.form.replace(/^whom$/, 'who')) }));
  const first = words.findIndex(({ form }) => !BEFORE.test(form));
  const own = words.slice(Math.max(0, first)).filter(({ form }, i, all) => !(i === all.length - 1 && BEHIND.test(form)));
  return own.filter(({ form }, i) => !EMPTY.has(form) || BEING.test(own[i - 1]?.form ?? ''));
}

const SMALL = ['who', 'what', 'when', 'where', 'why', 'how', 'did', 'does', 'was', 'were', ...EMPTY];

/** The small word that a short one is a slip of, which has its letters in another order or lacks one: teh, whn. */
function smallWord(form: string): string {
  if (form.length > 4 || isEnglish(form) || !/^[a-z]+$/.test(form)) return form;
  const letters = (word: string) => [...word].sort().join('');
  const lacksOne = (word: string) => [...word].some((_, i) => word.slice(0, i) + word.slice(i + 1) === form);
  return SMALL.find((word) => letters(word) === letters(form)) ?? SMALL.find((word) => word.length > 3 && lacksOne(word)) ?? form;
}

/** Whether two questions ask the same, but for typing mistakes and small words: neither another word nor another order of them is let pass. */
export function isSameQuestion(index: ArticleIndex, one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [gistOf(index, one), gistOf(index, other)];
  return a.length === b.length && a.length > 0 && a.every((word, i) => isSameWord(index, word, b[i] ?? word));
}

/** What questions that ask the same have in common, but for mistakes in words that nobody knows. */
export function keyOf(index: ArticleIndex, question: string): string {
  const gist = gistOf(index, question).map(({ stem }) => stem);
  return gist.length > 0 ? gist.join(' ') : question;
}

/** Whether one is the other, or a misspelling of it. Names are only alike where a letter is doubled in one of them: Iran is not Iraq. */
function isSameWord(index: ArticleIndex, a: Gist, b: Gist): boolean {
  if (a.typed === b.typed) return true;
  const single = ({ typed }: Gist) => typed.replace(/(\p{L})\1/gu, '$1');
  const words = !a.name && !b.name && isEnglish(a.typed) && isEnglish(b.typed); // dinner is not diner
  if (!words && single(a) === single(b)) return true;
  if (a.name || b.name) return false;
  return a.stem === b.stem || isMisspelt(index, a.typed, b.typed) || isMisspelt(index, b.typed, a.typed);
}

/** Whether a word that is none, here or elsewhere, can be meant for one that is. */
function isMisspelt(index: ArticleIndex, wrong: string, right: string): boolean {
  const isThere = (form: string) => index.forms.has(form) || isKnown(index, form);
  return /^\p{L}{4,}$/u.test(wrong) && !isThere(wrong) && isThere(right) && nearest(wrong, [right]) !== undefined;
}
