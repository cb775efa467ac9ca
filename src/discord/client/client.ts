import { Client, GatewayIntentBits, Partials } from 'discord.js';
import type { Logger } from 'pino';
import type { Connection } from '../../config.ts';
import { cachesOf } from './cache.ts';
import { readingPackets } from './packets.ts';

/** discord.js's client as the bot needs it; it isn't logged in yet. */
export function clientFor({ api }: Connection, log: Logger): Client {
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel], // a direct conversation that is new
    rest: { api },
    ws: { buildStrategy: readingPackets(() => client, log) },
    allowedMentions: { parse: [] },
    makeCache: cachesOf(() => client),
  });
  return client;
}
