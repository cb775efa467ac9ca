import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FourW } from '../src/answering/asks.ts';

/** From, to: UTF-16 units into a text, the end not in it. */
export type Range = readonly [start: number, end: number];

/** A question, and where in its text the answer stands. */
export interface Labelled {
  readonly question: string;
  /** The W of the command that it is asked with, where it is: then the question may be empty. */
  readonly asks?: FourW;
  readonly answerable: boolean;
  /** Any of these answers. */
  readonly evidence: readonly Range[];
}

export interface LabelledText {
  /** By which the set knows it. */
  readonly id?: string;
  readonly text: string;
  readonly questions: readonly Labelled[];
}

export interface QuestionSet {
  readonly name: string;
  readonly articles: readonly LabelledText[];
}

/** A turn of a talk. */
export interface LabelledTurn extends Labelled {
  /** The whole question, where the turn goes on from what was said before it. */
  readonly alone?: string;
}

/** A text with questions that stand alone, and with talks about it. */
export interface LabelledTalks extends LabelledText {
  readonly talks: readonly (readonly LabelledTurn[])[];
}

export interface TalkSet {
  readonly name: string;
  readonly articles: readonly LabelledTalks[];
}

/** What is read of a file in the format of SQuAD 1.1 and 2.0 (and XQuAD, SQuADShifts, …). */
interface Squad {
  readonly data: readonly { readonly paragraphs: readonly Paragraph[] }[];
}

interface Paragraph {
  readonly context: string;
  readonly qas: readonly { question: string; is_impossible?: boolean; answers: readonly { text: string; answer_start: number }[] }[];
}

/** @param file JSON: a set as bench/README.md describes it, or SQuAD's own format */
export function readSet(file: string): QuestionSet {
  const json = JSON.parse(readFileSync(file, 'utf8')) as Partial<QuestionSet & Squad>;
  if (json.data) return { name: basename(file), articles: json.data.map(({ paragraphs }) => joined(paragraphs)) };
  if (!json.articles) throw new Error(`${file} has neither "articles" nor SQuAD's "data"`);
  const articles = json.articles.map((one) => ({ ...one, questions: one.questions.map(onOneLine) }));
  return { name: json.name ?? basename(file), articles };
}

/** @param file JSON: a set with talks, as bench/README.md describes it */
export function readTalks(file: string): TalkSet {
  const json = JSON.parse(readFileSync(file, 'utf8')) as Partial<TalkSet>;
  if (!json.articles?.every(({ talks }) => Array.isArray(talks))) throw new Error(`${file} has no "articles" that all have "talks"`);
  return { name: json.name ?? basename(file), articles: json.articles };
}

/** SQuAD's paragraphs as one article. */
function joined(paragraphs: readonly Paragraph[]): LabelledText {
  let text = '';
  const questions: Labelled[] = [];
  for (const { context, qas } of paragraphs) {
    if (text !== '') text += '\n\n';
    const from = text.length;
    text += context;
    for (const { question, is_impossible = false, answers } of qas) {
      const evidence = is_impossible ? [] : answers.map((one): Range => rangeOf(one, context, from));
      questions.push(onOneLine({ question, answerable: evidence.length > 0, evidence }));
    }
  }
  return { text, questions };
}

/** SQuAD counts in code points. */
function rangeOf({ text, answer_start }: { text: string; answer_start: number }, context: string, from: number): Range {
  const start = from + (/[\ud800-\udfff]/.test(context) ? Array.from(context).slice(0, answer_start).join('').length : answer_start);
  return [start, start + text.length];
}

function onOneLine(one: Labelled): Labelled {
  return { ...one, question: one.question.replace(/\s+/g, ' ').trim() };
}

/** Whether a sentence holds something of the evidence. */
export function overlaps({ start, end }: { start: number; end: number }, evidence: readonly Range[]): boolean {
  return evidence.some(([from, to]) => from < end && to > start);
}
