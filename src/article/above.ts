import type { Block } from '../document/block.ts';
import type { Article } from './article.ts';

/** The blocks that a block stands under, the nearest first: by their numbers. @param at the block's number, counting from 0 */
export function above({ under }: Article, at: number): number[] {
  const found: number[] = [];
  for (let next = under[at]; next !== undefined; next = under[next]) found.push(next);
  return found;
}

/** For each sentence that may be quoted, the ones that it stands under: a heading, a question. By their numbers, counting from 0. */
export function sentencesAbove(article: Article): ReadonlyMap<number, readonly number[]> {
  const lines = new Map(article.sentences.flatMap(({ block, index, answers }) => (answers ? [] : [[block, index] as const])));
  const quotable = article.sentences.filter(({ answers }) => answers);
  return new Map(quotable.map(({ index, block }) => [index, above(article, block).flatMap((one) => lines.get(one) ?? [])]));
}

/** A line that a sentence stands under, as it is written there. */
export interface Above {
  readonly kind: Block['kind'];
  readonly text: string;
}

/** The lines that a sentence stands under, the nearest last. @param at the sentence's number, counting from 0 */
export function linesAbove(article: Article, at: number): Above[] {
  const block = article.sentences[at]?.block ?? -1;
  return above(article, block)
    .reverse()
    .flatMap((one) => {
      const { kind, content } = article.blocks[one] ?? {};
      return kind && content ? { kind, text: article.text.slice(content.start, content.end) } : [];
    });
}
