import { ComponentType, type Message, MessageFlags } from 'discord.js';
import type { Sent } from '../../chat/message.ts';

/** A message of the bot, as the rest of it knows one. */
export function sentOf(message: Message): Sent {
  const { id, content, flags } = message;
  return { id, content, customIds: customIdsOf(message), private: flags.has(MessageFlags.Ephemeral) };
}

/** The `custom_id`s of a message's buttons and menus, from the first. */
export function customIdsOf({ components }: Pick<Message, 'components'>): string[] {
  const parts = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  return parts.flatMap(({ customId }) => customId ?? []);
}
