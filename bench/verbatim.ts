import { type Answer, answer, NO_TALK } from '../src/answering/answer.ts';
import { openArticle } from '../src/answering/open-article.ts';
import { readQuestion } from '../src/answering/question.ts';
import type { Reader } from '../src/reading/reader.ts';
import type { Engine, Reply } from './engine.ts';

/** Who asks: there is nobody else. */
const BY = 'bench';

/** The bot, as it answers a question that stands alone. What it has read of an article it remembers as long as `index` doesn't open that anew. */
export function verbatim(reader: Reader): Engine<Answer> {
  return {
    name: 'Verbatim',
    index({ article }) {
      const open = openArticle(article, reader);
      return async (question, asks) => {
        const read = readQuestion(open.index, question, asks);
        return read.kind === 'question' ? answer(open, read.question, NO_TALK, BY) : read;
      };
    },
    read: replyOf,
  };
}

export function replyOf(given: Answer): Reply {
  if (given.kind !== 'answer' && given.kind !== 'not in the article') return { ranked: [], answered: false, confidence: 0, sure: false };
  const { kind, quotes, confidence, sure } = given;
  return { ranked: quotes.map((one) => one.quote.index), answered: kind === 'answer', confidence, sure };
}
