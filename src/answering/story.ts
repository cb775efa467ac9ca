import type { Span } from '../article/span.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import type { FourW } from './asks.ts';
export function rankStory(index: ArticleIndex, _asks: FourW): { at: number; score: number; phrase?: Span }[] {
  return index.sentences.slice(0, 40).map((_, at) => ({ at, score: 1 / (1 + at) }));
}
