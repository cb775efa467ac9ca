import { STOP_WORDS, wordsOf } from '../src/answering/words.ts';

/** The formula's usual values (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

export interface Hit {
  readonly at: number;
  readonly score: number;
}

/** Plain BM25 over stems, stop words left out; what it returns looks a question up. */
export function indexForBm25(sentences: readonly string[]): (question: string) => Hit[] {
  const postings = new Map<string, Map<number, number>>();
  const lengths = sentences.map((sentence, at) => {
    const stems = stemsOf(sentence);
    for (const stem of stems) {
      const posting = postings.get(stem) ?? new Map<number, number>();
      posting.set(at, (posting.get(at) ?? 0) + 1);
      postings.set(stem, posting);
    }
    return stems.length;
  });
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return (question) => {
    const scores = new Map<number, number>();
    for (const stem of new Set(stemsOf(question))) {
      const posting = postings.get(stem);
      if (!posting) continue;
      const idf = Math.log(1 + (lengths.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [at, tf] of posting) {
        const norm = K1 * (1 - B + (B * (lengths[at] ?? 0)) / meanLength);
        scores.set(at, (scores.get(at) ?? 0) + (idf * tf * (K1 + 1)) / (tf + norm));
      }
    }
    return Array.from(scores, ([at, score]) => ({ at, score })).sort((a, b) => b.score - a.score || a.at - b.at);
  };
}

function stemsOf(text: string): string[] {
  return wordsOf(text).flatMap(({ form, stem }) => (STOP_WORDS.has(form) ? [] : stem));
}
