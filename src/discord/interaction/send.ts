import {
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { type Reply, tell } from '../../reply.ts';
import { wording } from '../../wording.ts';
import { refusedBy } from './refused.ts';
import { formOf, render } from './render.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/**
 * Sends the replies to an interaction, in their order. The first one acknowledges it, unless there are more: then it is acknowledged
 * before, so that an update can come after a reply. Where a message has no room for one, who asked is told so instead.
 * @param fingerprint of the article that their offers are about, where they don't say
 * @throws DiscordAPIError where Discord doesn't take one; those behind it are not sent then
 */
export async function send(interaction: Answerable, replies: readonly Reply[], fingerprint: string): Promise<void> {
  if (replies.length > 1 && interaction.isMessageComponent() && !interaction.deferred) await interaction.deferUpdate();
  for (const reply of replies) await sendOne(interaction, reply, fingerprint);
}

/** Whether there is a message that an update can change: a form that was opened by a button belongs to the button's. */
function isOnMessage(interaction: Answerable): interaction is MessageComponentInteraction | ModalMessageModalSubmitInteraction {
  return interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
}

/** Whether a reply is awaited: it was said that there will be one. */
function isPending(interaction: Answerable): boolean {
  return !interaction.isMessageComponent() && interaction.deferred && !interaction.replied;
}

/** Whether only one person sees what would be edited. */
function isPrivate(interaction: Answerable): boolean {
  return isOnMessage(interaction) ? interaction.message.flags.has(MessageFlags.Ephemeral) : interaction.ephemeral === true;
}

async function sendOne(interaction: Answerable, reply: Reply, usual: string): Promise<unknown> {
  const acknowledged = interaction.deferred || interaction.replied;
  if (reply.kind === 'leave') return;
  if (reply.kind === 'remove') {
    if (!acknowledged && interaction.isMessageComponent()) await interaction.deferUpdate();
    return interaction.deleteReply();
  }
  const { article: fingerprint = usual } = reply;
  if (reply.kind === 'form') return interaction.isModalSubmit() ? undefined : interaction.showModal(formOf(reply, fingerprint));
  const message = render(reply.blocks, reply.offers, fingerprint, reply);
  if (!message) return sendOne(interaction, tell(wording.noRoom), fingerprint);
  const alone = { ...message, flags: message.flags | MessageFlags.Ephemeral } as const;
  const edited = (isPrivate(interaction) ? alone : message) as typeof message; // an edit keeps the flags that were set
  if (reply.kind === 'update')
    return acknowledged || !isOnMessage(interaction) ? interaction.editReply(edited) : interaction.update(edited);
  const seen = reply.audience === 'asker' ? alone : message;
  if (isPending(interaction)) {
    if (reply.audience === 'everyone' || interaction.ephemeral)
      return interaction.editReply(edited).catch(unlessGone(() => interaction.followUp(seen)));
    await interaction.deleteReply().catch(unlessGone(() => undefined)); // what everybody sees that somebody waits for can't become an answer for them alone
  }
  return acknowledged ? interaction.followUp(seen) : interaction.reply(seen);
}

/** Somebody may have taken away the message that says that an answer is awaited: it is given in another one then. */
function unlessGone<T>(instead: () => T): (error: unknown) => T {
  return (error) => {
    if (refusedBy(error) === 'gone') return instead();
    throw error;
  };
}
