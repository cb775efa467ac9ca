import { type Client, ShardClientUtil } from 'discord.js';

/** Whether a guild is served by this connection. */
export function isOwn({ options }: Client, guild: string): boolean {
  return ShardClientUtil.shardIdForGuildId(guild, options.shardCount ?? 1) === (options.shards as readonly number[])[0];
}

/**
 * Whether the bot is in a guild no more, by what Discord says: its greeting lists each guild that a connection serves, those in an outage too.
 * @param client one that is ready
 */
export function isGone(client: Client<true>, guild: string): boolean {
  return isOwn(client, guild) && !client.guilds.cache.has(guild);
}
