import { type ArticleIndex, indexArticle } from '../../src/answering/article-index.ts';
import { readArticle } from '../../src/article/article.ts';
import { readArticleFile } from '../../src/article/files.ts';

/** A text as the ranking reads it. */
export const of = (text: string): ArticleIndex => indexArticle(readArticle({ title: '' }, text));

const file = readArticleFile('content/aleppo-2012.txt');
if (file.kind !== 'article') throw new Error(`the shipped article is ${file.kind}`);

/** The article that ships. */
export const aleppo = indexArticle(file.article);
