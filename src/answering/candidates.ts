import { above } from '../article/above.ts';
import { type Article, quote } from '../article/article.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import { askedOfLine, askedOfTitle } from './ask-of-lines.ts';
import { askedOfSentence } from './ask-of-sentences.ts';
import { askedOfWords } from './ask-of-words.ts';
import { type Candidate, type Made, SUBJECTS } from './candidate.ts';

/** Questions are made of at most this many sentences, from the first, so that the longest article costs no more. */
const SENTENCES = 300;

/** A question is at most this many UTF-16 units long: whoever chooses one reads many. */
const LONGEST = 80;

/** There are no more questions about titles, and about what lines say of things: they are all alike. */
const ALIKE = 12;

/** Where there are fewer, they are also made of single words. */
const FEW = 10;

/**
 * What could be asked of a text, each once, by turns about what it asks itself, people, places, times and things, in its order. They are made so that
 * they are English whatever the text is; whether it answers them is another matter.
 */
export function candidates(index: ArticleIndex): Candidate[] {
  const { article } = index;
  const lists = new Map(SUBJECTS.map((about) => [about, new Map<string, readonly number[]>()]));
  const add = ({ about, question }: Made, answers: readonly number[]) => {
    const list = lists.get(about);
    const isFull = (about === 'what' || about === 'titles') && list?.size === ALIKE;
    if (question.length <= LONGEST && !isFull && !list?.has(question)) list?.set(question, answers);
  };
  for (const [at, below] of sentencesBelow(article)) for (const one of askedOfTitle(index, at)) add(one, below);
  for (const sentence of article.sentences.slice(0, SENTENCES))
    if (sentence.answers) for (const one of askedOf(index, sentence.index)) add(one, [sentence.index]);
  const made = Array.from(lists.values(), (list) => Array.from(list, ([question, answers]) => ({ question, answers })));
  const byTurns = Array.from({ length: Math.max(...made.map(({ length }) => length)) }, (_, turn) =>
    made.flatMap((list) => list[turn] ?? []),
  ).flat();
  return [...byTurns, ...askedOfWords(index).slice(0, Math.max(0, FEW - byTurns.length))];
}

/** For each block that others stand under, the sentences in these that may be quoted. */
function sentencesBelow(article: Article): Map<number, number[]> {
  const below = new Map<number, number[]>();
  for (const { index, block, answers } of article.sentences.slice(0, SENTENCES))
    for (const at of answers ? above(article, block) : []) below.set(at, [...(below.get(at) ?? []), index]);
  return below;
}

/** A paragraph up to so many UTF-16 units may be a line that says something of what stands at its beginning. */
const LINE = 120;

function askedOf(index: ArticleIndex, at: number): Made[] {
  const { sentences, blocks } = index.article;
  const text = quote(index.article, at).text;
  const { block = 0, sentence = 1 } = sentences[at] ?? {};
  const kind = blocks[block]?.kind;
  const isLine = sentence === 1 && (kind === 'item' || kind === 'row' || text.length <= LINE);
  const made = isLine ? askedOfLine(text) : [];
  return made.length > 0 ? made : askedOfSentence(index, at);
}
