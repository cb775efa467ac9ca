import type { Command } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { LONGEST_QUESTION } from '../answering/question.ts';
import { LONGEST } from '../chat/content.ts';
import { type Option, optionsOf } from '../chat/options.ts';
import { type Piece, shown } from '../chat/shown.ts';
import type { Button, MenuRow } from '../chat/write.ts';
import type { Library } from '../library/library.ts';
import { wording } from '../wording.ts';
import { PEOPLE, type Person } from './people.ts';
import type { Room, RoomMessage } from './room.ts';

/** What the page needs once. */
export interface Start {
  readonly people: readonly (Pick<Person, 'id' | 'name'> & { readonly moderates: boolean })[];
  readonly labels: typeof wording.web.labels;
  readonly bot: string;
  readonly about: string;
  /** How long a message and a question may be at most, in UTF-16 units. */
  readonly longest: { readonly message: number; readonly question: number };
}

/** What can be used there, as somebody sees it. */
export interface Offered {
  readonly name: string;
  readonly description: string;
  /** Used on a message. */
  readonly onMessage: boolean;
  readonly options: readonly Option[];
}

/** A message as the page shows it. */
export interface Shown {
  readonly id: string;
  /** Of two of them with the same id, the one with the greater version is the later one. */
  readonly version: number;
  readonly at: number;
  /** Undefined: the bot. */
  readonly by?: string;
  readonly pieces: readonly Piece[];
  readonly menus: readonly MenuRow[];
  readonly buttons: readonly Button[];
  readonly private: boolean;
  readonly asked?: RoomMessage['asked'];
  readonly replyTo?: string;
  readonly edited: boolean;
  readonly pinned: boolean;
}

/** What the page is told after something was done: what has changed since the version that it knows. */
export interface News {
  readonly version: number;
  readonly messages: readonly Shown[];
  readonly gone: readonly string[];
  /** Questions that can be asked, a few. */
  readonly examples: readonly string[];
}

export function startOf({ host }: Library): Start {
  const { labels, bot, about } = wording.web;
  const people = PEOPLE.map(({ id, name, may }) => ({ id, name, moderates: may.length > 0 }));
  return { people, labels, bot, about: about(host.article.about.title), longest: { message: LONGEST, question: LONGEST_QUESTION } };
}

/** What somebody may use: what needs a permission that they lack is not offered. */
export function offeredTo({ may }: Person): Offered[] {
  const theirs = commands.filter(({ only, needs }) => only !== 'terminal' && (!needs || may.includes(needs)));
  return theirs.map((command: Command) => ({
    name: command.name,
    description: command.description,
    onMessage: command.kind === 'message',
    options: optionsOf(command),
  }));
}

/** So many examples are offered. */
const EXAMPLES = 3;

export function newsFor(person: Person, since: number, room: Room, { host }: Library): News {
  const { version, messages, gone } = room.since(since, person.id);
  return { version, messages: messages.map(viewOf), gone, examples: host.suggestions(EXAMPLES) };
}

function viewOf({ content, to, edited = false, pinned = false, ...message }: RoomMessage & { readonly version: number }): Shown {
  const pieces = message.by === undefined ? shown(content) : [{ kind: 'text', text: content } as const]; // people's words as they wrote them
  return { ...message, pieces, private: to !== undefined, edited, pinned };
}
