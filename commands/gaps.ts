import type { Desk } from '../src/desk.ts';
import { newestOf, timesOf } from '../src/moderation/gaps.ts';
import { DAY } from '../src/moderation/records.ts';
import type { Block, Menu, Offer } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { type Command, MANAGERS } from './command.ts';
import { questionOf, SHOWN } from './corrections.ts';
import { LISTS, leaves, pageOf } from './paging.ts';

export const gaps = {
  name: 'gaps',
  description: wording.commands.gaps,
  ...MANAGERS,
  run: async ({ place, at }, desk) => ({ kind: 'reply', ...(await gapsOf(place.guild ?? '', 1, at, desk)), audience: 'asker' }),
} satisfies Command;

/**
 * A page of what was asked in vain in a guild.
 * @param now in milliseconds since 1970
 */
export async function gapsOf(guild: string, wanted: number, now: number, desk: Desk) {
  const { gaps } = desk.moderation;
  const all = await gaps.list(guild);
  const { page, pages, shown } = pageOf(all, wanted, SHOWN);
  const choices = shown.map((gap) => ({ value: gap.id, label: questionOf(gap) }));
  const menu = (action: 'choose' | 'dismiss'): Menu => ({ offer: { action, args: [page] }, label: wording.menus[action], choices });
  const menus: Menu[] = shown.length > 0 ? [menu('choose'), menu('dismiss')] : [];
  const today = Math.floor(now / DAY);
  const blocks: Block[] = [
    { kind: 'words', text: gaps.kept ? wording.gapsOf(all.length, page, pages) : wording.gapsOff },
    ...shown.flatMap((gap): Block[] => [
      { kind: 'question', text: questionOf(gap) },
      { kind: 'note', text: wording.askedTimes(timesOf(gap), today - newestOf(gap)) },
    ]),
  ];
  const offers: Offer[] = [...leaves(LISTS.gaps, page, pages), ...(shown.length > 0 ? [{ action: 'clear', args: [] } as const] : [])];
  return { blocks, menus, offers };
}
