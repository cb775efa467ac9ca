import type { Action } from '../../commands/command.ts';
import { forget } from '../../commands/forget.ts';
import * as list from '../../commands/index.ts';
import { commandIn, noSuchCommand, parseLine } from '../../commands/line.ts';
import type { Desk } from '../desk.ts';
import { libraryOf } from '../library/library.ts';
import { type Offer, type Reply, tell } from '../reply.ts';
import { wording } from '../wording.ts';

/** What can be said here. */
export const commands = list.commands.filter(({ only }) => only !== 'discord');
const actions = list.actions.filter(({ only }) => only !== 'discord');

/** A conversation with one person: each line gets a reply; "/context", "/more" and "/without" go on from the last answer. */
export function startConversation(desk: Desk): (line: string) => Promise<Reply> {
  let offers: readonly Offer[] | undefined;
  return async (line) => {
    const given = await replyTo(line, desk, offers);
    if (parseLine(line).name === forget.name) offers = undefined;
    else if ('offers' in given) offers = goOn(given.offers, offers);
    return given;
  };
}

/** What can be done next: with an answer's quotes; below more quotes of it, still without what it assumed; below a page, all as before. */
function goOn(given: readonly Offer[], before: readonly Offer[] | undefined): readonly Offer[] | undefined {
  if (!given.some(({ action }) => action === 'context')) return before;
  const isAnswer = given.some(({ action, args }) => action === 'without' || (action === 'follow' && args.length > 1));
  return isAnswer ? given : [...given, ...(before?.filter(({ action }) => action === 'without') ?? [])];
}

/** There is one person here, and one place. */
const HERE = { surface: 'terminal', place: { user: 'you', channel: 'here' }, name: '', at: 0 } as const;

/** Everything that may stand behind a slash. */
export const names: readonly string[] = [...commands, ...actions].map(({ name }) => name);

async function replyTo(line: string, desk: Desk, offers: readonly Offer[] | undefined): Promise<Reply> {
  const meant = commandIn(line, list.commands, 'terminal');
  if (meant) {
    const { command, ...typed } = meant;
    return command.run({ ...typed, private: false, ...HERE }, desk, libraryOf(desk));
  }
  const { name, text } = parseLine(line);
  const action: Action | undefined = actions.find((one) => one.name === name);
  if (!action) {
    const elsewhere = list.commands.find((one) => one.only === 'discord' && one.name.split(' ')[0] === name);
    if (elsewhere) return tell(wording.onlyOnDiscord(`/${elsewhere.name}`));
    return noSuchCommand(name, names);
  }
  const offer = offers?.find((one) => one.action === action.name);
  const none = tell((offers && action.none) ?? wording.nothingMore);
  if (!offer) return none;
  const message = { id: '', content: '', offers: offers ?? [], private: false };
  const replies = await action.run(
    { ...HERE, args: offer.args, text, chosen: [], message, now: desk, mayDelete: async () => false },
    desk,
    libraryOf(desk),
  );
  return [replies ?? none].flat()[0] ?? none;
}
