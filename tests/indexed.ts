import { readArticle } from '../src/article/article.ts';
import { readArticleFile } from '../src/article/files.ts';
import type { Block, Kind } from '../src/document/block.ts';
import { MODEL } from '../src/reading/model.ts';
import { readVocabulary } from '../src/reading/vocabulary.ts';
import { type ArticleIndex, indexArticle } from '../src/search/article-index.ts';

const words = readVocabulary(MODEL);
const knows = (word: string) => words.has(word);

/** A text by its words. */
export const of = (text: string): ArticleIndex => indexArticle(readArticle({ title: '' }, text), knows);

/** A text whose lines are blocks, each of the kind that stands in front of it: "heading: ## Ferries". Bullets and the like are outside of their content. */
export function marked(...lines: readonly string[]): ArticleIndex {
  const blocks: Block[] = [];
  let text = '';
  for (const line of lines) {
    const [, kind = '', content = ''] = /^([a-z-]+): (.*)$/s.exec(line) ?? [];
    const span = { start: text.length, end: text.length + content.length };
    const inside = { ...span, start: span.start + (/^(?:[-#|*]+ )?/.exec(content)?.[0].length ?? 0) };
    blocks.push({ ...span, kind: kind as Kind, content: inside, ...(kind === 'heading' && { level: 2 }) });
    text += `${content}\n\n`;
  }
  return indexArticle(readArticle({ title: '' }, text, blocks), knows);
}

const file = await readArticleFile('content/aleppo-2012.txt');
if (file.kind !== 'article') throw new Error(`the shipped article is ${file.kind}`);

/** The article that ships. */
export const aleppo = indexArticle(file.article, knows);
