import type { AutocompleteInteraction, ChatInputCommandInteraction, Interaction } from 'discord.js';
import type { Logger } from 'pino';
import { commands } from '../../commands/index.ts';
import { readCustomId } from '../action.ts';
import { fingerprint } from '../article/fingerprint.ts';
import type { Desk } from '../desk.ts';
import { type Reply, tell } from '../reply.ts';
import { wording } from '../wording.ts';
import { guarded, logged } from './guard.ts';
import { placeOf, runAction } from './press.ts';
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

/** What an interaction is, for the log. */
function nameOf(interaction: Interaction): string {
  if (interaction.isAutocomplete()) return `/${interaction.commandName} …`;
  if (interaction.isCommand()) return `/${interaction.commandName}`;
  return 'customId' in interaction ? (readCustomId(interaction.customId)?.name ?? 'unknown') : 'unknown';
}
