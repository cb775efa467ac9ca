import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import type { Logger } from 'pino';
import type { Connection } from '../../config.ts';
import { cachesOf } from './cache.ts';
import { readingPackets } from './packets.ts';
import { requestsTo } from './requests.ts';

/**
 * discord.js's client as the bot needs it; it isn't logged in yet.
 * @param answeredElsewhere is called where somebody else has answered what the bot was asked
 */
export function clientFor({ api }: Connection, log: Logger, answeredElsewhere: () => void): Client {
  const wrongToken = () => client.emit(Events.Invalidated);
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel], // a direct conversation that is new
    rest: { api, makeRequest: requestsTo(api, { wrongToken, answeredElsewhere }) },
    ws: { buildStrategy: readingPackets(() => client, log) },
    allowedMentions: { parse: [] },
    makeCache: cachesOf(() => client),
  });
  return client;
}
