import { Client, Events, GatewayIntentBits } from 'discord.js';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { readingPackets } from '../../src/discord/client/packets.ts';
import { openDiscord } from './local/discord.ts';
import { type Data, variants } from './local/variants.ts';

const GREETING = {
  v: 10,
  user: { id: '', username: 'Verbatim', discriminator: '0', avatar: null, bot: true },
  guilds: [{ id: '', unavailable: true }],
  session_id: '1',
  resume_gateway_url: '',
  application: { id: '', flags: 0, install_params: null },
};

/** Logs in where the first greeting is another one. @returns the log's lines, as soon as the client is ready */
async function greetedBy(altered: (greeting: Data) => object): Promise<readonly object[]> {
  const [discord, logged]: [Awaited<ReturnType<typeof openDiscord>>, object[]] = [await openDiscord(), []];
  discord.channel(discord.guild('Readers'));
  let first = true;
  discord.gateway.alter = (type, data) => {
    if (type !== 'READY' || !first) return data;
    first = false;
    return altered(data as Data);
  };
  const log = pino({ level: 'info', base: null }, { write: (line: string) => logged.push(JSON.parse(line)) });
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: discord.api },
    ws: { buildStrategy: readingPackets(() => client, log, 10) },
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  const { user, guilds, application } = await ready;
  expect([user.id, guilds.cache.size, application.id]).toEqual([discord.world.bot.id, 1, discord.world.applicationId]);
  await client.destroy();
  await discord.close();
  return logged;
}

test('what Discord greets with that the bot has no need of is not looked at', async () => {
  expect(
    await greetedBy((greeting) => ({ ...greeting, application: { ...(greeting.application as object), install_params: null } })),
  ).toEqual([]);
});

test('whatever field the greeting lacks, the client is ready in the end; where it can not do without, the log has a line', {
  timeout: 120_000,
}, async () => {
  const lines = await Promise.all(
    variants(GREETING, 2).map(async ([what]) => {
      const logged = await greetedBy((greeting) => variants(greeting, 2).find(([name]) => name === what)?.[1] ?? greeting);
      return logged.length > 0 ? `${what} ${logged.length}` : [];
    }),
  );
  expect(lines.flat()).toEqual(
    ['no user', 'user: null', 'user: no id', 'user: id: null']
      .concat(['no guilds', 'guilds: null', 'guilds: no id', 'guilds: id: null'])
      .concat(['no application', 'application: null', 'application: no id', 'application: id: null'])
      .map((what) => `${what} 1`),
  );
});
