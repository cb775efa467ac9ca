// Learns the weights of the ranking and of the confidence from question sets, and writes src/answering/weights.json:
//
//   npm run train -- FILE…
//
// A set is { articles: [{ id, text, questions: [{ question, answerable, evidence: [[start, end], …] }] }] }. Same files, same weights.
import { readFileSync, writeFileSync } from 'node:fs';
import { indexArticle } from '../src/answering/article-index.ts';
import { FEATURE_NAMES, type FeatureName } from '../src/answering/features.ts';
import { readQuestion } from '../src/answering/question.ts';
import { candidatesFor, valuesOf } from '../src/answering/rank.ts';
import { SIGNS, WEIGHTS, type Weights } from '../src/answering/weights.ts';
import { readArticle } from '../src/article/article.ts';
import { doubtsFrom } from './doubts.ts';
import { calibrated, type Example, learnRanking, learnYesOrNo } from './learn.ts';
import { inPassages, overlaps, type QuestionSet } from './sets.ts';
import { STORY_FEATURES, storyExamples } from './stories.ts';

const QUESTIONS_AN_ARTICLE = 24;
const files = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')) as QuestionSet);
const sets = files.map(({ articles }) => ({ articles: articles.flatMap(inPassages) }));

const examples = sets.flatMap(({ articles }) =>
  articles.flatMap(({ text, questions }) => {
    const index = indexArticle(readArticle({ title: '' }, text));
    return questions.slice(0, QUESTIONS_AN_ARTICLE).flatMap(({ question, evidence }): Example[] => {
      const reading = readQuestion(index, question);
      if (reading.kind !== 'question' || reading.question.terms.length === 0) return [];
      const candidates = candidatesFor(index, reading.question);
      const right = candidates.map(({ at }) => overlaps(index.article.sentences[at], evidence));
      if (!right.includes(true)) return [];
      return [{ values: candidates.map((c) => Float64Array.from(Object.values(valuesOf(c)))), right }];
    });
  }),
);
console.log(`${examples.length} questions`);

const ranking = learnRanking(FEATURE_NAMES.length, examples);
const question = Object.fromEntries(FEATURE_NAMES.map((name, i) => [name, round(ranking[i] ?? 0)])) as Record<FeatureName, number>;
Object.assign(WEIGHTS.question, question);

/** There are few stories: a greater penalty keeps to what most of them tell. Without any, what was learned before stays. */
const stories = files.flatMap(({ articles }) => articles.flatMap(({ id, text }) => storyExamples(id, text)));
const ofStory = learnRanking(STORY_FEATURES.length, stories, 1e-3);
const story = stories.length > 0 ? Object.fromEntries(STORY_FEATURES.map((name, i) => [name, round(ofStory[i] ?? 0)])) : WEIGHTS.story;
console.log(`${stories.length} bare questions`);

const doubts = sets.flatMap(({ articles }) => doubtsFrom(articles));
/** Near misses teach what to look at, but readers ask few: the confidence is calibrated without them. */
const confidence = calibrated(
  learnYesOrNo(SIGNS.length, doubts),
  doubts.filter(({ kind }) => kind !== 'near miss'),
);

const weights: Weights = {
  question,
  story,
  followUp: WEIGHTS.followUp,
  confidence: Object.fromEntries(SIGNS.map((sign, i) => [sign, round(confidence[i] ?? 0)])) as Weights['confidence'],
};
writeFileSync(new URL('../src/answering/weights.json', import.meta.url), `${JSON.stringify(weights, null, 2)}\n`);
console.log(weights);

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
