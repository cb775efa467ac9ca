import { readArticle } from '../src/article/article.ts';
import { type Text, textOf } from './engine.ts';
import { type Labelled, overlaps, type QuestionSet } from './sets.ts';
import { randomFrom } from './statistics.ts';
import { mistyped } from './typo.ts';

/** Questions to ask about a text. */
export interface Case {
  readonly text: Text;
  readonly questions: readonly Labelled[];
}

export function casesOf({ articles }: QuestionSet): Case[] {
  return articles.map(({ text, questions }) => ({ text: textOf(readArticle({ title: '' }, text)), questions }));
}

/** About so many of the questions, the first ones of each article; all of them where there are fewer. */
export function someOf(cases: readonly Case[], count: number): Case[] {
  if (cases.reduce((sum, { questions }) => sum + questions.length, 0) <= count) return [...cases];
  const most = Math.ceil(count / cases.length);
  return cases.map(({ text, questions }) => ({ text, questions: questions.slice(0, most) }));
}

/** The same questions with one typing mistake each. */
export function withTypos(cases: readonly Case[], seed: number): Case[] {
  const random = randomFrom(seed);
  return cases.map(({ text, questions }) => ({
    text,
    questions: questions.map((one) => ({ ...one, question: mistyped(one.question, random) })),
  }));
}

/** Each article with the questions about the next one, which it can't answer. */
export function offArticle(cases: readonly Case[]): Case[] {
  if (cases.length < 2) return [];
  return cases.map(({ text }, i) => ({ text, questions: (cases[(i + 1) % cases.length]?.questions ?? []).map(unanswerable) }));
}

/** Of each article at most so many questions are asked without their answers: more would take too much of it away. */
const GONE = 4;

/** Each article without the sentences that answer its first questions, with these questions. */
export function withoutAnswers(cases: readonly Case[]): Case[] {
  return cases.flatMap(({ text: { article }, questions }): Case[] => {
    const asked = questions.filter(({ answerable }) => answerable).slice(0, GONE);
    const gone = asked.flatMap(({ evidence }) => evidence);
    const kept = article.sentences.filter((sentence) => !overlaps(sentence, gone));
    const sentences = kept.map((sentence, index) => ({ ...sentence, index }));
    return kept.length > 2 ? [{ text: textOf({ ...article, sentences }), questions: asked.map(unanswerable) }] : [];
  });
}

function unanswerable(one: Labelled): Labelled {
  return { ...one, answerable: false, evidence: [] };
}
