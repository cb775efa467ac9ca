import type { Action } from '../../commands/command.ts';
import { forget } from '../../commands/forget.ts';
import * as list from '../../commands/index.ts';
import { commandIn, noSuchCommand, parseLine } from '../../commands/line.ts';
import { web } from '../../commands/web.ts';
import type { Desk } from '../desk.ts';
import type { OpenTexts } from '../library/open-texts.ts';
import { type Offer, type Reply, tell } from '../reply.ts';
import { wording } from '../wording.ts';

/** What can be said here. */
export const commands = list.commands.filter(({ only }) => only !== 'discord');
const actions = list.actions.filter(({ only }) => only !== 'discord');

/** A conversation with one person: each line gets a reply; "/context", "/more" and "/without" go on from the last answer of the text that is talked about. */
export function startConversation(texts: OpenTexts, openPage?: () => Promise<string>): (line: string) => Promise<Reply> {
  const offers = new Map<Desk, Offers>();
  return async (typed) => {
    const { desk } = texts.current;
    const line = openPage && typed.trim().toLowerCase() === 'w' ? `/${web.name}` : typed;
    const given = await replyTo(line, texts, desk, offers.get(desk), openPage);
    if (parseLine(line).name === forget.name) offers.clear();
    else if ('offers' in given && isAboutQuotes(given.offers)) offers.set(desk, goOn(given, offers.get(desk)));
    return given;
  };
}

/** What can be done next, and the fingerprint of the text that it is about, where that is not the one that is talked about. */
type Offers = { readonly offers: readonly Offer[]; readonly article?: string };

function isAboutQuotes(offers: readonly Offer[]): boolean {
  return offers.some(({ action }) => action === 'context');
}

/** What can be done next: with an answer's quotes; below more quotes of it, still without what it assumed. */
function goOn({ offers, article }: Offers, before: Offers | undefined): Offers {
  const isAnswer = offers.some(({ action, args }) => action === 'without' || (action === 'follow' && args.length > 1));
  if (isAnswer) return { offers, ...(article !== undefined && { article }) };
  return { ...before, offers: [...offers, ...(before?.offers.filter(({ action }) => action === 'without') ?? [])] };
}

/** There is one person here; each text has a place of its own, where follow-ups belong to it. */
const hereWith = ({ fingerprint }: Desk) =>
  ({ surface: 'terminal', place: { user: 'you', channel: fingerprint }, name: '', at: 0 }) as const;

/** Everything that may stand behind a slash. */
export const names: readonly string[] = [...commands, ...actions].map(({ name }) => name);

async function replyTo(
  line: string,
  opened: OpenTexts,
  desk: Desk,
  given: Offers | undefined,
  openPage?: () => Promise<string>,
): Promise<Reply> {
  const { library } = opened;
  const here = hereWith(desk);
  const meant = commandIn(line, list.commands, 'terminal');
  if (meant) {
    const { command, ...typed } = meant;
    return command.run({ ...typed, private: false, ...here, opened, ...(openPage && { openPage }) }, desk, library);
  }
  const { name, text } = parseLine(line);
  const action: Action | undefined = actions.find((one) => one.name === name);
  if (!action) {
    const elsewhere = list.commands.find((one) => one.only === 'discord' && one.name.split(' ')[0] === name);
    if (elsewhere) return tell(wording.onlyOnDiscord(`/${elsewhere.name}`));
    return noSuchCommand(name, names);
  }
  const { offers = [], article = desk.fingerprint } = given ?? {};
  const offer = offers.find((one) => one.action === action.name);
  const none = tell((given && action.none) ?? wording.nothingMore);
  if (!offer) return none;
  const of = article === desk.fingerprint ? desk : ((await library.find({}, article))?.desk ?? desk);
  const message = { id: '', content: '', offers, private: false };
  const replies = await action.run(
    { ...here, args: offer.args, text, chosen: [], message, now: of, mayDelete: async () => false },
    of,
    library,
  );
  return [replies ?? none].flat()[0] ?? none;
}
