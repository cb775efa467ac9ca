import { readArticle } from '../src/article/article.ts';
import { readArticleFile } from '../src/article/files.ts';
import { MODEL } from '../src/reading/model.ts';
import { readVocabulary } from '../src/reading/vocabulary.ts';
import { type ArticleIndex, indexArticle } from '../src/search/article-index.ts';

const words = readVocabulary(MODEL);
const knows = (word: string) => words.has(word);

/** A text by its words. */
export const of = (text: string): ArticleIndex => indexArticle(readArticle({ title: '' }, text), knows);

const file = readArticleFile('content/aleppo-2012.txt');
if (file.kind !== 'article') throw new Error(`the shipped article is ${file.kind}`);

/** The article that ships. */
export const aleppo = indexArticle(file.article, knows);
