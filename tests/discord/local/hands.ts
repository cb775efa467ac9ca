import type { Parts } from './parts.ts';
import { allows, MANAGE_MESSAGES, PIN_MESSAGES } from './permissions.ts';
import type { Channel, Message, User } from './world.ts';

/** What somebody does to messages by hand. What their client doesn't let them do throws. */
export interface Hands {
  /** In a guild, it takes the permission to pin. */
  pins(message: Message): void;
  unpins(message: Message): void;
  /** One's own, or with the permission to manage messages anybody's. */
  deletes(message: Message): void;
}

export function handsOf(
  user: User,
  may: (where: Channel) => bigint,
  sees: (message: Message) => boolean,
  { messages, pins, threads }: Parts,
): Hands {
  const { username } = user;

  function takeUp(message: Message, needed: bigint): void {
    const { channel, onlyFor } = message;
    if (!sees(message) || onlyFor) throw new Error(`${username} doesn't see a message to do that to`);
    if (channel.guild && !allows(may(channel), needed)) throw new Error(`${username} may not do that`);
    if (!threads.openedFor(channel, may(channel))) throw new Error(`the thread is locked for ${username}`);
  }

  return {
    pins: (message) => {
      takeUp(message, PIN_MESSAGES);
      if (message.pins) throw new Error('that is no message to pin');
      if (!pins.pin(message, user)) throw new Error('there is no room for another pin');
    },
    unpins: (message) => {
      takeUp(message, PIN_MESSAGES);
      if (message.pinnedAt === undefined) throw new Error('it is not pinned');
      pins.unpin(message, user);
    },
    deletes: (message) => {
      const own = message.author === user;
      if (!own && !message.channel.guild) throw new Error(`${username} can delete only what is their own there`);
      takeUp(message, own ? 0n : MANAGE_MESSAGES);
      messages.remove(message);
    },
  };
}
