import type { OpenArticle } from './open-article.ts';

export async function* suggestions(_open: OpenArticle, _most: number): AsyncGenerator<string> {}
