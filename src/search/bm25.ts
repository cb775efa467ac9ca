import { type ArticleIndex, timesIn, weightOf } from './article-index.ts';

/** How soon a word that comes again stops counting, and how much a sentence's length counts. */
const K1 = 1.2;
const B = 0.75;

/** What each sentence has of some stems: BM25 (Robertson and Zaragoza 2009), by the sentence's number, counting from 0; 0 where it has none of them. */
export function bm25(index: ArticleIndex, stems: Iterable<string>): Float64Array {
  const scores = new Float64Array(index.sentences.length);
  for (const stem of new Set(stems)) {
    const weight = weightOf(index, stem);
    for (const at of index.postings.get(stem) ?? []) {
      const times = timesIn(index, at, stem);
      const length = (index.sentences[at]?.words.length ?? 0) / index.meanLength;
      scores[at] = (scores[at] ?? 0) + (weight * times * (K1 + 1)) / (times + K1 * (1 - B + B * length));
    }
  }
  return scores;
}

/** The same as a share, 0 to 1, of the most that BM25 could give for these stems. */
export function bm25Share(index: ArticleIndex, stems: readonly string[]): Float64Array {
  const most = [...new Set(stems)].reduce((sum, stem) => sum + weightOf(index, stem) * (K1 + 1), 0);
  return bm25(index, stems).map((score) => score / (most || 1));
}
