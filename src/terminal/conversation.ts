import type { Command } from '../../commands/command.ts';
import * as list from '../../commands/index.ts';
import { nearest } from '../answering/spelling.ts';
import type { Desk } from '../desk.ts';
import { type Offer, type Reply, tell } from '../reply.ts';
import { wording } from '../wording.ts';
import { parseLine } from './line.ts';

/** What can be said here. */
export const commands = list.commands.filter(({ only }) => only !== 'discord');
const actions = list.actions.filter(({ only }) => only !== 'discord');

/** A conversation with one person: each line gets a reply; "/context" and "/more" go on from the one before. */
export function startConversation(desk: Desk): (line: string) => Reply {
  let offers: readonly Offer[] | undefined;
  return (line) => {
    const given = replyTo(line, desk, offers);
    if (given.kind === 'reply' && given.offers.length > 0) offers = given.offers;
    return given;
  };
}

/** Everything that may stand behind a slash. */
export const names: readonly string[] = [...commands, ...actions].map(({ name }) => name);

function replyTo(line: string, desk: Desk, offers: readonly Offer[] | undefined): Reply {
  const { name, text } = parseLine(line);
  const command: Command | undefined = commands.find((one) => one.name === name);
  if (command) return command.run({ text, private: false, surface: 'terminal' }, desk);
  const action = actions.find((one) => one.name === name);
  if (!action) {
    const meant = nearest(name, names, 0.5) ?? names.find((other) => name !== '' && other.startsWith(name));
    return tell(wording.noSuchCommand(`/${name}`, meant && `/${meant}`));
  }
  const offer = offers?.find((one) => one.action === action.name);
  const none = tell(offers ? wording.noMoreQuotes : wording.nothingMore);
  if (!offer) return none;
  const message = { content: '', offers: offers ?? [] };
  return [action.run({ args: offer.args, surface: 'terminal', message, mayDelete: false }, desk) ?? none].flat()[0] ?? none;
}
