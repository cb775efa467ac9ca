import type { About } from '../document/about.ts';
import { answers, type Block } from '../document/block.ts';
import { classify } from '../document/classify.ts';
import { readLines } from '../document/lines.ts';
import { outline } from '../document/outline.ts';
import type { Span } from '../document/span.ts';
import { looksLikeMarkdown, readMarkdown } from '../formats/markdown.ts';
import { type Language, languageOf } from './language.ts';
import { sentencesOf } from './sentences.ts';

/**
 * A sentence, a list item or a table row, and its place. `paragraph` and `sentence` (in its paragraph) count from 1,
 * `index` (in the article) and `block` (of the article's blocks) from 0.
 */
export interface Sentence extends Span {
  readonly index: number;
  readonly block: number;
  readonly paragraph: number;
  readonly sentence: number;
  /** Whether it may be quoted as an answer: a heading or a caption may not. */
  readonly answers: boolean;
}

/** A text and the sentences found in it. All offsets are UTF-16 units into `text`, which is what follows a BOM and the front matter. */
export interface Article {
  readonly about: About;
  readonly text: string;
  readonly language: Language;
  readonly blocks: readonly Block[];
  /** For each block the number of the one that it stands under: see `outline`. */
  readonly under: readonly (number | undefined)[];
  readonly sentences: readonly Sentence[];
}

declare const made: unique symbol;

/** One whole sentence, character for character: `article.text.slice(start, end) === text`. Nobody but `quote` can make one. */
export interface Quote extends Sentence {
  readonly text: string;
  readonly [made]: true;
}

/** @param blocks of the text; without them it is read as plain text or Markdown, whichever it is */
export function readArticle(about: About, text: string, blocks: readonly Block[] = blocksOf(text)): Article {
  return fromBlocks(about, text, classify(text, blocks));
}

/** @param known the text's blocks, as an article has them */
export function fromBlocks(about: About, text: string, known: readonly Block[]): Article {
  const language = languageOf(text);
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const [at, block] of known.entries()) {
    const spans = whole(block) ? [block.content] : sentencesOf(text, block.content, language);
    if (answers(block) || block.kind === 'lead-in') paragraph += 1; // a heading is no paragraph
    for (const [k, { start, end }] of spans.entries()) {
      if (start === end) continue;
      const index = sentences.length;
      sentences.push({ start, end, index, block: at, paragraph: Math.max(1, paragraph), sentence: k + 1, answers: answers(block) });
    }
  }
  return { about, text, language, blocks: known, under: outline(text, known), sentences };
}

function blocksOf(text: string): readonly Block[] {
  return looksLikeMarkdown(text) ? readMarkdown(text) : readLines(text, { start: 0, end: text.length });
}

/** An item of a list is quoted whole up to this many UTF-16 units; in a longer one, sentences are found. */
const WHOLE_ITEM = 160;

/** Whether a block is one quote, however many sentences are in it. */
function whole({ kind, content }: Block): boolean {
  switch (kind) {
    case 'paragraph':
    case 'quotation':
    case 'caption':
    case 'byline':
    case 'reference':
      return false;
    case 'item':
      return content.end - content.start <= WHOLE_ITEM;
    default:
      return true;
  }
}

/**
 * The only place where a quote is made.
 * @param index a sentence of the article, counting from 0
 * @throws RangeError where the article has no such sentence
 */
export function quote(article: Article, index: number): Quote {
  const found = article.sentences[index];
  if (!found) throw new RangeError(`no sentence ${index}: the article has ${article.sentences.length}`);
  return { text: article.text.slice(found.start, found.end), ...found } as Quote;
}
