import { type Article, type Quote, quote } from '../article/article.ts';
import type { Given } from '../desk.ts';

/** How many quotes a JSON answer has, where the article has as many sentences. */
const QUOTES = 3;

/** An answer as `npm run ask -- --json` prints it; docs/scripts.md says what each field means. */
export function answerAsJson(question: string, { answer, about }: Pick<Given, 'answer' | 'about'>): object {
  const read = {
    as: 'question',
    ...('question' in answer && { corrected: answer.question.corrections }),
    ...(about !== undefined && { about }),
  };
  if (answer.kind === 'header')
    return { question, answered: true, confidence: 1, sure: true, quotes: [], header: { [answer.field]: answer.text }, read };
  if (answer.kind !== 'answer' && answer.kind !== 'not in the article')
    return { question, answered: false, confidence: 0, sure: false, quotes: [], read: { as: answer.kind } };
  return {
    question,
    answered: answer.kind === 'answer',
    confidence: rounded(answer.confidence),
    sure: answer.kind === 'answer' && answer.sure,
    quotes: answer.quotes.slice(0, QUOTES).map(({ quote, score }) => quoteAsJson(quote, score)),
    read,
  };
}

/** A summary in the same shape: its quotes are in the article's order, and none has a score. */
export function summaryAsJson(question: string, sentences: readonly number[], article: Article): object {
  const quotes = sentences.map((at) => quoteAsJson(quote(article, at), 0));
  return {
    question,
    answered: quotes.length > 0,
    confidence: Math.min(1, quotes.length),
    sure: quotes.length > 0,
    quotes,
    read: { as: 'summary' },
  };
}

function quoteAsJson({ text, start, end, paragraph, sentence }: Quote, score: number): object {
  return { text, start, end, paragraph, sentence, score: rounded(score) };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
