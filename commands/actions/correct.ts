import type { Desk } from '../../src/desk.ts';
import type { Correction } from '../../src/moderation/corrections.ts';
import type { CorrectionDraft, Draft } from '../../src/moderation/drafts.ts';
import { type Reply, tell } from '../../src/reply.ts';
import type { Post } from '../../src/surface.ts';
import { wording } from '../../src/wording.ts';
import { type Action, type Here, MANAGERS } from '../command.ts';
import { correctedAnswer, NONE, sentencesFor } from '../correct.ts';
import { problem } from '../outcome.ts';

/** Gives a question its sentence, or that the article doesn't say. */
export const correction = {
  name: 'correct',
  label: wording.menus.correct(1, 1),
  takes: 'choice',
  ...MANAGERS,
  slow: true,
  run: ({ args: [id = -1], chosen: [chosen = NONE], ...here }, desk) =>
    inGuild(here, id, desk, async (draft) => {
      const sentence = chosen === NONE ? null : chosen;
      if (sentence !== null && !desk.article.sentences[sentence]) return undefined;
      const { corrections, drafts, gaps } = desk.moderation;
      const { guild, question, about } = draft;
      const { before = (await corrections.for(guild, question, about)) ?? null } = draft;
      const gap = draft.gap && ((await gaps.take(guild, draft.gap.id)) ?? draft.gap);
      const message = await asItIs(draft, here);
      const begun = { ...draft, before, ...(message && { message }), ...(gap && { gap }) };
      await drafts.keep(begun, id); // before anything is changed, what there was is kept
      const asked = { guild, question, ...(about !== undefined && { about }) };
      const made = await corrections.make({ ...asked, sentence, by: { id: here.place.user, name: here.name } });
      await drafts.keep({ ...begun, chosen: { id: made.id, at: made.at } }, id);
      const { blocks, offers } = correctedAnswer(draft, sentence, desk);
      const trouble = await show(draft, { blocks, offers }, here);
      const said = trouble
        ? [wording.taught, `${wording.messageStays} ${trouble}`]
        : [draft.message ? wording.correctedThere : wording.taught];
      return {
        kind: 'update',
        blocks: [...said.map((text) => ({ kind: 'words', text }) as const), ...blocks],
        offers: [{ action: 'undo', args: [id] }],
      };
    }),
} satisfies Action;

/** Takes a correction back, where nobody has made another one since. */
export const undo = {
  name: 'undo',
  label: wording.buttons.undo,
  ...MANAGERS,
  slow: true,
  run: ({ args: [id = -1], ...here }, desk) =>
    inGuild(here, id, desk, async (draft) => {
      const { corrections, drafts, gaps } = desk.moderation;
      const { chosen, before, ...open } = draft;
      if (!chosen) return undefined;
      const now: Correction | undefined = (await corrections.list(draft.guild)).find((one) => one.id === chosen.id);
      if (now?.at !== chosen.at) return tell(wording.correctedSince(now?.by.name));
      await (before ? corrections.keep(before) : corrections.remove(draft.guild, chosen.id));
      if (draft.gap) await gaps.putBack(draft.gap);
      await drafts.keep(open, id);
      const { content = '', offers = [] } = draft.message ?? {};
      const trouble = await show(draft, { blocks: [{ kind: 'as sent', content }], offers }, here);
      return { kind: 'update', ...(await sentencesFor(id, open, 1, desk, [wording.undone, trouble ?? ''].join(' ').trim())) };
    }),
} satisfies Action;

/** Does something with a draft of the moderator's own; in turn with what others correct in the guild. */
async function inGuild(here: Here, id: number, desk: Desk, work: (draft: Draft & CorrectionDraft) => Promise<Reply | undefined>) {
  const { drafts, inTurn } = desk.moderation;
  return inTurn(here.place.guild ?? '', async () => {
    const draft = await drafts.get('correction', id, here.place);
    return draft && work(draft);
  });
}

/** The message that is to be corrected, as it is now: another moderator may have corrected it since the menu was opened. */
async function asItIs({ message, before }: CorrectionDraft, { channel }: Here): Promise<CorrectionDraft['message']> {
  const now = message && before === undefined ? await channel?.read(message.id) : undefined;
  return message && now?.kind === 'done' ? { id: message.id, content: now.result.content, offers: now.result.offers } : message;
}

/** Shows something in place of the answer that is corrected. @returns what went wrong, in words */
async function show({ message }: CorrectionDraft, post: Post, { channel }: Here): Promise<string | undefined> {
  if (!message || !channel) return undefined;
  const outcome = await channel.edit(message.id, post);
  return outcome.kind === 'done' ? undefined : problem(outcome, channel);
}
