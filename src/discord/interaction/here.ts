import type { BaseInteraction, TextBasedChannel, User } from 'discord.js';
import type { Logger } from 'pino';
import type { Here } from '../../../commands/command.ts';
import type { Place } from '../../conversation/conversations.ts';
import { channelOf } from './channel.ts';

/** Who is there, and where. */
interface Position {
  readonly user: User;
  /** Discord may leave it out. */
  readonly channel: TextBasedChannel | null;
  readonly channelId: string | null;
  readonly guildId: string | null;
}

export function placeOf({ user, channel, channelId, guildId }: Position): Place {
  const parent = channel?.isThread() ? channel.parentId : null;
  return { user: user.id, channel: channelId ?? '', ...(parent && { parent }), ...(guildId && { guild: guildId }) };
}

let last = 0;

/** When something came in, in milliseconds since 1970: of two things at the same moment, the later one has a little more. */
function received(): number {
  last = Math.max(Date.now(), last + 0.001);
  return last;
}

/** @param fingerprint of the article that is talked about */
export function hereOf(interaction: BaseInteraction, fingerprint: string, log: Logger): Here {
  const { client, user, channelId, appPermissions } = interaction;
  const here = { surface: 'discord', place: placeOf(interaction), name: user.displayName, at: received() } as const;
  if (!interaction.inGuild() || !channelId) return here;
  const elsewhere = (id: string) => channelOf(client, id, fingerprint, null, log);
  return { ...here, elsewhere, channel: channelOf(client, channelId, fingerprint, appPermissions, log) };
}
