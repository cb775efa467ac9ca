import { type Client, ShardClientUtil } from 'discord.js';

/** Whether this connection serves a guild: each of several serves its part. */
export function isOwn({ options }: Client, guild: string): boolean {
  const { shards, shardCount = 1 } = options;
  return Array.isArray(shards) && shards.includes(ShardClientUtil.shardIdForGuildId(guild, shardCount));
}
