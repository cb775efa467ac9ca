import type { ArticleIndex } from './article-index.ts';
import { isEnglish } from './english.ts';
import { spelledOut } from './shorthand.ts';
import { withoutPoliteness } from './small-talk.ts';
import { corrected, matching, nearest } from './spelling.ts';
import { wordsOf } from './words.ts';

/** Words that a question may have or leave out and still ask the same. Not those that turn it round: not, before, from, will. */
const EMPTY: ReadonlySet<string> = new Set(
  `a an the do does did is are was were be been being am has have had of in on at for about this that there then please exactly precisely
  tell me us article text say says according`.split(/\s+/),
);

/** A W that is written together with its verb: what's. */
const TOGETHER = /^(who|what|when|where|why|how)(?:s|d|re)$/;

/** A verb that is written together with its "not". */
const NOT = /^(?:did|does|do|is|are|was|were|has|have|had|ca|could|would|should|wo)nt$/;

interface Gist {
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
  return wordsOf(withoutPoliteness(spelledOut(text))).flatMap((word): Gist[] => {
    const form = word.form.replace(TOGETHER, '$1').replace(/^whom$/, 'who');
    if (EMPTY.has(form)) return [];
    if (NOT.test(form)) return [{ form: 'not', stem: 'not' }];
    return wordsOf(corrected(index, word) ?? form).slice(0, 1);
  });
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
  return misspelt(a.form, b.form) || misspelt(b.form, a.form);
}

/** The one of the questions that asks the same as this; of two, the one that is more alike. */
export function sameAs(index: ArticleIndex, text: string, questions: readonly string[]): string | undefined {
  return matching(text, questions).find((question) => isSameQuestion(index, text, question));
}
