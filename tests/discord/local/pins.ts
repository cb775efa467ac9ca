import type { Gateway } from './gateway.ts';
import { DIRECT_MESSAGES, GUILDS } from './intents.ts';
import type { Messages } from './messages.ts';
import { botMayIn } from './permissions.ts';
import type { Channel, Message, User, World } from './world.ts';

export const PIN_LIMIT = 250;

/** What is pinned, and what Discord does and tells when that changes. */
export interface Pins {
  /** The pinned messages of a channel, the latest pin first. One that is deleted is none any more. */
  of(channel: Channel): Message[];
  /**
   * Pins a message, unless it is pinned already. The channel says who has done that.
   * @returns whether there was room for it
   */
  pin(message: Message, by: User, reason?: string): boolean;
  /** Unpins a message, if it is pinned. */
  unpin(message: Message, by: User, reason?: string): void;
}

export function pinsOf(world: World, messages: Messages, gateway: Gateway): Pins {
  let latest = 0;

  const of = (channel: Channel) =>
    world.messages
      .filter((one) => one.channel === channel && one.pinnedAt !== undefined && !one.deleted)
      .sort((a, b) => (b.pinnedAt ?? 0) - (a.pinnedAt ?? 0));

  function changed(action: 'pin' | 'unpin', message: Message, by: User, reason?: string): void {
    const { channel } = message;
    const { id, guild } = channel;
    channel.lastPinAt = of(channel)[0]?.pinnedAt;
    if (guild) world.auditLog.push({ guild, action, message, by, ...(reason !== undefined && { reason }) });
    messages.changed(message);
    if (guild && botMayIn(channel, world) === 0n) return;
    const last = channel.lastPinAt === undefined ? null : new Date(channel.lastPinAt).toISOString();
    const data = { channel_id: id, last_pin_timestamp: last, ...(guild && { guild_id: guild.id }) };
    gateway.tell('CHANNEL_PINS_UPDATE', data, guild ? GUILDS : DIRECT_MESSAGES);
  }

  return {
    of,
    pin: (message, by, reason) => {
      const { channel, pinnedAt } = message;
      if (pinnedAt !== undefined) return true;
      if (of(channel).length >= (channel.pinLimit ?? PIN_LIMIT)) return false;
      latest = Math.max(Date.now(), latest + 1); // pages of pins are told apart by their times
      message.pinnedAt = latest;
      changed('pin', message, by, reason);
      messages.create({ channel, author: by, content: '', pins: message });
      return true;
    },
    unpin: (message, by, reason) => {
      if (message.pinnedAt === undefined) return;
      delete message.pinnedAt;
      changed('unpin', message, by, reason);
    },
  };
}
