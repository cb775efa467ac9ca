import type { ArticleIndex } from './article-index.ts';
import { isEnglish } from './english.ts';
import { spelledOut } from './shorthand.ts';
import { withoutPoliteness } from './small-talk.ts';
import { corrected, matching, nearest } from './spelling.ts';
import { wordsOf } from './words.ts';

/** Words that a question may have or leave out and still ask the same. Not those that turn it round: not, before, from, for, will. */
const EMPTY: ReadonlySet<string> = new Set('a an the of in on at then please exactly precisely'.split(' '));

/** Verbs that help another one, in front of what does it: "when did they …". Elsewhere they may be the verb itself: "what did they do". */
const HELPING = /^(?:do|does|did)$/;

/** "Who is that" and "who was that" may differ; "how many were hurt" and "how many are hurt" hardly. */
const BEING = /^(?:is|are|was|were|be|been|being)$/;

/** A W that is written together with its verb: what's. */
const TOGETHER = /^(who|what|when|where|why|how)s$/;

/** A verb that is written together with its "not". */
const NOT = /^(?:did|does|do|is|are|was|were|has|have|had|ca|could|would|should|wo)nt$/;

interface Gist {
  readonly typed: string;
  /** As it is read: its spelling may have been corrected. */
  readonly form: string;
  readonly stem: string;
}

/** What a question asks, in words that tell it from others, in their order: "When did the clashes begin?" is when, clash, begin. */
function gistOf(index: ArticleIndex, text: string): readonly Gist[] {
  const known = gists.get(index) ?? new Map<string, readonly Gist[]>();
  gists.set(index, known);
  const gist = known.get(text) ?? readGist(index, text);
  if (known.size >= GISTS_KEPT) known.clear();
  known.set(text, gist);
  return gist;
}

/** The same questions are compared again and again. */
const gists = new WeakMap<ArticleIndex, Map<string, readonly Gist[]>>();
const GISTS_KEPT = 5000;

function readGist(index: ArticleIndex, text: string): readonly Gist[] {
  const words = wordsOf(withoutPoliteness(spelledOut(text)));
  return words.flatMap((word, i): Gist[] => {
    const together = TOGETHER.exec(word.form)?.[1];
    if (together) return [together, 'is'].map((form) => ({ typed: form, form, stem: form }));
    const form = smallWord(word.form.replace(/^whom$/, 'who'));
    if (EMPTY.has(form) || (HELPING.test(form) && i < 2) || (BEING.test(form) && i > 1)) return [];
    if (NOT.test(form)) return [{ typed: form, form: 'not', stem: 'not' }];
    const [read = word] = wordsOf(form === word.form ? (corrected(index, word) ?? form) : form);
    return [{ typed: word.form, form: read.form, stem: read.stem }];
  });
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
  const [a, b] = [gistOf(index, one), gistOf(index, other)];
  return a.length === b.length && a.length > 0 && a.every((word, i) => isSameWord(word, b[i] ?? word));
}

/** Whether one is the other, or a misspelling of it: a word of its own is none. */
function isSameWord(a: Gist, b: Gist): boolean {
  if (a.stem === b.stem) return true;
  const misspelt = (wrong: string, right: string) =>
    /^\p{L}{4,}$/u.test(wrong) && !isEnglish(wrong) && nearest(wrong, [right]) !== undefined;
  return misspelt(a.typed, b.form) || misspelt(b.typed, a.form);
}

/** The one of the questions that asks the same as this; of two, the one that is more alike. */
export function sameAs(index: ArticleIndex, text: string, questions: readonly string[]): string | undefined {
  return matching(text, questions).find((question) => isSameQuestion(index, text, question));
}
