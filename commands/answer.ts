import type { Found } from '../src/answering/answer.ts';
import { type FourW, questionOf } from '../src/answering/asks.ts';
import { asksTheBot } from '../src/answering/asks-the-bot.ts';
import { linesAbove } from '../src/article/above.ts';
import type { Article, Quote } from '../src/article/article.ts';
import { linkTo } from '../src/article/link/link.ts';
import type { Asked } from '../src/conversation/conversations.ts';
import type { Desk, Given } from '../src/desk.ts';
import { firstWords } from '../src/document/first-words.ts';
import type { Library } from '../src/library/library.ts';
import type { Audience, Block, Offer, Reply, Source } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { answerOfSeveral, type OfSeveral } from './answer-of-several.ts';
import type { Command, Request } from './command.ts';

/** How many further quotes "more" shows at once. */
export const MORE = 3;

/**
 * Answers a question, the W of whose command comes with it, in the article's words. What is no answer is for who asked alone. One about the bot is
 * answered by the page about it: before the article is asked, or, where the article may be meant, if that doesn't say.
 */
export async function replyTo(request: Request, asks: FourW | undefined, desk: Desk, library: Library): Promise<Reply> {
  const asked = { text: request.text, ...(asks && { asks }) };
  const ofTheBot = asksTheBot(questionOf(asked.text, asks));
  const own = ofTheBot === 'surely' ? await ownReply(request, asked, library) : undefined;
  if (own) return own;
  const find = async (how: Request): Promise<OfSeveral | Reply> =>
    how.among ? answerOfSeveral(how, asked, desk, how.among) : { given: await desk.ask(asked, how), desk };
  const tried = ofTheBot && (await find({ ...request, unkept: true })); // it is no turn of the talk where the page answers
  const isRefused = tried && !('kind' in tried) && tried.given.answer.kind === 'not in the article' && !tried.given.chosen;
  const instead = isRefused ? await ownReply(request, asked, library, SURELY_MEANT) : undefined;
  if (instead) return instead;
  const found = await find(request); // what was read a moment ago is remembered
  return 'kind' in found ? found : replyWith(found.given, request, asked, found.desk, found.besides);
}

/** What may be meant of the bot has to be as probably on its page. */
const SURELY_MEANT = 0.75;

/** What the page about the bot says to a question; undefined where it doesn't say. @param least how probable it must be that it does, 0 to 1 */
async function ownReply(request: Request, asked: Asked, library: Library, least = 0): Promise<Reply | undefined> {
  const page = await library.ownPage();
  const given = await page?.ask(asked, { ...request, from: 'nothing' });
  return page && given?.answer.kind === 'answer' && given.answer.confidence >= least ? replyWith(given, request, asked, page) : undefined;
}

/** What other texts say to a question: what is shown before an answer, and behind it. */
export interface Besides {
  readonly before: readonly Block[];
  readonly behind: readonly Block[];
}

const NONE: Besides = { before: [], behind: [] };

/** An answer as a reply. */
export async function replyWith(given: Given, request: Request, asked: Asked, desk: Desk, besides: Besides = NONE): Promise<Reply> {
  const { guild } = request.place;
  if (guild && given.answer.kind === 'not in the article' && !given.private && !given.chosen)
    await desk.missed(guild, { question: questionOf(asked.text, asked.asks), about: given.about });
  const isAnswer = given.answer.kind === 'answer' || given.answer.kind === 'header';
  const audience = !request.open && (given.private || !isAnswer) ? 'asker' : 'everyone';
  const result = given.answer.kind === 'not in the article' ? 'not said' : 'answered';
  const [question, ...answer] = blocksOf(given, asked, desk);
  const blocks = [...(question ? [question] : []), ...besides.before, ...answer, ...besides.behind];
  return { kind: 'reply', blocks, offers: offersUnder(given, audience), audience, result, article: desk.fingerprint };
}

/** Shows the answer that was given to a question. */
export function blocksOf(
  { answer, about, chosen }: Pick<Given, 'answer' | 'about' | 'chosen'>,
  { text, asks }: Asked,
  desk: Desk,
): Block[] {
  const question: Block = { kind: 'question', text: questionOf(text, asks) };
  if (answer.kind === 'header')
    return [question, { kind: 'header', text: answer.text, place: wording.inHeader(answer.field), link: answer.field === 'source' }];
  if (answer.kind !== 'answer' && answer.kind !== 'not in the article')
    return [{ kind: 'words', text: wording.notAQuestion(answer.kind, desk.suggestions(1)[0]) }];
  const { quotes, shown } = answer;
  const assumed: Block[] = about === undefined ? [] : [{ kind: 'note', text: wording.about(about) }];
  const corrections = answer.question.corrections.map(({ from, to }): Block => ({ kind: 'note', text: wording.corrected(from, to) }));
  const none: Block[] =
    answer.kind === 'answer' ? [] : [{ kind: 'words', text: shown > 0 ? wording.notInTheArticle : `${wording.doesntSay}.` }];
  const blocks = inOrder(quotes.slice(0, shown)).map((found) =>
    quoteBlock(found.quote, desk, answer.kind === 'answer' ? found.phrase : undefined),
  );
  const unsure: Block[] = answer.kind === 'answer' && !answer.sure ? [{ kind: 'note', text: wording.mayAnswer }] : [];
  const byModerator: Block[] = chosen ? [{ kind: 'note', text: wording.chosen, needed: true }] : [];
  return [question, ...assumed, ...corrections, ...none, ...blocks, ...unsure, ...byModerator];
}

/** Quotes of one block stand together, so that they are shown in its order. */
function inOrder(quotes: readonly Found[]): readonly Found[] {
  const together = quotes.every(({ quote }) => quote.block === quotes[0]?.quote.block);
  return together ? quotes.toSorted((a, b) => a.quote.index - b.quote.index) : quotes;
}

/** The command of a W. Without a question it asks for the story's. */
export function asking(asks: FourW): Command {
  return {
    name: asks,
    description: wording.commands[asks],
    option: { name: 'question', required: false },
    privacy: 'chosen',
    texts: 'all',
    run: (request, desk, library) => replyTo(request, asks, desk, library),
    reads: true,
    suggest: (typed, desk) => desk.suggest(typed, asks),
  };
}

/** So much of a heading is shown, in UTF-16 units. */
const LONGEST_ABOVE = 100;

/**
 * Where a sentence was published. A file's front matter says that as well as a page does: where the page has other words than
 * the file, its link still opens it, at its top.
 */
export function sourceOf(article: Article, index: number): Source | undefined {
  const page = article.about.source;
  const link = linkTo(page, article, index);
  return page === undefined ? undefined : { page, ...(link !== undefined && { link }) };
}

/** A quote with what it stands under, and its place. */
export function quoteBlock(quote: Quote, desk: Desk, phrase?: Found['phrase']): Block {
  const { about } = desk.article;
  const source = sourceOf(desk.article, quote.index);
  const above = linesAbove(desk.article, quote.index).map(({ text, ...one }) => ({ ...one, text: firstWords(text, LONGEST_ABOVE) }));
  const under = above.length > 0 && { under: wording.under(above) };
  return { kind: 'quote', quote, ...under, place: wording.place(about, quote), ...(source && { source }), ...(phrase && { phrase }) };
}

/** What can be done with quotes: `first` is the one they are about, `next` are the best ones behind those that are shown. */
export function offersOn(first: number | undefined, next: readonly number[], audience: Audience, given?: Omit<Given, 'answer'>): Offer[] {
  const { id, about } = given ?? {};
  return [
    ...(first === undefined ? [] : [{ action: 'follow', args: [first, ...(id === undefined ? [] : [id])] } as const]),
    ...(first === undefined ? [] : [{ action: 'context', args: [first] } as const]),
    ...(next.length > 0 ? [{ action: 'more', args: next } as const] : []),
    ...(about !== undefined && id !== undefined
      ? [{ action: 'without', args: [id] } as const]
      : first === undefined
        ? []
        : [{ action: 'find', args: [first] } as const]),
    { action: audience === 'everyone' ? 'delete' : 'share', args: [] },
  ];
}

/** What can be done with an answer. */
export function offersUnder(given: Given, audience: Audience): Offer[] {
  const { answer } = given;
  if (answer.kind === 'header') return offersOn(undefined, [], audience);
  if (answer.kind !== 'answer' && answer.kind !== 'not in the article') return [];
  if (answer.shown === 0) return offersOn(undefined, [], audience, given);
  const [first, ...others] = answer.quotes.map(({ quote }) => quote.index);
  return offersOn(first, others.slice(answer.shown - 1, answer.shown - 1 + MORE * 3), audience, given);
}
