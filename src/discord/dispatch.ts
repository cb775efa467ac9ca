import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  ComponentType,
  DiscordAPIError,
  HTTPError,
  type Interaction,
  type MessageComponentInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Logger } from 'pino';
import { actions, commands } from '../../commands/index.ts';
import { readCustomId } from '../action.ts';
import { fingerprint } from '../article/fingerprint.ts';
import type { Desk } from '../desk.ts';
import { type Offer, type Reply, tell } from '../reply.ts';
import { wording } from '../wording.ts';
import { problemOf } from './log.ts';
import { send } from './send.ts';

/** Discord shows so many choices, of so many UTF-16 units. */
const CHOICES = 25;
const LONGEST_CHOICE = 100;

/** Answers interactions. It never throws: what goes wrong is a line in the log, without what people wrote. */
export function dispatcher(desk: Desk, log: Logger): (interaction: Interaction) => Promise<void> {
  const article = fingerprint(desk.article);
  return async (interaction) => {
    const started = performance.now();
    const line = () => ({ interaction: nameOf(interaction), guild: interaction.guildId, ms: Math.round(performance.now() - started) });
    try {
      if (interaction.isAutocomplete()) await interaction.respond(choicesFor(interaction, desk));
      else if (interaction.isChatInputCommand())
        await send(
          interaction,
          guarded(() => runCommand(interaction, desk)),
          article,
        );
      else if (interaction.isMessageComponent())
        await send(
          interaction,
          guarded(() => runAction(interaction, desk, article)),
          article,
        );
      log.info(line(), 'answered');
    } catch (error) {
      const discords = error instanceof DiscordAPIError || error instanceof HTTPError;
      log[discords ? 'warn' : 'error']({ ...line(), ...problemOf(error) }, 'not answered');
    }
  };

  /** Whatever is wrong in a command, who asks is told. */
  function guarded(run: () => readonly Reply[]): readonly Reply[] {
    try {
      return run();
    } catch (error) {
      log.error(problemOf(error), 'a command failed');
      return [tell(wording.failed)];
    }
  }
}

function runCommand(interaction: ChatInputCommandInteraction, desk: Desk): readonly Reply[] {
  const command = commands.find(({ name, only }) => name === interaction.commandName && only !== 'terminal');
  if (!command) return [tell(wording.noSuchCommand(`/${interaction.commandName}`))];
  const text = String(interaction.options.get(command.option?.name ?? '')?.value ?? '');
  return [command.run({ text, private: interaction.options.getBoolean('private') ?? false, surface: 'discord' }, desk)];
}

function choicesFor(interaction: AutocompleteInteraction, desk: Desk): { name: string; value: string }[] {
  const command = commands.find(({ name }) => name === interaction.commandName);
  const suggested = command?.suggest?.(interaction.options.getFocused(), desk) ?? [];
  return suggested
    .filter(({ length }) => length <= LONGEST_CHOICE)
    .slice(0, CHOICES)
    .map((question) => ({ name: question, value: question }));
}

function runAction(interaction: MessageComponentInteraction, desk: Desk, article: string): readonly Reply[] {
  const { customId, message, user, memberPermissions } = interaction;
  const buttons = message.components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  const ids = buttons.flatMap((button) => button.customId ?? []);
  const [pressed] = offersIn(ids.includes(customId) ? [customId] : [], article); // what is not there was made up, or is gone by now
  const action = actions.find(({ name }) => name === pressed?.action);
  const replies = action?.run(
    {
      args: pressed?.args ?? [],
      surface: 'discord',
      message: { content: message.content, offers: offersIn(ids, article) },
      mayDelete: message.interactionMetadata?.user.id === user.id || (memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false),
    },
    desk,
  );
  return [replies ?? tell(wording.noLongerApplies)].flat();
}

/** The offers that these `custom_id`s make, but for those of another version and those about places in another article. */
function offersIn(customIds: readonly string[], article: string): Offer[] {
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
