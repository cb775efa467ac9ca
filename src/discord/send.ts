import { type ChatInputCommandInteraction, type MessageComponentInteraction, MessageFlags } from 'discord.js';
import type { Reply } from '../reply.ts';
import { render } from './render.ts';

export type Answerable = ChatInputCommandInteraction | MessageComponentInteraction;

/**
 * Sends the replies to an interaction, in their order. The first one acknowledges it, unless there are more: then it is acknowledged
 * before, so that an update can come after a reply.
 * @param article its fingerprint
 * @throws DiscordAPIError where Discord doesn't take one; those behind it are not sent then
 */
export async function send(interaction: Answerable, replies: readonly Reply[], article: string): Promise<void> {
  if (replies.length > 1 && interaction.isMessageComponent()) await interaction.deferUpdate();
  for (const reply of replies) await sendOne(interaction, reply, article);
}

async function sendOne(interaction: Answerable, reply: Reply, article: string): Promise<unknown> {
  const acknowledged = interaction.deferred || interaction.replied;
  switch (reply.kind) {
    case 'reply': {
      const message = render(reply.blocks, reply.offers, article);
      const seen = reply.audience === 'asker' ? ({ ...message, flags: message.flags | MessageFlags.Ephemeral } as const) : message;
      return acknowledged ? interaction.followUp(seen) : interaction.reply(seen);
    }
    case 'update': {
      const message = render(reply.blocks, reply.offers, article);
      return acknowledged || !interaction.isMessageComponent() ? interaction.editReply(message) : interaction.update(message);
    }
    case 'remove':
      if (!acknowledged && interaction.isMessageComponent()) await interaction.deferUpdate();
      return interaction.deleteReply();
    case 'leave':
      return;
  }
}
