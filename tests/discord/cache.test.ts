import { type Client, Events, type Message } from 'discord.js';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { clientFor } from '../../src/discord/client/client.ts';
import { openDiscord } from './local/discord.ts';
import { until } from './local/until.ts';

test('nothing of what other people say is kept, and of what the bot says a little; of people, who was there last', async () => {
  const discord = await openDiscord();
  const channel = discord.channel(discord.guild('Readers'));
  const [alice, carol] = [discord.person('Alice'), discord.person('Carol')];
  const told = { closed: new AbortController().signal, answeredElsewhere: () => undefined };
  const client = clientFor({ api: discord.api, token: discord.token }, pino({ level: 'silent' }), told);
  const [ready, received]: [Promise<unknown>, Message[]] = [new Promise((resolve) => client.once(Events.ClientReady, resolve)), []];
  client.on(Events.MessageCreate, (message) => received.push(message));
  await client.login(discord.token);
  await ready;
  for (let i = 0; i < 20; i++) (i < 19 ? alice : carol).says(channel, `chatter ${i}`);
  const said = discord.world.messages.at(-1);
  await until('all is received', () => received.length === 20);
  expect(kept(client as Client<true>)).toEqual({
    messages: [],
    users: [client.user?.id, carol.user.id],
    members: [client.user?.id, carol.user.id],
  });
  for (let i = 0; i < 150; i++) {
    const where = client.channels.cache.get(channel.id);
    if (where?.isSendable()) await where.send(`answer ${i}`);
  }
  expect(kept(client as Client<true>).messages).toHaveLength(100);
  expect(kept(client as Client<true>).messages).not.toContain(said?.id);
  await client.destroy();
  await discord.close();

  function kept({ channels, users, guilds }: Client<true>) {
    const all = channels.cache.map((one) => ('messages' in one ? [...one.messages.cache.keys()] : []));
    return {
      messages: all.flat(),
      users: [...users.cache.keys()],
      members: guilds.cache.flatMap(({ members }) => members.cache).map(({ id }) => id),
    };
  }
});
