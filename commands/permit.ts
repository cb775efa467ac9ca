import type { Library } from '../src/library/library.ts';
import type { Permit } from '../src/library/permits.ts';
import { type Block, type Reply, tell } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import type { Request, Theirs } from './command.ts';
import { problem } from './outcome.ts';
import { proposeFrom, readIn } from './proposal.ts';

/** Brings in what somebody else wrote: they are asked first, once it is known that it can be read and has room. */
export async function addTheirs(request: Request, theirs: Theirs, library: Library): Promise<Reply> {
  const { place } = request;
  const known = library.permits.find(({ message }) => message === theirs.message);
  if (known?.state === 'allowed') return proposeFrom({ kind: 'text', text: known.text }, place, library);
  if (known)
    return tell(known.state === 'declined' ? wording.authorDeclined(known.author.name) : wording.authorWasAsked(known.author.name));
  const found = await readIn({ kind: 'text', text: theirs.text }, place, library);
  return found.kind === 'found' ? askAuthor(request, theirs, library) : found;
}

async function askAuthor({ place: { guild = '' }, name, channel }: Request, theirs: Theirs, library: Library): Promise<Reply> {
  if (!channel) return tell(wording.inServersOnly, 'refused');
  const permit: Permit = { guild, ...theirs, by: name, state: 'asked' };
  const id = library.permits.keep(permit);
  const outcome = await channel.post({ ...asking(id, permit), repliesTo: theirs.message }, `permit-${id}`);
  if (outcome.kind === 'done') return tell(wording.authorIsAsked(theirs.author.name));
  library.permits.remove(id);
  return tell(problem(outcome, channel));
}

/** What the message says that asks for it, as it stands. */
export function asking(id: number, { author, by, state }: Permit) {
  const say = (text: string): Block[] => [{ kind: 'words', text }];
  switch (state) {
    case 'asked':
      return {
        blocks: say(wording.mayKeep(author.name, by)),
        offers: [
          { action: 'allowtext', args: [id] },
          { action: 'denytext', args: [id] },
        ],
      } as const;
    case 'allowed':
      return { blocks: say(wording.authorAllowed(author.name, by)), offers: [{ action: 'showtext', args: [id] }] } as const;
    case 'declined':
      return { blocks: say(wording.authorDeclined(author.name)), offers: [] } as const;
  }
}
