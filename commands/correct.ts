import { questionOf } from '../src/answering/asks.ts';
import { quote } from '../src/article/article.ts';
import type { Desk } from '../src/desk.ts';
import type { CorrectionDraft, Draft } from '../src/moderation/drafts.ts';
import { type Block, type Menu, noteFirst, type Offer, type Reply, tell } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { offersOn, quoteBlock } from './answer.ts';
import { type Command, MANAGERS } from './command.ts';
import { LISTS, leaves, pageOf } from './paging.ts';
import { allOf, choicesOf } from './sentences.ts';

/** Offers the sentences that could answer the question of an answer. */
export const correct = {
  name: 'Correct this answer',
  kind: 'message',
  description: wording.commands.correct,
  ...MANAGERS,
  reads: true,
  run: async ({ message, place }, desk) => {
    if (!message) return tell(wording.notAnAnswer);
    const { id, about, content, offers } = message;
    const question = message.question ?? (await questionKept(offers, desk));
    if (question === undefined) return tell(wording.notAnAnswer);
    const asked = { question, ...(about !== undefined && { about }) };
    return offerSentences({ ...whereOf(place), ...asked, message: { id, content, offers } }, desk);
  },
} satisfies Command;

/** The question of an answer that had no room for it, as long as that is kept. */
async function questionKept(offers: readonly Offer[], desk: Desk): Promise<string | undefined> {
  const id = offers.find(({ action }) => action === 'follow')?.args[1];
  const isPublic = offers.some(({ action }) => action === 'delete');
  const asked = id === undefined || !isPublic ? undefined : (await desk.given(id))?.asked;
  return asked && questionOf(asked.text, asked.asks);
}

/** Stands in the menu for "the article doesn't say". */
export const NONE = -1;

export function whereOf({ user, channel, guild = '' }: { user: string; channel: string; guild?: string }) {
  return { user, channel, guild };
}

/** The menu for a question that is to get its sentence, shown to the moderator alone. */
export async function offerSentences(asked: Omit<Draft & CorrectionDraft, 'kind'>, desk: Desk): Promise<Reply> {
  const draft: Draft & CorrectionDraft = { kind: 'correction', ...asked };
  return { kind: 'reply', ...(await sentencesFor(await desk.moderation.drafts.keep(draft), draft, 1, desk)), audience: 'asker' };
}

/** The article's sentences for a question, the likeliest first, by pages. */
export async function sentencesFor(id: number, draft: Draft & CorrectionDraft, wanted: number, desk: Desk, note = '') {
  const { question, about, user } = draft;
  const { article } = desk;
  const { answer } = await desk.answer({ text: about === undefined ? question : `${question} ${about}` }, { user });
  const likely = 'quotes' in answer ? answer.quotes.map((found) => found.quote.index) : [];
  const all = [...new Set([...likely, ...allOf(article)])];
  const { page, pages, shown } = pageOf(all, wanted);
  const choices = [...choicesOf(article, shown), { value: NONE, label: wording.doesntSay }];
  const menus: Menu[] = [{ offer: { action: 'correct', args: [id] }, label: wording.menus.correct(page, pages), choices }];
  const blocks: Block[] = [...noteFirst(note), ...asked(draft), { kind: 'words', text: wording.chooseSentence }];
  return { blocks, menus, offers: leaves(LISTS.sentences, page, pages, id) };
}

/** The answer that a moderator has chosen. @param at a sentence by its number; null: the article doesn't say */
export function correctedAnswer(draft: CorrectionDraft, at: number | null, desk: Desk): { blocks: Block[]; offers: Offer[] } {
  const answer: Block = at === null ? { kind: 'words', text: `${wording.doesntSay}.` } : quoteBlock(quote(desk.article, at), desk);
  return {
    blocks: [...asked(draft), answer, { kind: 'note', text: wording.correctedByModerator, needed: true }],
    offers: offersOn(at ?? undefined, [], 'everyone'),
  };
}

function asked({ question, about }: CorrectionDraft): Block[] {
  return [{ kind: 'question', text: question }, ...(about === undefined ? [] : [{ kind: 'note', text: wording.about(about) } as const])];
}
