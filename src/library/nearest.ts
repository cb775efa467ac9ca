import { readQuestion } from '../answering/question.ts';
import type { Asked } from '../conversation/conversations.ts';
import type { Desk } from '../desk.ts';
import { wordsOf } from '../search/words.ts';

/** So many texts are asked at most: those that have most of the question's words. */
export const ASKED = 3;

/** What a neighbouring sentence's words count for, beside the sentence's own. */
const BESIDE = 0.5;

/**
 * The texts that have most of a question's words, close together, the likeliest first: at most `most`, and no more than cost `most` times as much to read as the first. The fewer texts have a word, the more it counts:
 * ln(1 + (N − n + ½) / (n + ½)), where n of N texts have it (BM25's inverse document frequency, Robertson and Zaragoza 2009).
 */
export function nearestOf(desks: readonly Desk[], { text, asks }: Asked, most: number): readonly Desk[] {
  if (desks.length <= most) return desks;
  const wanted = desks.map(({ opened }) => {
    const read = readQuestion(opened.index, text, asks);
    return new Set(read.kind === 'question' ? read.question.words.map(({ stem }) => stem) : []);
  });
  const titles = desks.map(({ article }) => new Set(wordsOf(article.about.title).map(({ stem }) => stem)));
  const has = (at: number, stem: string) => titles[at]?.has(stem) || (desks[at]?.opened.index.postings.has(stem) ?? false);
  const weights = new Map<string, number>();
  for (const stem of new Set(wanted.flatMap((stems) => [...stems]))) {
    const n = desks.filter((_, at) => has(at, stem)).length;
    weights.set(stem, Math.log(1 + (desks.length - n + 0.5) / (n + 0.5)));
  }
  const scored = desks.map((desk, at) => ({ desk, score: scoreOf(desk, wanted[at] ?? new Set(), titles[at] ?? new Set(), weights) }));
  const ranked = scored.sort((a, b) => b.score - a.score).map(({ desk }) => desk);
  return affordable(ranked.slice(0, most));
}

/** At most this many UTF-16 units of a text are read for a question: of a longer one, the places that have its words. */
const READ = 20_000;

/** Of texts, the likeliest first, those that together cost no more to read than as many copies of the first. */
function affordable(desks: readonly Desk[]): readonly Desk[] {
  const costOf = ({ article }: Desk) => Math.min(article.text.length, READ);
  const [first] = desks;
  let left = first ? costOf(first) * desks.length : 0;
  return desks.filter((desk) => {
    left -= costOf(desk);
    return left >= 0;
  });
}

/** How much of the stems the best sentence has, together with its neighbours and the title. */
function scoreOf(
  { opened: { index } }: Desk,
  stems: ReadonlySet<string>,
  title: ReadonlySet<string>,
  weights: ReadonlyMap<string, number>,
): number {
  const scores = new Map<number, number>();
  let named = 0;
  for (const stem of stems) {
    const weight = weights.get(stem) ?? 0;
    if (title.has(stem)) named += weight;
    for (const at of index.postings.get(stem) ?? [])
      for (const [near, share] of [
        [at - 1, BESIDE],
        [at, 1],
        [at + 1, BESIDE],
      ] as const)
        scores.set(near, (scores.get(near) ?? 0) + weight * share);
  }
  return Math.max(0, ...scores.values()) + named;
}
