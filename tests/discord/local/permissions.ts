import type { Channel, Problem, World } from './world.ts';

export const ADMINISTRATOR = 1n << 3n;
export const VIEW = 1n << 10n;
export const SEND = 1n << 11n;
export const MANAGE_SERVER = 1n << 5n;
export const MANAGE_MESSAGES = 1n << 13n;
export const READ_HISTORY = 1n << 16n;
export const CONNECT = 1n << 20n;
export const MANAGE_THREADS = 1n << 34n;
export const SEND_IN_THREADS = 1n << 38n;
export const PIN_MESSAGES = 1n << 51n;

/** All that the bot may do where nothing else is said. */
export const EVERYTHING = VIEW | SEND | READ_HISTORY | CONNECT | SEND_IN_THREADS | PIN_MESSAGES;

/** Whether permissions are enough; an administrator's always are. */
export function allows(permissions: bigint, needed: bigint): boolean {
  return (permissions & ADMINISTRATOR) !== 0n || (permissions & needed) === needed;
}

export const problem = (status: number, code: number, message: string): Problem => ({ status, code, message });

export const MISSING_PERMISSIONS = problem(403, 50013, 'Missing Permissions');

/** What the bot may do in a channel: nothing where it doesn't see it, and in a thread what it may in the channel that this belongs to. */
export function botMayIn({ guild, hidden, botMay, parent }: Channel, { guilds }: Pick<World, 'guilds'>): bigint {
  if (!guild) return EVERYTHING;
  if (hidden || !guilds.includes(guild)) return 0n;
  const may = botMay ?? (parent ? botMayIn(parent, { guilds }) : EVERYTHING);
  return allows(may, VIEW) ? may : 0n;
}

/** What keeps the bot from doing something in a channel. */
export function keptFrom(channel: Channel | undefined, needed: bigint, world: Pick<World, 'guilds'>): Problem | undefined {
  if (!channel) return problem(404, 10003, 'Unknown Channel');
  const may = botMayIn(channel, world);
  if (!allows(may, VIEW)) return problem(403, 50001, 'Missing Access');
  return allows(may, needed) ? undefined : MISSING_PERMISSIONS;
}
