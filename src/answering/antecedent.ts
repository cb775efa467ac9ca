import { quote } from '../article/article.ts';
import type { Kind } from '../document/block.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import type { Word } from '../search/words.ts';
import { type Run, SPEECH, somebodyIn, spanOf } from './names.ts';

/** So many sentences back somebody may have been named whom a pronoun means, and so many further back they may have been introduced. */
const FAR = 6;
const INTRODUCED = 30;

/** A name begins among so many words of a sentence if it is what that is about. */
const SUBJECT = 6;

/**
 * A sentence by its number, with those before it that it needs: where it begins with a pronoun, the one that says who or what is meant.
 * Undefined where that can't be told.
 */
export function withAntecedents(index: ArticleIndex, at: number): number[] | undefined {
  const needed = [at];
  for (let from = at; ; ) {
    const pronoun = pronounOf(textOf(index, from));
    if (pronoun === undefined || isFirst(index, from)) return needed;
    const before = SOMEBODY.test(pronoun) ? whereNamed(index, from, pronoun) : sentenceBefore(index, from);
    if (before === undefined) return undefined;
    needed.push(before);
    from = before;
  }
}

/** Whether a sentence begins with a word for something that was named before it. */
export const opensWithPronoun = (text: string) => pronounOf(text) !== undefined;

function pronounOf(text: string): string | undefined {
  return /^["“'‘(]?(he|she|it|they|this|these|that|those|his|her|their|its)\b/i.exec(text)?.[1]?.toLowerCase();
}

const SOMEBODY = /^(?:he|she|his|her)$/;

/** Whether nothing comes before it that it could go on from. */
function isFirst({ article: { sentences } }: ArticleIndex, at: number): boolean {
  const first = sentences.findIndex(({ answers }) => answers);
  return first < 0 || first >= at;
}

/** What may stand between a sentence and the one that it goes on from. */
const BETWEEN: ReadonlySet<Kind> = new Set<Kind>(['caption', 'reference', 'byline']);

const PROSE: ReadonlySet<Kind> = new Set<Kind>(['paragraph', 'quotation']);

/** The sentence that another goes on from: the one before it, of the same item or in prose, unless a heading or the like parts them. */
function sentenceBefore({ article: { sentences, blocks } }: ArticleIndex, at: number): number | undefined {
  const kindOf = (i: number) => blocks[sentences[i]?.block ?? -1]?.kind ?? 'separator';
  let before = at - 1;
  while (BETWEEN.has(kindOf(before))) before--;
  return sentences[before]?.block === sentences[at]?.block || PROSE.has(kindOf(before)) ? before : undefined;
}

/**
 * Where somebody is named whom "he" or "she" means: in the nearest sentence before that is about somebody by name. Where it has the last name
 * alone, the sentence that says the whole one, if nobody else is named since.
 */
function whereNamed(index: ArticleIndex, at: number, pronoun: string): number | undefined {
  const near = earlier(index, at, FAR).find((before) => !isSame(pronoun, before, index) && subjectOf(index, before) !== undefined);
  const name = near === undefined ? undefined : subjectOf(index, near);
  if (near === undefined || name === undefined || /\s/.test(name)) return near;
  for (const before of earlier(index, near, INTRODUCED)) {
    const other = subjectOf(index, before);
    if (other?.endsWith(` ${name}`)) return before;
    if (other !== undefined && other !== name) return near;
  }
  return near;
}

/** The sentences before one that may be quoted, the nearest first. */
function earlier({ article: { sentences } }: ArticleIndex, at: number, most: number): number[] {
  const before = sentences.slice(Math.max(0, at - most), at);
  return before.flatMap(({ index, answers }) => (answers ? index : [])).reverse();
}

/** Whether a sentence is about the same person, only named as little: "She … She …". */
function isSame(pronoun: string, before: number, index: ArticleIndex): boolean {
  const other = pronounOf(textOf(index, before));
  return other !== undefined && isHis(pronoun) === isHis(other) && SOMEBODY.test(other);
}

const isHis = (pronoun: string) => pronoun.startsWith('hi') || pronoun === 'he';

/** The name of somebody whom a sentence is about: it stands near the beginning, or who says something has it. */
function subjectOf(index: ArticleIndex, at: number): string | undefined {
  const [words, text] = [index.sentences[at]?.words ?? [], textOf(index, at)];
  const found = somebodyIn(index, words, text).find((run) => run.from < SUBJECT || speaks(words, run));
  if (!found) return undefined;
  const { start, end } = spanOf(words, found);
  return text.slice(start, end);
}

/** Whether a verb of speech stands beside a name. */
function speaks(words: readonly Word[], { from, to }: Run): boolean {
  return [words[from - 1], words[to]].some((word) => word !== undefined && SPEECH.has(word.stem));
}

const textOf = (index: ArticleIndex, at: number) => quote(index.article, at).text;
