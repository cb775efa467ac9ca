import type { ArticleIndex } from './article-index.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { FEATURE_NAMES, FEATURES, type FeatureName } from './features.ts';
import { FOLLOW_UP_FEATURES, type FollowUpFeatureName } from './follow-up-features.ts';
import { isForStory, type Question } from './question.ts';
import { WEIGHTS } from './weights.ts';

/** A sentence that may answer. Its score is the sum of the reasons. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
}

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

/** What added to a sentence's score, the most first: the points add up to it. */
export function reasonsFor(candidate: Candidate): Reason[] {
  const weights = weightsFor(candidate.question);
  const values = valuesOf(candidate);
  const reasons: Reason[] = FEATURE_NAMES.map((name) => ({ name, points: (weights[name] ?? 0) * values[name] }));
  return [...reasons, ...followUpPoints(candidate)].filter(({ points }) => Math.abs(points) >= 0.01).sort((a, b) => b.points - a.points);
}

function weightsFor(question: Question): Partial<Record<FeatureName, number>> {
  return isForStory(question) ? WEIGHTS.story : WEIGHTS.question;
}

function followUpPoints(candidate: Candidate): Reason[] {
  if (!candidate.question.follows) return [];
  const names = Object.keys(FOLLOW_UP_FEATURES) as FollowUpFeatureName[];
  return names.map((name) => ({ name, points: WEIGHTS.followUp[name] * FOLLOW_UP_FEATURES[name](candidate) }));
}
