import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Command } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { LONGEST_QUESTION } from '../answering/question.ts';
import { wording } from '../wording.ts';

/** The commands as Discord wants to know them. */
export const registered: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] = commands
  .filter(({ only }) => only !== 'terminal')
  .map(bodyOf);

/** Where commands are registered: in one guild, or in all of them. */
export type Scope = { readonly guildId: string } | 'global';

/** Commands that are to be registered in one guild are there already, for all guilds: whoever sees both sees each twice. */
export class CommandsTwice extends Error {}

/**
 * Registers the commands everywhere, or in one guild alone.
 * @throws CommandsTwice where they are to be in one guild and are everywhere already
 * @throws DiscordAPIError
 */
export async function registerCommands(rest: REST, application: string, guildId?: string): Promise<void> {
  if (guildId !== undefined && (await listCommands(rest, application, 'global')).length > 0) throw new CommandsTwice();
  await setCommands(rest, application, guildId === undefined ? 'global' : { guildId }, registered);
}

/** Takes the commands out of guilds where they are registered beside those that are everywhere. */
export async function clearGuilds(rest: REST, application: string, guilds: readonly string[], log: Logger): Promise<void> {
  for (const guildId of guilds) {
    if ((await listCommands(rest, application, { guildId })).length === 0) continue;
    await setCommands(rest, application, { guildId }, []);
    log.info({ guild: guildId }, 'took out commands that were registered in this server alone: they are everywhere');
  }
}

/** The names of the commands that are registered there. */
export async function listCommands(rest: REST, application: string, scope: Scope): Promise<string[]> {
  const list = (await rest.get(routeOf(application, scope))) as { name: string }[];
  return list.map(({ name }) => name);
}

/** Registers these commands there, and no others. */
export async function setCommands(rest: REST, application: string, scope: Scope, bodies: typeof registered): Promise<void> {
  await rest.put(routeOf(application, scope), { body: bodies });
}

function routeOf(application: string, scope: Scope) {
  return scope === 'global' ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, scope.guildId);
}

function bodyOf({ name, description, option, choice, privacy, suggest }: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    name,
    description,
    type: ApplicationCommandType.ChatInput,
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      ...(choice
        ? [
            {
              type: ApplicationCommandOptionType.String as const,
              ...textOf({ ...choice, required: false }),
              choices: choice.of.map((one) => ({ name: one, value: one })),
            },
          ]
        : []),
      ...(option && option.name !== 'page'
        ? [
            {
              type: ApplicationCommandOptionType.String as const,
              ...textOf(option),
              max_length: LONGEST_QUESTION,
              autocomplete: suggest !== undefined,
            },
          ]
        : []),
      ...(option?.name === 'page' ? [{ type: ApplicationCommandOptionType.Integer as const, ...textOf(option), min_value: 1 }] : []),
      ...(privacy ? [{ type: ApplicationCommandOptionType.Boolean as const, name: 'private', description: wording.options.private }] : []),
    ],
  };
}

function textOf({ name, required }: { name: keyof typeof wording.options; required: boolean }) {
  return { name, required, description: wording.options[name] };
}
