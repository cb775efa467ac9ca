import type { Message } from '../../commands/command.ts';
import { actions } from '../../commands/index.ts';
import { readCustomId } from '../action.ts';
import type { Place } from '../conversation/conversations.ts';
import type { Desk } from '../desk.ts';
import type { Library } from '../library/library.ts';
import type { Offer } from '../reply.ts';
import { wording } from '../wording.ts';
import { escaped, unescaped } from './markdown.ts';

/** A message of the bot as it was sent. */
export interface Sent {
  readonly id: string;
  /** What it says, in Markdown. */
  readonly content: string;
  /** Of its menus and buttons, from the first. */
  readonly customIds: readonly string[];
  /** Whether one person alone sees it. */
  readonly private: boolean;
}

/** A message of the bot, for commands. @param fingerprint of the article that it is about */
export function messageOf({ id, content, customIds, private: alone }: Sent, fingerprint: string): Message {
  const offers = offersIn(customIds, fingerprint);
  return { id, content, offers, private: alone, refuses: isRefusal(content), ...askedIn(content, offers) };
}

/** The question that a message answers, and what that goes on from. */
function askedIn(content: string, offers: readonly Offer[]): Pick<Message, 'title' | 'question' | 'about'> {
  const [first = '', second = ''] = content.split('\n');
  const bold = /^\*\*(.+)\*\*$/.exec(first)?.[1];
  if (bold === undefined) return {};
  const title = unescaped(bold);
  if (!isAnswer(content, offers)) return { title };
  const note = unescaped(second.replace(/^-# /, ''));
  const about = second.startsWith('-# ') && note.startsWith(wording.about('')) ? note.slice(wording.about('').length) : undefined;
  return { title, question: title, ...(about !== undefined && { about }) };
}

/** An answer has Delete or Share, unlike a pinned summary. A refusal is an answer, too. */
function isAnswer(content: string, offers: readonly Offer[]): boolean {
  const can = (...actions: readonly Offer['action'][]) => offers.some(({ action }) => actions.includes(action));
  if (!can('delete', 'share')) return false;
  const byModerator = [wording.correctedByModerator, wording.chosen].some((note) => content.includes(`\n-# ${note}`));
  return can('follow') || byModerator || isRefusal(content);
}

/** Whether a message says that the article doesn't say: it does so itself, and not in a quote. */
function isRefusal(content: string): boolean {
  return content.includes(`\n${escaped(wording.doesntSay)}`);
}

/** The text that a message with these `custom_id`s is about; undefined where it is about none, or about one that isn't there any more. */
export async function aboutWhich(
  customIds: readonly string[],
  place: Place,
  library: Library,
): Promise<{ readonly desk: Desk; readonly now: Desk } | undefined> {
  const about = customIds.flatMap((id) => readCustomId(id) ?? []);
  const [{ fingerprint } = { fingerprint: '' }] = [...about.filter(({ args }) => args.length > 0), ...about];
  const found = await library.find(place, fingerprint);
  return found && { desk: found.desk, now: found.now };
}

/** The offers that these `custom_id`s make, but for those of another version and those about places in another article. */
export function offersIn(customIds: readonly string[], fingerprint: string): Offer[] {
  return customIds.flatMap((id) => {
    const read = readCustomId(id);
    const action = actions.find(({ name }) => name === read?.name);
    if (!read || !action || (read.args.length > 0 && read.fingerprint !== fingerprint)) return [];
    return { action: action.name, args: read.args };
  });
}
