import type { Library } from '../../src/library/library.ts';
import type { Permit } from '../../src/library/permits.ts';
import { type Reply, tell } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import { type Action, LIBRARIANS, type Press } from '../command.ts';
import { asking } from '../permit.ts';
import { proposeFrom } from '../proposal.ts';

/** Lets a server keep what one has written. */
export const allowText = {
  name: 'allowtext',
  label: wording.buttons.allow,
  only: 'discord',
  run: (press, _desk, library) => decide(press, library, 'allowed'),
} satisfies Action;

export const denyText = {
  name: 'denytext',
  label: wording.buttons.deny,
  only: 'discord',
  run: (press, _desk, library) => decide(press, library, 'declined'),
} satisfies Action;

/** Shows what was allowed, as it would be added. */
export const showText = {
  name: 'showtext',
  label: wording.buttons.showText,
  ...LIBRARIANS,
  slow: true,
  run: ({ args: [id = -1], place }, _desk, library) => {
    const permit = library.permits.get(id);
    if (permit?.state !== 'allowed' || permit.guild !== place.guild) return OVER;
    return proposeFrom({ kind: 'text', text: permit.text }, place, library);
  },
} satisfies Action;

/** The message that asked says so from now on. */
const OVER: Reply = { kind: 'update', blocks: [{ kind: 'words', text: wording.notAskedAnyMore }], offers: [] };

/** Who wrote it decides, and nobody else. */
function decide({ args: [id = -1], place }: Press, { permits }: Library, state: Permit['state']): Reply {
  const permit = permits.get(id);
  if (!permit) return OVER;
  if (permit.author.id !== place.user) return tell(wording.onlyTheAuthor(permit.author.name));
  const decided = { ...permit, state };
  permits.keep(decided, id);
  return { kind: 'update', ...asking(id, decided) };
}
