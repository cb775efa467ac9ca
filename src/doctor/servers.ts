import { PermissionsBitField, type REST } from 'discord.js';
import type { GuildOf } from '../discord/guilds.ts';
import { lacking, NEEDED } from '../discord/interaction/permissions.ts';
import { listCommands, registeredNames } from '../discord/register.ts';
import { wording } from '../wording.ts';
import { findings } from '../wording-doctor.ts';
import { type Finding, fine, notChecked, wrong } from './finding.ts';

/** Whether the bot may do what it needs to, by its roles: channels can still allow and forbid more. */
export function permissionsIn(guilds: readonly GuildOf[]): Finding {
  const short = guilds.flatMap(({ id, name, permissions }) => {
    const lacks = lacking(new PermissionsBitField(BigInt(permissions)), NEEDED);
    return lacks.length > 0 ? [{ id, name, lacks }] : [];
  });
  if (guilds.length === 0) return notChecked('permissions', findings.noServers);
  return short.length > 0
    ? wrong('permissions', findings.permissionsLacking(short))
    : fine('permissions', findings.permissions(guilds.length));
}

/**
 * Whether everybody sees each command, and no command twice.
 * @param only the server to register the commands in; undefined: everywhere
 * @throws DiscordAPIError
 */
export async function commandsIn(rest: REST, application: string, guilds: readonly GuildOf[], only?: string): Promise<Finding> {
  const everywhere = await listCommands(rest, application, 'global');
  if (only !== undefined && everywhere.length > 0) return wrong('commands', wording.commandsTwice(only));
  const twice: GuildOf[] = [];
  let isThere = only === undefined ? registeredNames.every((name) => everywhere.includes(name)) : false;
  for (const guild of guilds) {
    const own = await listCommands(rest, application, { guildId: guild.id }).catch((): string[] => []); // where it may not look, nothing is registered
    if (guild.id === only) isThere = registeredNames.every((name) => own.includes(name));
    if (own.some((name) => everywhere.includes(name))) twice.push(guild);
  }
  if (twice.length > 0) return wrong('commands', findings.commandsTwice(twice));
  return isThere ? fine('commands', findings.commands(registeredNames.length, only)) : notChecked('commands', findings.commandsToCome);
}
