import type { Here } from '../../commands/command.ts';
import { customId } from '../action.ts';
import { write } from '../chat/write.ts';
import type { Place } from '../conversation/conversations.ts';
import type { Library } from '../library/library.ts';
import { type Reply, tell } from '../reply.ts';
import type { Permission } from '../surface.ts';
import { wording } from '../wording.ts';
import { channelOf } from './channel.ts';
import type { Person } from './people.ts';
import type { Room, RoomMessage } from './room.ts';

/** The only server and its only channel. */
const [GUILD, CHANNEL] = ['1', '2'];

/** A form that is to be filled in: what is typed comes back with its `custom_id`. */
export interface Form {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly customId: string;
  /** The message that it belongs to. */
  readonly message: string;
}

/** What a reply belongs to. */
export interface Origin {
  readonly person: Person;
  /** Undefined: a message that was written, and no command and no press. */
  readonly asked?: NonNullable<RoomMessage['asked']>;
  /** The message that was acted on. */
  readonly on?: string;
  readonly replyTo?: string;
}

/** The channel as the bot's parts use it: who is there, what they may do, and how replies are shown. */
export interface Stage {
  readonly library: Library;
  readonly room: Room;
  placeOf(person: Person): Place;
  /** @param fingerprint of the article that is talked about */
  hereOf(person: Person, fingerprint: string): Here;
  /** What to tell somebody who may not do something; undefined if they may. */
  refusal(person: Person, needs: Permission | undefined): Reply | undefined;
  /** Shows what came of something, or asks for what a form asks. */
  show(reply: Reply, origin: Origin): Form | undefined;
  /** Does something, and tells the person who asked if it goes wrong. */
  tried(work: () => Promise<readonly Reply[]>): Promise<readonly Reply[]>;
}

/** @param now in milliseconds since 1970 @param report is told of what went wrong */
export function openStage(library: Library, room: Room, now: () => number, report: (error: unknown) => void): Stage {
  const placeOf = ({ id }: Person): Place => ({ user: id, channel: CHANNEL, guild: GUILD });
  const show = (reply: Reply, origin: Origin): Form | undefined => {
    const { person, asked, on, replyTo } = origin;
    if (reply.kind === 'leave') return undefined;
    if (reply.kind === 'remove') {
      if (on !== undefined) room.remove(on);
      return undefined;
    }
    const { article = library.host.fingerprint } = reply;
    if (reply.kind === 'form') {
      const { title, label, hint, offer } = reply;
      return { title, label, hint, customId: customId(offer, article), message: on ?? '' };
    }
    const sheet = write(reply.blocks, reply.offers, article, reply);
    if (!sheet) return show(tell(wording.noRoom), origin);
    if (reply.kind === 'update' && on !== undefined) room.edit(on, { ...sheet, edited: room.get(on)?.to === undefined });
    else {
      const alone = reply.kind === 'reply' && reply.audience === 'asker';
      const to = replyTo ?? on;
      room.post({ ...sheet, ...(alone && { to: person.id }), ...(asked && { asked }), ...(to !== undefined && { replyTo: to }) });
    }
    return undefined;
  };
  return {
    library,
    room,
    placeOf,
    hereOf: (person, fingerprint) => ({
      surface: 'discord',
      place: placeOf(person),
      name: person.name,
      at: now(),
      channel: channelOf(room, fingerprint),
      elsewhere: () => channelOf(room, fingerprint),
    }),
    refusal: ({ may }, needs) =>
      needs === undefined || may.includes(needs) ? undefined : tell(wording.youLack([needs], wording.web.channel), 'refused'),
    show,
    tried: (work) =>
      work().catch((error) => {
        report(error);
        return [tell(wording.failed, 'failed')];
      }),
  };
}
