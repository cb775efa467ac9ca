// Learns the weights of the ranking and of the confidence from question sets, and writes src/answering/weights.json:
//
//   npm run train -- FILE…
//
// A set is { articles: [{ id, text, questions: [{ question, answerable, evidence: [[start, end], …] }] }] }. Same files, same weights.
import { readFileSync, writeFileSync } from 'node:fs';
import { indexArticle } from '../src/answering/article-index.ts';
import { signsOf } from '../src/answering/confidence.ts';
import { FEATURE_NAMES, type FeatureName } from '../src/answering/features.ts';
import { type Question, readQuestion } from '../src/answering/question.ts';
import { candidatesFor, rank, valuesOf } from '../src/answering/rank.ts';
import { SIGNS, WEIGHTS, type Weights } from '../src/answering/weights.ts';
import { readArticle } from '../src/article/article.ts';
import { type Doubt, type Example, learnRanking, learnYesOrNo } from './learn.ts';
import { STORY_FEATURES, storyExamples } from './stories.ts';

interface Set_ {
  articles: Labelled[];
}

interface Labelled {
  id: string;
  text: string;
  questions: { question: string; answerable: boolean; evidence: [number, number][] }[];
}

const QUESTIONS_AN_ARTICLE = 24;
/** In UTF-16 units. */
const PASSAGE = 3600;
const files = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Set_);
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
const ofStory = learnRanking(STORY_FEATURES.length, stories, 3e-3);
const story = stories.length > 0 ? Object.fromEntries(STORY_FEATURES.map((name, i) => [name, round(ofStory[i] ?? 0)])) : WEIGHTS.story;
console.log(`${stories.length} bare questions`);

/** Real questions, as many that another article is asked, and as many whose answers were taken out of the article. */
const doubts: Doubt[] = [];
for (const { articles } of sets)
  for (const [k, { text, questions }] of articles.entries()) {
    const index = indexArticle(readArticle({ title: '' }, text));
    const few = questions.filter(({ answerable }) => answerable).slice(0, 6);
    const doubt = (on: typeof index, asked: typeof few, answers: number) => {
      for (const { question } of asked) {
        const reading = readQuestion(on, question);
        if (reading.kind === 'question' && reading.question.terms.length > 0) doubts.push({ signs: signs(on, reading.question), answers });
      }
    };
    doubt(index, few, 1);
    doubt(index, (articles[(k + 1) % articles.length]?.questions ?? []).slice(0, 4), 0);
    const gone = few.slice(0, 4);
    const kept = index.article.sentences.filter(
      (s) =>
        !overlaps(
          s,
          gone.flatMap(({ evidence }) => evidence),
        ),
    );
    if (kept.length > 2) doubt(indexArticle(readArticle({ title: '' }, kept.map((s) => text.slice(s.start, s.end)).join('\n'))), gone, 0);
  }
const confidence = learnYesOrNo(SIGNS.length, doubts);

const weights: Weights = {
  question,
  story,
  followUp: WEIGHTS.followUp,
  confidence: Object.fromEntries(SIGNS.map((sign, i) => [sign, round(confidence[i] ?? 0)])) as Weights['confidence'],
};
writeFileSync(new URL('../src/answering/weights.json', import.meta.url), `${JSON.stringify(weights, null, 2)}\n`);
console.log(weights);

function signs(index: ReturnType<typeof indexArticle>, asked: Question): Float64Array {
  return Float64Array.from(Object.values(signsOf(asked, rank(index, asked))));
}

/** A long article in passages of whole lines, as long as the articles that people ask about, each with the questions that it answers. */
function inPassages({ id, text, questions }: Labelled): Labelled[] {
  const passages: Labelled[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/\n|$/g)) {
    if (index - start < PASSAGE && index < text.length) continue;
    const [from, to] = [start, index];
    const inside = questions.filter(({ evidence }) => evidence.length > 0 && evidence.every(([a, b]) => a >= from && b <= to));
    passages.push({
      id,
      text: text.slice(from, to),
      questions: inside.map((one) => ({ ...one, evidence: one.evidence.map(([a, b]) => [a - from, b - from]) })),
    });
    start = index;
  }
  return passages;
}

function overlaps(span: { start: number; end: number } | undefined, evidence: [number, number][]): boolean {
  return span !== undefined && evidence.some(([start, end]) => start < span.end && end > span.start);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
