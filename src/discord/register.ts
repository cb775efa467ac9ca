import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Command } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { type Option, optionsOf } from '../chat/options.ts';
import type { Store } from '../store/store.ts';
import { wording } from '../wording.ts';
import { BITS } from './interaction/permissions.ts';
import { refusedBy } from './interaction/refused.ts';
import { problemOf } from './log.ts';

/** The commands as Discord wants to know them: those that begin with the same word are one, with what comes behind it. */
export const registered: readonly RESTPostAPIApplicationCommandsJSONBody[] = bodiesOf(commands.filter(({ only }) => only !== 'terminal'));

/** Their names, as `listCommands` gives them. */
export const registeredNames: readonly string[] = registered.map(shownName);

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

/** Where it is remembered in which guilds alone commands were registered. */
export type Memory = Pick<Store, 'get' | 'set'>;

const REMEMBERED = 'registered in';

async function remembered(memory: Memory): Promise<readonly string[]> {
  return ((await memory.get(REMEMBERED)) ?? []) as string[];
}

/** Remembers that commands are registered in a guild alone: once they are everywhere, they have to go there. */
export async function rememberGuild(memory: Memory, guildId: string): Promise<void> {
  const before = await remembered(memory);
  if (!before.includes(guildId)) await memory.set(REMEMBERED, [...before, guildId]);
}

/** Takes the commands out of the guilds that are remembered: they are everywhere. What can't be done now is for the next start. */
export async function clearGuilds(rest: REST, application: string, memory: Memory, log: Logger): Promise<void> {
  const before = await remembered(memory);
  const left: string[] = [];
  for (const guildId of before)
    try {
      await setCommands(rest, application, { guildId }, []);
      log.info({ guild: guildId }, 'removed commands that were registered only in this server: they are registered everywhere');
    } catch (error) {
      if (refusedBy(error) === 'not allowed' || refusedBy(error) === 'gone') continue; // the bot has left it, and its commands with it
      log.warn({ guild: guildId, ...problemOf(error) }, 'could not remove commands that are registered only in this server');
      left.push(guildId);
    }
  if (before.length > left.length) await memory.set(REMEMBERED, left);
}

/** The commands that are registered there: slash commands behind a slash, those in messages' menus in quotation marks. */
export async function listCommands(rest: REST, application: string, scope: Scope): Promise<string[]> {
  const list = (await rest.get(routeOf(application, scope))) as { name: string; type?: ApplicationCommandType }[];
  return list.map(shownName);
}

function shownName({ name, type }: { name: string; type?: ApplicationCommandType | undefined }): string {
  return type === ApplicationCommandType.Message ? `"${name}"` : `/${name}`;
}

/** Registers these commands there, and no others. */
export async function setCommands(rest: REST, application: string, scope: Scope, bodies: typeof registered): Promise<void> {
  await rest.put(routeOf(application, scope), { body: bodies });
}

function routeOf(application: string, scope: Scope) {
  return scope === 'global' ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, scope.guildId);
}

function bodiesOf(list: readonly Command[]): RESTPostAPIApplicationCommandsJSONBody[] {
  const nameOf = ({ kind, name }: Command) => (kind === 'message' ? name : (name.split(' ')[0] ?? name));
  return [...new Set(list.map(nameOf))].map((name) =>
    bodyOf(
      name,
      list.filter((command) => nameOf(command) === name),
    ),
  );
}

/** @param alike the commands of that name; more than one where it is the first of two words */
function bodyOf(name: string, alike: readonly Command[]): RESTPostAPIApplicationCommandsJSONBody {
  const [command] = alike;
  const { needs, kind, description = '' } = command ?? {};
  const common = {
    name,
    contexts: [InteractionContextType.Guild, ...(needs ? [] : [InteractionContextType.BotDM])],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    ...(needs && { default_member_permissions: String(BITS[needs]) }),
  };
  if (kind === 'message') return { ...common, type: ApplicationCommandType.Message };
  const slash = { ...common, type: ApplicationCommandType.ChatInput as const };
  if (command?.name === name) return { ...slash, description, options: optionsOf(command).map(bodyOfOption) };
  return { ...slash, description: wording.groups[name] ?? name, options: alike.map(subcommandOf) };
}

function subcommandOf(command: Command): APIApplicationCommandSubcommandOption {
  const name = command.name.split(' ')[1] ?? command.name;
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: command.description,
    options: optionsOf(command).map(bodyOfOption),
  };
}

function bodyOfOption({ name, kind, required, description, choices, longest, suggests }: Option): APIApplicationCommandBasicOption {
  const named = { name, required, description };
  switch (kind) {
    case 'file':
      return { type: ApplicationCommandOptionType.Attachment, ...named };
    case 'number':
      return { type: ApplicationCommandOptionType.Integer, ...named, min_value: 1 };
    case 'switch':
      return { type: ApplicationCommandOptionType.Boolean, ...named };
    case 'choice':
      return { type: ApplicationCommandOptionType.String, ...named, choices: choices?.map((one) => ({ name: one, value: one })) ?? [] };
    case 'text':
      return {
        type: ApplicationCommandOptionType.String,
        ...named,
        ...(longest !== undefined && { max_length: longest }),
        autocomplete: suggests ?? false,
      };
  }
}
