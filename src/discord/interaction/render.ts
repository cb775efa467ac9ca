import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { customId } from '../../action.ts';
import { LONGEST_QUESTION } from '../../answering/question.ts';
import { type Button, type MenuRow, write } from '../../chat/write.ts';
import type { Reply } from '../../reply.ts';

/** A message for Discord; undefined where there is no room for it. Nothing in it pings anybody, and its links have no previews. */
export function render(...reply: Parameters<typeof write>) {
  const sheet = write(...reply);
  if (!sheet) return undefined;
  return {
    content: sheet.content,
    components: [...sheet.menus.map(rowOfMenu), ...rowOfButtons(sheet.buttons)],
    allowedMentions: { parse: [], repliedUser: false },
    flags: MessageFlags.SuppressEmbeds,
  } as const;
}

/** One row of buttons, or none. */
function rowOfButtons(buttons: readonly Button[]): ActionRowBuilder<ButtonBuilder>[] {
  if (buttons.length === 0) return [];
  const built = buttons.map((one) => new ButtonBuilder().setCustomId(one.customId).setLabel(one.label).setStyle(ButtonStyle.Secondary));
  return [new ActionRowBuilder<ButtonBuilder>().addComponents(built)];
}

function rowOfMenu({ customId: id, label, choices, most }: MenuRow): ActionRowBuilder<StringSelectMenuBuilder> {
  const options = choices.map(({ value, label: name, hint }) => ({
    value: String(value),
    label: name,
    ...(hint && { description: hint }),
  }));
  const menu = new StringSelectMenuBuilder().setCustomId(id).setPlaceholder(label).setMaxValues(most).addOptions(options);
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
}

/** The only field of a form. */
export const FIELD = 'text';

/** A form for a line of text. */
export function formOf({ title, label, hint, offer }: Extract<Reply, { kind: 'form' }>, fingerprint: string): ModalBuilder {
  const input = new TextInputBuilder().setCustomId(FIELD).setStyle(TextInputStyle.Short).setMaxLength(LONGEST_QUESTION);
  return new ModalBuilder()
    .setCustomId(customId(offer, fingerprint))
    .setTitle(title)
    .addLabelComponents(new LabelBuilder().setLabel(label).setDescription(hint).setTextInputComponent(input));
}
