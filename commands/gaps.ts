import type { Desk } from '../src/desk.ts';
import { firstWords } from '../src/document/first-words.ts';
import type { Library } from '../src/library/library.ts';
import { type Gap, newestOf, timesOf } from '../src/moderation/gaps.ts';
import { DAY } from '../src/moderation/records.ts';
import type { Block, Choice, Menu, Offer } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { type Command, MANAGERS } from './command.ts';
import { questionOf, SHOWN } from './corrections.ts';
import { LISTS, LONGEST_LABEL, leaves, pageOf } from './paging.ts';

export const gaps = {
  name: 'gaps',
  description: wording.commands.gaps,
  ...MANAGERS,
  run: async ({ place, at }, desk, library) => ({
    kind: 'reply',
    ...(await gapsOf(place.guild ?? '', 1, at, desk, library)),
    audience: 'asker',
  }),
} satisfies Command;

/**
 * A page of what was asked in vain in a guild.
 * @param now in milliseconds since 1970
 */
export async function gapsOf(guild: string, wanted: number, now: number, desk: Desk, library: Library) {
  const { gaps } = desk.moderation;
  const all = await gaps.list(guild);
  const { page, pages, shown } = pageOf(all, wanted, SHOWN);
  const texts = await library.texts({ guild });
  const titleOf = (gap: Gap) => (texts.length > 1 ? texts.find((text) => text.id === gap.text)?.title : undefined);
  const choices = shown.map((gap): Choice => {
    const title = titleOf(gap);
    return { value: gap.id, label: questionOf(gap), ...(title !== undefined && { hint: firstWords(title, LONGEST_LABEL) }) };
  });
  const menu = (action: 'choose' | 'dismiss'): Menu => ({ offer: { action, args: [page] }, label: wording.menus[action], choices });
  const menus: Menu[] = shown.length > 0 ? [menu('choose'), menu('dismiss')] : [];
  const today = Math.floor(now / DAY);
  const blocks: Block[] = [
    { kind: 'words', text: gaps.kept ? wording.gapsOf(all.length, page, pages) : wording.gapsOff },
    ...shown.flatMap((gap): Block[] => [
      { kind: 'question', text: questionOf(gap) },
      { kind: 'note', text: wording.askedTimes(timesOf(gap), today - newestOf(gap), titleOf(gap)) },
    ]),
  ];
  const offers: Offer[] = [...leaves(LISTS.gaps, page, pages), ...(shown.length > 0 ? [{ action: 'clear', args: [] } as const] : [])];
  return { blocks, menus, offers };
}
