import { ask } from '../../commands/ask.ts';
import type { Command } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { commandIn, noSuchCommand, parseLine } from '../../commands/line.ts';
import { type Kept, type Place, quoteAlone } from '../conversation/conversations.ts';
import type { Library } from '../library/library.ts';
import { type Reply, tell } from '../reply.ts';
import { wording } from '../wording.ts';
import { aboutWhich, offersIn } from './message.ts';

/**
 * What a message wants that is for the bot: a command, as typed or in plain words; or else it asks a question. Nothing asks for help.
 * @param text what it says, without the mention
 * @returns in words why a command is not done: it needs a permission, which a message doesn't show, or there is none of that name
 */
export function wantedBy(text: string): { readonly command: Command; readonly text: string; readonly choice?: string } | Reply {
  const meant = commandIn(text === '' ? '/help' : text, commands, 'discord');
  if (meant) return meant;
  if (!text.startsWith('/')) return { command: ask, text };
  const { name } = parseLine(text);
  const here = commands.filter(({ only, kind }) => only !== 'terminal' && kind === undefined).map((one) => one.name);
  const command = here.find((one) => one === name || one.startsWith(`${name} `));
  return command === undefined ? noSuchCommand(name, here) : tell(wording.fromTheList(`/${command}`));
}

/**
 * What a reply to a message of the bot goes on from; nothing where that is about an article that has changed since.
 * @param customIds of the message's buttons and menus
 */
export async function goesOnFrom(customIds: readonly string[], place: Place, library: Library): Promise<Kept | 'nothing' | undefined> {
  const { desk } = (await aboutWhich(customIds, place, library)) ?? { desk: library.host };
  const [at, id = -1] = offersIn(customIds, desk.fingerprint).find(({ action }) => action === 'follow')?.args ?? [];
  if (at !== undefined) return (await desk.given(id)) ?? quoteAlone(desk.fingerprint, place, at, false);
  return customIds.length > 0 ? 'nothing' : undefined;
}
