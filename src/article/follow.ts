import { isDeepStrictEqual } from 'node:util';
import { stampOf } from '../formats/open-file.ts';
import type { Article } from './article.ts';
import { type ArticleFile, readArticleFile } from './files.ts';

/** A file that an article was read from, and what tells that state of it from others. */
export interface Origin {
  readonly file: string;
  readonly stamp: string;
}

/** Looks whether the file of an article has been written since it was looked at last: then it is read again. @returns undefined where its text is the same */
export type Follow = () => Promise<ArticleFile | undefined>;

/** @param rests whether the file is read only when two looks have found it in the same state: who looks often would see what is half written */
export function follow(article: Article, { file, stamp }: Origin, rests = false): Follow {
  let [known, seen, last] = [article, stamp, stamp];
  return async () => {
    const now = await stampOf(file);
    const isMoving = rests && now !== last;
    last = now;
    if (now === seen || isMoving) return undefined;
    const read = await readArticleFile(file);
    seen = read.kind === 'article' ? read.stamp : now;
    if (read.kind !== 'article') return read;
    const isSame = read.article.text === known.text && isDeepStrictEqual(read.article.about, known.about);
    known = read.article;
    return isSame ? undefined : read;
  };
}
