import type { BaseInteraction, User } from 'discord.js';
import type { Here } from '../../commands/command.ts';
import type { Place } from '../conversation/conversations.ts';
import { channelOf } from './channel.ts';

/** Who is there, and where. */
interface Position {
  readonly user: User;
  readonly channelId: string | null;
  readonly guildId: string | null;
}

export function placeOf({ user, channelId, guildId }: Position): Place {
  return { user: user.id, channel: channelId ?? '', ...(guildId && { guild: guildId }) };
}

/** @param article the fingerprint of the article that is talked about */
export function hereOf(interaction: BaseInteraction, article: string): Here {
  const { client, user, channelId, appPermissions } = interaction;
  const here = { surface: 'discord', place: placeOf(interaction), name: user.displayName, at: Date.now() } as const;
  if (!interaction.inGuild() || !channelId) return here;
  return { ...here, channel: channelOf(client, channelId, article, appPermissions) };
}
