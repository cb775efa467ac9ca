import { ChannelType, type GuildTextBasedChannel, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import { type Reply, tell } from '../../reply.ts';
import type { Channel, Permission } from '../../surface.ts';
import { wording } from '../../wording.ts';

/** Discord's bits for what may be needed. */
export const BITS: Readonly<Record<Permission, bigint>> = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
  'Pin Messages': PermissionFlagsBits.PinMessages,
  'Manage Messages': PermissionFlagsBits.ManageMessages,
  'Manage Server': PermissionFlagsBits.ManageGuild,
};

/** What the bot needs in a server, and nothing else: to answer who mentions it, in channels and threads, and to pin summaries. Replying needs the history. */
export const NEEDED: readonly Permission[] = [
  'View Channel',
  'Send Messages',
  'Send Messages in Threads',
  'Read Message History',
  'Pin Messages',
];

/** What of these somebody lacks. */
export function lacking(permissions: Readonly<PermissionsBitField> | null, needs: readonly Permission[]): Permission[] {
  return needs.filter((need) => !permissions?.has(BITS[need]));
}

/**
 * What somebody is told who may not do something; undefined where they may.
 * @param permissions what they may do there; null in direct messages
 */
export function refusal(
  permissions: Readonly<PermissionsBitField> | null,
  needs: Permission | undefined,
  channel?: Channel,
): Reply | undefined {
  if (needs === undefined) return undefined;
  if (!channel) return tell(wording.inServersOnly, 'refused');
  return lacking(permissions, [needs]).length > 0 ? tell(wording.youLack([needs], channel.name), 'refused') : undefined;
}

/** What the bot lacks to reply to a message in a channel; nothing where that isn't known. The chat of a voice channel is for who may join it. */
export function lacksToReply(channel: GuildTextBasedChannel): string[] {
  const may = channel.permissionsFor(channel.client.user);
  if (!may) return [];
  return may.missing([
    PermissionFlagsBits.ViewChannel,
    PermissionFlagsBits.ReadMessageHistory,
    channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages,
    ...(channel.type === ChannelType.GuildVoice || channel.type === ChannelType.GuildStageVoice ? [PermissionFlagsBits.Connect] : []),
  ]);
}
