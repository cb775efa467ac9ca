import type { Desk } from '../../src/desk.ts';
import type { Library } from '../../src/library/library.ts';
import { wording } from '../../src/wording.ts';
import { type Action, MANAGERS, type Press } from '../command.ts';
import { sentencesFor } from '../correct.ts';
import { correctionsOf } from '../corrections.ts';
import { gapsOf } from '../gaps.ts';
import { LISTS } from '../paging.ts';

export const back = { name: 'back', label: wording.buttons.previous, ...MANAGERS, reads: true, run: turn } satisfies Action;
export const forth = { name: 'forth', label: wording.buttons.next, ...MANAGERS, reads: true, run: turn } satisfies Action;

/** Turns a list over to another page. */
async function turn({ args: [list, page = 1, id = -1], place, at }: Press, desk: Desk, library: Library) {
  const { guild = '' } = place;
  if (list === LISTS.corrections) return { kind: 'update', ...(await correctionsOf(guild, page, library)) } as const;
  if (list === LISTS.gaps) return { kind: 'update', ...(await gapsOf(guild, page, at, desk, library)) } as const;
  const draft = await desk.moderation.drafts.get('correction', id, place);
  return draft && ({ kind: 'update', ...(await sentencesFor(id, draft, page, desk)) } as const);
}
