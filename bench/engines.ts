import { type Answer, answer } from '../src/answering/answer.ts';
import { indexArticle } from '../src/answering/article-index.ts';
import type { Engine } from './engine.ts';
import { RIVALS } from './rivals.ts';

export const VERBATIM: Engine<Answer> = {
  name: 'Verbatim',
  index({ article }) {
    const index = indexArticle(article);
    return (question, asks) => answer(index, question, asks);
  },
  read(given) {
    if (given.kind !== 'answer' && given.kind !== 'not in the article') return { ranked: [], answered: false, sure: 0 };
    return { ranked: given.quotes.map((one) => one.quote.index), answered: given.kind === 'answer', sure: given.confidence };
  },
};

export const ENGINES: readonly Engine[] = [VERBATIM, ...RIVALS];
