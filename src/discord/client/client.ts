import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import type { Logger } from 'pino';
import type { Connection } from '../../config.ts';
import { cachesOf } from './cache.ts';
import { door } from './door.ts';
import { readingPackets } from './packets.ts';
import { requestsTo } from './requests.ts';

/** After the greeting, servers arrive one after another: where none has for so many milliseconds, those that are missing are in an outage. */
const SERVERS = 500;

/** What the client and the rest of the bot tell each other. */
export interface Signals {
  /** Aborted: it doesn't connect any more. */
  readonly closed: AbortSignal;
  /** Is called where somebody else has answered what the bot was asked. */
  readonly answeredElsewhere: () => void;
}

/** discord.js's client as the bot needs it; it isn't logged in yet. */
export function clientFor({ api, shard = { id: 0, count: 1 } }: Connection, log: Logger, { closed, answeredElsewhere }: Signals): Client {
  const wrongToken = () => client.emit(Events.Invalidated);
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel], // a direct conversation that is new
    rest: { api, makeRequest: requestsTo(api, { wrongToken, answeredElsewhere }) },
    ws: {
      buildStrategy: door(
        closed,
        readingPackets(() => client, log),
      ),
    },
    shards: [shard.id], // where it is left out, discord.js reads the environment
    shardCount: shard.count,
    waitGuildTimeout: SERVERS,
    allowedMentions: { parse: [] },
    makeCache: cachesOf(() => client),
  });
  return client;
}
