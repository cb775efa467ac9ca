import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Logger } from 'pino';
import type { Connection } from '../../config.ts';
import { readingPackets } from './packets.ts';

/** Members and users are kept in memory up to this number: interactions bring theirs along. */
const KEPT = 200;

/** So many messages of a channel are kept in memory. */
const MESSAGES = 10;

/** discord.js's client as the bot needs it; it isn't logged in yet. */
export function clientFor({ api }: Connection, log: Logger): Client {
  const own = { maxSize: KEPT, keepOverLimit: ({ id }: { id: string }) => id === client.user?.id };
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel], // a direct conversation that is new
    rest: { api },
    ws: { buildStrategy: readingPackets(() => client, log) },
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MESSAGES, // what a message replies to comes along with it, and is looked up here
      GuildMemberManager: own,
      UserManager: own,
    }),
  });
  return client;
}
