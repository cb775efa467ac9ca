import type { Answer, Found } from '../src/answering/answer.ts';
import type { FourW } from '../src/answering/asks.ts';
import type { Quote } from '../src/article/article.ts';
import type { Desk } from '../src/desk.ts';
import { type Block, type Offer, type Reply, reply } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import type { Command } from './command.ts';

/** How many further quotes "more" shows at once. */
export const MORE = 3;

/** Answers a question, the W of whose command comes with it, in the article's words. */
export function replyTo(text: string, asks: FourW | undefined, desk: Desk): Reply {
  return replyWith(desk.ask(text, asks), text, asks, desk);
}

/** Shows the answer that was given to a question. */
export function replyWith(answer: Answer, text: string, asks: FourW | undefined, desk: Desk): Reply {
  if (answer.kind !== 'answer' && answer.kind !== 'not in the article')
    return reply([{ kind: 'words', text: wording.notAQuestion(answer.kind, desk.suggestions(1)[0]) }]);
  const { quotes, shown } = answer;
  const question: Block = { kind: 'question', text: wording.question(text, asks) };
  const corrections = answer.question.corrections.map(({ from, to }): Block => ({ kind: 'note', text: wording.corrected(from, to) }));
  const none: Block[] = answer.kind === 'answer' ? [] : [{ kind: 'words', text: wording.notInTheArticle }];
  const blocks = quotes.slice(0, shown).map((found) => quoteBlock(found.quote, desk, answer.kind === 'answer' ? found.phrase : undefined));
  return reply(
    [question, ...corrections, ...none, ...blocks],
    offers(
      answer,
      quotes.map(({ quote }) => quote),
    ),
  );
}

/** The command of a W. Without a question it asks for the story's. */
export function asking(asks: FourW): Command {
  return {
    name: asks,
    description: wording.commands[asks],
    option: { name: 'question', required: false },
    run: ({ text }, desk) => replyTo(text, asks, desk),
  };
}

/** A quote with its place. */
export function quoteBlock(quote: Quote, desk: Desk, phrase?: Found['phrase']): Block {
  return { kind: 'quote', quote, place: wording.place(desk.article.about, quote), ...(phrase && { phrase }) };
}

function offers({ shown }: Extract<Answer, { quotes: unknown }>, quotes: readonly Quote[]): Offer[] {
  const [first] = quotes;
  const next = quotes.slice(shown, shown + MORE * 3);
  return [
    ...(first ? [{ action: 'context', sentences: [first.index] } as const] : []),
    ...(next.length > 0 ? [{ action: 'more', sentences: next.map(({ index }) => index) } as const] : []),
  ];
}
