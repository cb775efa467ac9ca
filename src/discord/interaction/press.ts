import { type MessageComponentInteraction, MessageFlags, type ModalSubmitInteraction, PermissionFlagsBits } from 'discord.js';
import type { Logger } from 'pino';
import { type Taken, takeOffer } from '../../chat/take-offer.ts';
import type { Library } from '../../library/library.ts';
import type { Reply } from '../../reply.ts';
import type { Read } from '../limits/reading.ts';
import { hereOf, placeOf } from './here.ts';
import { sentOf } from './message.ts';
import { refusal } from './permissions.ts';
import { FIELD } from './render.ts';

/** What can be acted with: a button, a menu, or a form that was filled in. */
type Pressed = MessageComponentInteraction | ModalSubmitInteraction;

/** Does what a button, a menu or a form offers. */
export async function runAction(interaction: Pressed, library: Library, read: Read, log: Logger): Promise<readonly Reply[]> {
  const { memberPermissions: may } = interaction;
  const place = placeOf(interaction);
  return takeOffer(takenBy(interaction), library, {
    here: (fingerprint) => hereOf(interaction, fingerprint, log),
    refusal: (needs, { channel }) => refusal(may, needs, channel),
    acknowledge: async () => interaction.isMessageComponent() && interaction.deferUpdate(),
    mayDelete: isTheirs(interaction),
    read: (message, work) => {
      const sign = () =>
        interaction.isModalSubmit()
          ? interaction.deferReply(message.private ? { flags: MessageFlags.Ephemeral } : {})
          : interaction.deferUpdate();
      return read({ place, may, work, sign });
    },
  });
}

function takenBy(interaction: Pressed): Taken {
  const { customId, message } = interaction;
  return {
    customId,
    place: placeOf(interaction),
    message: message ? sentOf(message) : undefined,
    by: interaction.isModalSubmit() ? 'form' : interaction.isStringSelectMenu() ? 'menu' : 'button',
    values: interaction.isStringSelectMenu() ? interaction.values : [],
    text: interaction.isModalSubmit() ? interaction.fields.getTextInputValue(FIELD) : '',
  };
}

/** Whether who presses may take the message away: they are alone with the bot, asked for it, or may manage messages there. */
function isTheirs(interaction: Pressed): boolean {
  const { message, user, memberPermissions } = interaction;
  const asker = message?.interactionMetadata?.user.id ?? message?.mentions.repliedUser?.id;
  return !interaction.inGuild() || asker === user.id || memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
}
