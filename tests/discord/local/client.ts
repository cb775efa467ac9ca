import { Client, Events, GatewayIntentBits, Partials, type Message as Received } from 'discord.js';
import type { LocalDiscord } from './discord.ts';
import { until } from './until.ts';
import type { Message } from './world.ts';

/** A real client that is ready, with no bot behind it. */
export interface Connected {
  readonly client: Client;
  readonly received: Received[];
  /** A message as the client has got it. */
  gets(message: Message): Promise<Received>;
}

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

/** Logs a real client in, which tries nothing twice; people have a command there for asking, and one for messages. */
export async function connect(discord: LocalDiscord, intents = [Guilds, GuildMessages, DirectMessages]): Promise<Connected> {
  const client = new Client({
    intents,
    partials: [Partials.Channel],
    rest: { api: discord.api, retries: 0 },
    allowedMentions: { parse: [] },
  });
  const received: Received[] = [];
  client.on(Events.MessageCreate, (message) => received.push(message));
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  const contexts = [0, 1];
  discord.world.commands.set('global', [
    { name: 'ask', contexts },
    { name: 'Quote this', type: 3, contexts },
  ]);
  return {
    client,
    received,
    gets: async ({ id }) => {
      await until('the bot got the message', () => received.some((one) => one.id === id));
      return received.find((one) => one.id === id) as Received;
    },
  };
}
