// Learns the weights of the ranking and of the confidence from question sets, and writes src/answering/weights.json:
//
//   npm run train -- FILE…
//
// A set is { articles: [{ text, questions: [{ question, answerable, evidence: [[start, end], …] }] }] }. Same files, same weights.
import { readFileSync, writeFileSync } from 'node:fs';
import { indexArticle } from '../src/answering/article-index.ts';
import { candidatesFor } from '../src/answering/candidates.ts';
import { signsOf } from '../src/answering/confidence.ts';
import { FEATURE_NAMES, type FeatureName } from '../src/answering/features.ts';
import { type Question, readQuestion } from '../src/answering/question.ts';
import { rank, valuesOf } from '../src/answering/rank.ts';
import { SIGNS, WEIGHTS, type Weights } from '../src/answering/weights.ts';
import { readArticle } from '../src/article/article.ts';

interface Set_ {
  articles: Labelled[];
}

interface Labelled {
  text: string;
  questions: { question: string; answerable: boolean; evidence: [number, number][] }[];
}

const QUESTIONS_AN_ARTICLE = 24;
/** In UTF-16 units. */
const PASSAGE = 3600;
const sets = process.argv.slice(2).map((file) => {
  const { articles } = JSON.parse(readFileSync(file, 'utf8')) as Set_;
  return { articles: articles.flatMap(inPassages) };
});

/** One question: the features of each sentence that may answer, and which of them do. */
interface Example {
  values: Float64Array[];
  right: boolean[];
}

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

/** Listwise: the probability of a sentence is its softmax; the right ones' together is made as great as possible (Cao et al. 2007, ListNet's idea). */
const ranking = descend(FEATURE_NAMES.length, examples, (w, { values, right }, gradient) => {
  const scores = values.map((v) => dot(w, v));
  const max = Math.max(...scores);
  const p = scores.map((s) => Math.exp(s - max));
  const all = p.reduce((a, b) => a + b);
  const good = p.reduce((a, b, i) => a + (right[i] ? b : 0), 0);
  for (const [i, v] of values.entries()) {
    const step = (right[i] ? (p[i] ?? 0) / good : 0) - (p[i] ?? 0) / all;
    for (let f = 0; f < v.length; f++) gradient[f] = (gradient[f] ?? 0) + step * (v[f] ?? 0);
  }
});
const question = Object.fromEntries(FEATURE_NAMES.map((name, i) => [name, round(ranking[i] ?? 0)])) as Record<FeatureName, number>;
Object.assign(WEIGHTS.question, question);

/** Real questions, as many that another article is asked, and as many whose answers were taken out of the article. */
const doubts: { signs: Float64Array; answers: number }[] = [];
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
const confidence = descend(SIGNS.length, doubts, (w, { signs, answers }, gradient) => {
  const error = answers - 1 / (1 + Math.exp(-dot(w, signs)));
  for (let f = 0; f < signs.length; f++) gradient[f] = (gradient[f] ?? 0) + error * (signs[f] ?? 0);
});

const weights: Weights = {
  question,
  story: WEIGHTS.story,
  followUp: WEIGHTS.followUp,
  confidence: Object.fromEntries(SIGNS.map((sign, i) => [sign, round(confidence[i] ?? 0)])) as Weights['confidence'],
};
writeFileSync(new URL('../src/answering/weights.json', import.meta.url), `${JSON.stringify(weights, null, 2)}\n`);
console.log(weights);

function signs(index: ReturnType<typeof indexArticle>, asked: Question): Float64Array {
  return Float64Array.from(Object.values(signsOf(asked, rank(index, asked))));
}

/** Gradient ascent by Adam (Kingma and Ba 2015), full batch, with a small L2 penalty. */
function descend<T>(size: number, data: T[], addGradient: (w: Float64Array, example: T, gradient: Float64Array) => void): Float64Array {
  const [w, m, v] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let step = 1; step <= 300; step++) {
    const gradient = new Float64Array(size);
    for (const example of data) addGradient(w, example, gradient);
    for (let f = 0; f < size; f++) {
      const g = (gradient[f] ?? 0) / data.length - 1e-4 * (w[f] ?? 0);
      m[f] = 0.9 * (m[f] ?? 0) + 0.1 * g;
      v[f] = 0.999 * (v[f] ?? 0) + 0.001 * g * g;
      w[f] = (w[f] ?? 0) + (0.1 * ((m[f] ?? 0) / (1 - 0.9 ** step))) / (Math.sqrt((v[f] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return w;
}

/** A long article in passages of whole lines, as long as the articles that people ask about, each with the questions that it answers. */
function inPassages({ text, questions }: Labelled): Labelled[] {
  const passages: Labelled[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/\n|$/g)) {
    if (index - start < PASSAGE && index < text.length) continue;
    const [from, to] = [start, index];
    const inside = questions.filter(({ evidence }) => evidence.length > 0 && evidence.every(([a, b]) => a >= from && b <= to));
    passages.push({
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

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
