import { quote } from '../../src/article/article.ts';
import { quoteAlone } from '../../src/conversation/conversations.ts';
import { firstWords } from '../../src/document/first-words.ts';
import { reply, tell } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import { blocksOf, offersUnder, replyTo } from '../answer.ts';
import type { Action } from '../command.ts';

/** What a form has room for, in UTF-16 units. */
const LONGEST_TITLE = 45;
const LONGEST_HINT = 100;

/** Asks for a question that goes on from the answer, whoever got it. */
export const follow = {
  name: 'follow',
  places: 'first',
  label: wording.buttons.follow,
  only: 'discord',
  run: async ({ args: [at = 0, id], message }, desk) => {
    if (!desk.article.sentences[at]) return undefined;
    const from = id === undefined ? undefined : await desk.given(id);
    return {
      kind: 'form',
      title: firstWords(wording.goOn(from?.said.about), LONGEST_TITLE),
      label: wording.options.question,
      hint: firstWords(wording.after(quote(desk.article, at).text), LONGEST_HINT),
      offer: { action: 'followed', args: [at, Number(message.private), ...(id === undefined ? [] : [id])] },
    };
  },
} satisfies Action;

/** Answers the question. What follows from a private answer is private. */
export const followed = {
  name: 'followed',
  places: 'first',
  label: wording.buttons.follow,
  takes: 'text',
  only: 'discord',
  reads: true,
  run: async ({ args: [at = 0, alone = 0, id = -1], text, surface, place, name, at: when, now }, desk, library) => {
    if (!desk.article.sentences[at]) return undefined;
    const from = (await desk.given(id)) ?? quoteAlone(desk.fingerprint, place, at, alone > 0);
    return replyTo({ text, private: alone > 0, surface, place, name, at: when, from }, undefined, now, library);
  },
} satisfies Action;

/** Answers the question as if nothing had come before: in place for who asked it, and for others by themselves, of which nothing is kept. */
export const without = {
  name: 'without',
  label: wording.buttons.without,
  description: wording.commands.without,
  none: wording.nothingAssumed,
  reads: true,
  run: async ({ args: [id = -1], place, message, now: desk }) => {
    const kept = await desk.given(id);
    if (!kept) return tell(wording.notKept);
    const own = kept.place.user === place.user;
    const alone = message.private || !own;
    const given = own
      ? await desk.ask(kept.asked, { place, from: 'nothing', private: alone })
      : { ...(await desk.answer(kept.asked, place)), goesOn: false, private: true };
    const blocks = blocksOf(given, kept.asked, desk);
    const offers = offersUnder(given, alone ? 'asker' : 'everyone');
    return own ? { kind: 'update', blocks, offers } : reply(blocks, offers, 'asker');
  },
} satisfies Action;
