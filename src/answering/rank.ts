import type { ArticleIndex } from './article-index.ts';
import { besideQuestion, type Candidate } from './candidate.ts';
import { FEATURE_NAMES, FEATURES, type FeatureName } from './features.ts';
import { FOLLOW_UP_FEATURES, type FollowUpFeatureName } from './follow-up-features.ts';
import type { Question } from './question.ts';
import { WEIGHTS } from './weights.ts';

/** A sentence that may answer. Its score is the sum of the reasons. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
}

/** At most this many sentences are looked at closely. */
const CANDIDATES = 40;

/** So many sentences before and after the last quote are looked at, before others that have this much of a question's words. */
const AROUND = 5;
const NEAR = 4;

/** What a feature added to a sentence's score. */
export interface Reason {
  readonly name: FeatureName | FollowUpFeatureName;
  readonly points: number;
}

/** The sentences that may answer, best first, the earlier of two equal ones first; at least three where the article has three. */
export function rank(index: ArticleIndex, question: Question): Ranked[] {
  const weights = weightsFor(question);
  const counting = FEATURE_NAMES.map((name) => ({ feature: FEATURES[name], weight: weights[name] ?? 0 })).filter(
    ({ weight }) => weight !== 0,
  );
  const ranked = candidatesFor(index, question).map((candidate): Ranked => {
    let score = 0;
    for (const { feature, weight } of counting) score += weight * feature(candidate);
    for (const { points } of followUpPoints(candidate)) score += points;
    return { candidate, score };
  });
  return ranked.sort((a, b) => b.score - a.score || a.candidate.at - b.candidate.at);
}

export function valuesOf(candidate: Candidate): Record<FeatureName, number> {
  return Object.fromEntries(FEATURE_NAMES.map((name) => [name, FEATURES[name](candidate)])) as Record<FeatureName, number>;
}

/** What added to a sentence's score, the most first. */
export function reasonsFor({ candidate }: Ranked): Reason[] {
  const weights = weightsFor(candidate.question);
  const values = valuesOf(candidate);
  const reasons: Reason[] = FEATURE_NAMES.map((name) => ({ name, points: (weights[name] ?? 0) * values[name] }));
  return [...reasons, ...followUpPoints(candidate)].filter(({ points }) => Math.abs(points) >= 0.01).sort((a, b) => b.points - a.points);
}

function weightsFor({ terms, follows }: Question): Partial<Record<FeatureName, number>> {
  return terms.length > 0 || follows ? WEIGHTS.question : WEIGHTS.story;
}

function followUpPoints(candidate: Candidate): Reason[] {
  if (!candidate.question.follows) return [];
  const names = Object.keys(FOLLOW_UP_FEATURES) as FollowUpFeatureName[];
  return names.map((name) => ({ name, points: WEIGHTS.followUp[name] * FOLLOW_UP_FEATURES[name](candidate) }));
}

/** The sentences that have most of the question's words, those behind them, those around the last quote, and the article's first. */
export function candidatesFor(index: ArticleIndex, question: Question): Candidate[] {
  const families = familiesOf(index, question);
  const scores = new Map<number, number>();
  const add = (at: number, score: number) => scores.set(at, (scores.get(at) ?? 0) + score);
  for (const { word, weight } of question.terms) {
    for (const at of index.postings.get(word.stem) ?? []) add(at, weight);
    for (const member of families.get(word.stem) ?? []) for (const at of index.postings.get(member) ?? []) add(at, weight / 4);
  }
  for (const [at, score] of [...scores]) if (at + 1 < index.sentences.length) add(at + 1, score / 4);
  const last = question.follows?.quoted[0];
  if (last !== undefined)
    for (let at = Math.max(0, last - AROUND); at <= Math.min(index.sentences.length - 1, last + AROUND); at++) add(at, NEAR);
  const best = [...scores]
    .sort(([a, s], [b, t]) => t - s || a - b)
    .slice(0, CANDIDATES)
    .map(([at]) => at);
  const most = question.terms.length > 0 ? Math.min(best.length + 3, CANDIDATES) : CANDIDATES;
  const found = new Set(best);
  for (let at = 0; at < index.sentences.length && found.size < most; at++) found.add(at);
  return besideQuestion(index, question, found, families);
}

/** For each word of the question, the article's stems with the same beginning: at least four letters, and six in ten of the longer one. */
function familiesOf(index: ArticleIndex, question: Question): Map<string, string[]> {
  const families = new Map<string, string[]>();
  for (const {
    word: { stem },
  } of question.terms) {
    if (stem.length < 4) continue;
    const members: string[] = [];
    for (const other of index.beginnings.get(stem.slice(0, 4)) ?? [])
      if (other !== stem && sharedBeginning(stem, other) >= 0.6 * Math.max(stem.length, other.length)) members.push(other);
    if (members.length > 0) families.set(stem, members);
  }
  return families;
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
