import {
  ComponentType,
  type Interaction,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { actions } from '../../commands/index.ts';
import { readCustomId } from '../action.ts';
import type { Place } from '../conversation/conversations.ts';
import type { Desk } from '../desk.ts';
import { type Offer, type Reply, tell } from '../reply.ts';
import { wording } from '../wording.ts';
import { FIELD } from './render.ts';

/**
 * Does what a button, or a form that was filled in, offers.
 * @param article the fingerprint of the article that is talked about
 */
export async function runAction(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  desk: Desk,
  article: string,
): Promise<readonly Reply[]> {
  const { customId, message } = interaction;
  const ids = message ? customIdsOf(message) : [];
  const offers = offersIn(ids, article);
  const [form, text] = interaction.isModalSubmit() ? [true, interaction.fields.getTextInputValue(FIELD)] : [false, ''];
  // What is no button of the message was made up, or is gone by now; a form's offer is on no button.
  const [taken] = offersIn(form || ids.includes(customId) ? [customId] : [], article);
  const action = actions.find(({ name, takesText = false }) => name === taken?.action && takesText === form);
  const replies = await action?.run(
    {
      args: taken?.args ?? [],
      text,
      surface: 'discord',
      place: placeOf(interaction),
      message: { content: message?.content ?? '', offers, private: message?.flags.has(MessageFlags.Ephemeral) ?? false },
      mayDelete: mayDelete(interaction, offers, desk),
    },
    desk,
  );
  return [replies ?? tell(wording.noLongerApplies)].flat();
}

/** Whether who presses may take the message away: they are alone with the bot, asked for it, or may manage messages there. */
function mayDelete(interaction: MessageComponentInteraction | ModalSubmitInteraction, offers: readonly Offer[], desk: Desk): boolean {
  const { message, user, memberPermissions } = interaction;
  const id = offers.find(({ action }) => action === 'follow')?.args[1];
  const askers = [
    message?.interactionMetadata?.user.id ?? message?.mentions.repliedUser?.id,
    id === undefined ? undefined : desk.given(id)?.place.user, // also where the message that it replies to is gone
  ];
  return !interaction.inGuild() || askers.includes(user.id) || (memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false);
}

export function placeOf({ user, channelId, guildId }: Pick<Interaction, 'user' | 'channelId' | 'guildId'>): Place {
  return { user: user.id, channel: channelId ?? '', ...(guildId && { guild: guildId }) };
}

/** The `custom_id`s of a message's buttons, from the first. */
export function customIdsOf({ components }: Pick<Message, 'components'>): string[] {
  const buttons = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  return buttons.flatMap(({ customId }) => customId ?? []);
}

/** The offers that these `custom_id`s make, but for those of another version and those about places in another article. */
export function offersIn(customIds: readonly string[], article: string): Offer[] {
  return customIds.flatMap((id) => {
    const read = readCustomId(id);
    const action = actions.find(({ name }) => name === read?.name);
    if (!read || !action || (read.args.length > 0 && read.article !== article)) return [];
    return { action: action.name, args: read.args };
  });
}
