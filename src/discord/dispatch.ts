import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  ComponentType,
  type Interaction,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Logger } from 'pino';
import { actions, commands } from '../../commands/index.ts';
import { readCustomId } from '../action.ts';
import { fingerprint } from '../article/fingerprint.ts';
import type { Place } from '../conversation/conversations.ts';
import type { Desk } from '../desk.ts';
import { type Offer, type Reply, tell } from '../reply.ts';
import { wording } from '../wording.ts';
import { guarded, logged } from './guard.ts';
import { FIELD } from './render.ts';
import { send } from './send.ts';

/** Discord shows so many choices, of so many UTF-16 units. */
const CHOICES = 25;
const LONGEST_CHOICE = 100;

/** Answers interactions. */
export function dispatcher(desk: Desk, log: Logger): (interaction: Interaction) => Promise<void> {
  const article = fingerprint(desk.article);
  return (interaction) =>
    logged(log, { interaction: nameOf(interaction), guild: interaction.guildId }, async () => {
      if (interaction.isAutocomplete()) await interaction.respond(choicesFor(interaction, desk));
      else if (interaction.isChatInputCommand()) await send(interaction, await guarded(log, () => runCommand(interaction, desk)), article);
      else if (interaction.isMessageComponent() || interaction.isModalSubmit())
        await send(interaction, await guarded(log, () => runAction(interaction, desk, article)), article);
      return true;
    });
}

async function runCommand(interaction: ChatInputCommandInteraction, desk: Desk): Promise<readonly Reply[]> {
  const command = commands.find(({ name, only }) => name === interaction.commandName && only !== 'terminal');
  if (!command) return [tell(wording.noSuchCommand(`/${interaction.commandName}`))];
  const text = String(interaction.options.get(command.option?.name ?? '')?.value ?? '');
  const alone = interaction.options.getBoolean('private') ?? false;
  const chosen = interaction.options.get(command.choice?.name ?? '')?.value;
  const choice = chosen !== undefined && { choice: String(chosen) };
  return [await command.run({ text, ...choice, private: alone, surface: 'discord', place: placeOf(interaction) }, desk)];
}

function choicesFor(interaction: AutocompleteInteraction, desk: Desk): { name: string; value: string }[] {
  const command = commands.find(({ name }) => name === interaction.commandName);
  const suggested = command?.suggest?.(interaction.options.getFocused(), desk) ?? [];
  return suggested
    .filter(({ length }) => length <= LONGEST_CHOICE)
    .slice(0, CHOICES)
    .map((question) => ({ name: question, value: question }));
}

async function runAction(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  desk: Desk,
  article: string,
): Promise<readonly Reply[]> {
  const { customId, message, user, memberPermissions } = interaction;
  const ids = message ? customIdsOf(message) : [];
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
      message: {
        content: message?.content ?? '',
        offers: offersIn(ids, article),
        private: message?.flags.has(MessageFlags.Ephemeral) ?? false,
      },
      mayDelete:
        !interaction.inGuild() ||
        askerOf(message) === user.id ||
        desk.given(offersIn(ids, article).find(({ action: name }) => name === 'follow')?.args[1] ?? -1)?.place.user === user.id ||
        (memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false),
    },
    desk,
  );
  return [replies ?? tell(wording.noLongerApplies)].flat();
}

/** Who asked for a message: with a command or a button, or with a message that it replies to. */
function askerOf(message: Message | null): string | undefined {
  return message?.interactionMetadata?.user.id ?? message?.mentions.repliedUser?.id;
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

/** What an interaction is, for the log. */
function nameOf(interaction: Interaction): string {
  if (interaction.isAutocomplete()) return `/${interaction.commandName} …`;
  if (interaction.isCommand()) return `/${interaction.commandName}`;
  return 'customId' in interaction ? (readCustomId(interaction.customId)?.name ?? 'unknown') : 'unknown';
}
