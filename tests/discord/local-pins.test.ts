import { type Client, Events, type TextBasedChannel } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Connected, connect } from './local/client.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { EVERYTHING, MANAGE_MESSAGES, PIN_MESSAGES, READ_HISTORY } from './local/permissions.ts';
import type { Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Channel, Guild, Message } from './local/world.ts';

// Pins in the local Discord, by the real client.
let discord: LocalDiscord;
let guild: Guild;
let channel: Channel;
let alice: Person;
let mod: Person;
let client: Client;
let gets: Connected['gets'];
let packets: { t: string; d: Record<string, unknown> }[];

beforeEach(async () => {
  discord = await openDiscord();
  guild = discord.guild('Readers');
  channel = discord.channel(guild);
  alice = discord.person('Alice');
  mod = discord.person('Mod', PIN_MESSAGES | MANAGE_MESSAGES);
  ({ client, gets } = await connect(discord));
  packets = [];
  client.on(Events.Raw, (packet) => packets.push(packet));
});

afterEach(async () => {
  await client.destroy();
  await discord.close();
});

const pinned = (where = channel) => discord.pinned(where).map(({ content }) => content);
const place = async ({ id }: Channel) => (await client.channels.fetch(id)) as TextBasedChannel;
const put = ({ channel, id }: Pick<Message, 'channel' | 'id'>, reason?: string) =>
  client.rest.put(`/channels/${channel.id}/messages/pins/${id}`, reason === undefined ? {} : { reason });
const unput = ({ channel, id }: Message) => client.rest.delete(`/channels/${channel.id}/messages/pins/${id}`);

describe('the bot', () => {
  test('pins and unpins, with a reason for the audit log', async () => {
    const message = alice.says(channel, 'on Friday');
    const got = await gets(message);
    await got.pin('Mod’s /tldr, 100 %');
    expect([pinned(), (await got.fetch()).pinned]).toEqual([['on Friday'], true]);
    await got.pin();
    await got.unpin();
    await got.unpin();
    expect([pinned(), (await got.fetch()).pinned]).toEqual([[], false]);
    const [by, entry] = [discord.world.bot, { guild, message }];
    const reason = 'Mod’s /tldr, 100 %';
    expect(discord.world.auditLog).toEqual([
      { ...entry, action: 'pin', by, reason },
      { ...entry, action: 'unpin', by },
    ]);
    expect(discord.broken).toEqual([]);
  });

  test('is told of it, and the channel says so, by a message that the bot can remove', async () => {
    const message = alice.says(channel, `<@${discord.world.bot.id}> when?`);
    const got = await gets(message);
    await got.pin();
    const notice = discord.seen(channel).at(-1) as Message;
    const { type, reference, author, content } = await gets(notice);
    expect([type, reference?.messageId, author.id, content]).toEqual([6, message.id, discord.world.bot.id, '']);
    const at = new Date(message.pinnedAt ?? 0).toISOString();
    expect(packets.slice(1).map(({ t }) => t)).toEqual(['MESSAGE_UPDATE', 'CHANNEL_PINS_UPDATE', 'MESSAGE_CREATE']);
    expect(packets[1]?.d).toMatchObject({ id: message.id, pinned: true, guild_id: guild.id });
    expect(packets[2]?.d).toEqual({ guild_id: guild.id, channel_id: channel.id, last_pin_timestamp: at });
    expect(got.pinned).toBe(true);
    expect(await client.rest.get(`/channels/${channel.id}`)).toMatchObject({ last_pin_timestamp: at });
    await got.unpin();
    await until('the bot is told', () => packets.length > 5);
    expect(packets.slice(4).map(({ t, d }) => [t, d.pinned, d.last_pin_timestamp])).toEqual([
      ['MESSAGE_UPDATE', false, undefined],
      ['CHANNEL_PINS_UPDATE', undefined, null],
    ]);
    await (await gets(notice)).delete();
    expect(discord.seen(channel)).toEqual([message]);
  });

  test('lists the pins of a channel in pages, the latest first', async () => {
    const messages = ['one', 'two', 'three'].map((text) => alice.says(channel, text));
    for (const one of [messages[1], messages[0], messages[2]]) mod.pins(one as Message);
    const { messages: manager } = await place(channel);
    const all = await manager.fetchPins();
    expect([all.items.map(({ message }) => message.id), all.hasMore]).toEqual([discord.pinned(channel).map(({ id }) => id), false]);
    expect(pinned()).toEqual(['three', 'one', 'two']);
    const first = await manager.fetchPins({ limit: 2 });
    const rest = await manager.fetchPins({ limit: 2, before: first.items[1]?.pinnedAt as Date });
    expect([first.items.length, first.hasMore, rest.items.map(({ message }) => message.id), rest.hasMore]).toEqual([
      2,
      true,
      [messages[1]?.id],
      false,
    ]);
    expect(discord.broken).toEqual([]);
  });

  test('pins in direct conversations, where it takes no permission and there is no audit log', async () => {
    const message = alice.says(alice.direct, 'when?');
    await (await gets(message)).pin();
    expect([pinned(alice.direct), discord.world.auditLog]).toEqual([['when?'], []]);
    await until('the bot is told', () => packets.some(({ t, d }) => t === 'CHANNEL_PINS_UPDATE' && !('guild_id' in d)));
  });

  test.each([
    ['without the permission', { botMay: EVERYTHING & ~PIN_MESSAGES }, 403, 50013],
    ['where it does not see', { hidden: true }, 403, 50001],
    ['where there is no room', { pinLimit: 0 }, 400, 30003],
  ])('does not pin %s', async (_what, is, status, code) => {
    const message = alice.says(discord.channel(guild, is), 'on Friday');
    await expect(put(message)).rejects.toMatchObject({ status, code });
    expect([message.pinnedAt, discord.broken]).toEqual([undefined, []]);
  });

  test('is told of no pins where it does not see', async () => {
    mod.pins(alice.says(discord.channel(guild, { hidden: true }), 'on Friday'));
    await put(alice.says(channel, 'on Sunday')); // it comes behind them
    await until('the bot is told', () => packets.length > 3);
    expect(packets.every(({ d }) => d.channel_id === channel.id || d.id === channel.id)).toBe(true);
  });

  test('does not unpin without the permission', async () => {
    const message = alice.says(discord.channel(guild, { botMay: EVERYTHING & ~PIN_MESSAGES }), 'on Friday');
    mod.pins(message);
    await expect(unput(message)).rejects.toMatchObject({ code: 50013 });
  });

  test('pins 250 messages in a channel, and no more until one is unpinned', async () => {
    const messages = Array.from({ length: 251 }, (_, i) => alice.says(channel, `${i}`));
    for (const one of messages.slice(1)) mod.pins(one);
    const [one, other] = messages as [Message, Message];
    await expect(put(one)).rejects.toMatchObject({ status: 400, code: 30003, message: 'Maximum number of pins reached (250)' });
    await put(other); // it is pinned already
    mod.unpins(other);
    await put(one);
    expect(pinned().length).toBe(250);
  });

  test('sees no pins where it may not read what was said', async () => {
    const limited = discord.channel(guild, { botMay: EVERYTHING & ~READ_HISTORY });
    mod.pins(alice.says(limited, 'on Friday'));
    expect(await (await place(limited)).messages.fetchPins()).toEqual({ items: [], hasMore: false });
  });

  test('pins nothing that is gone, that one person sees, that is elsewhere, or that Discord says', async () => {
    const message = alice.says(channel, 'on Friday');
    mod.pins(message);
    const notice = discord.seen(channel).at(-1) as Message;
    client.once(
      Events.InteractionCreate,
      (interaction) => interaction.isChatInputCommand() && interaction.reply({ content: 'x', flags: 64 }),
    );
    const hidden = (await alice.asks(channel, 'ask')).original as Message;
    const elsewhere = { id: message.id, channel: discord.channel(guild) };
    mod.deletes(message);
    for (const one of [message, hidden, elsewhere]) await expect(put(one)).rejects.toMatchObject({ status: 404, code: 10008 });
    await expect(put(notice)).rejects.toMatchObject({ status: 403, code: 50021 });
  });

  test('neither changes nor answers what Discord says', async () => {
    await put(alice.says(channel, 'on Friday'));
    const { id } = discord.seen(channel).at(-1) as Message;
    const body = { content: 'x', allowed_mentions: { parse: [] } };
    await expect(client.rest.patch(`/channels/${channel.id}/messages/${id}`, { body })).rejects.toMatchObject({ code: 50021 });
    const reply = { ...body, message_reference: { message_id: id } };
    await expect(client.rest.post(`/channels/${channel.id}/messages`, { body: reply })).rejects.toMatchObject({ code: 50035 });
  });

  test('changes no pins in a thread that is archived or locked', async () => {
    const thread = discord.thread(channel);
    const message = alice.says(thread, 'on Friday');
    discord.setThread(thread, { archived: true });
    await expect(put(message)).rejects.toMatchObject({ code: 50083 });
    discord.setThread(thread, { archived: false, locked: true });
    await expect(put(message)).rejects.toMatchObject({ code: 160005 });
    discord.setThread(thread, { locked: false });
    await put(message);
    discord.setThread(thread, { archived: true });
    await expect(unput(message)).rejects.toMatchObject({ code: 50083 });
    expect(pinned(thread)).toEqual(['on Friday']);
  });

  test.each<[string, (one: Message) => Promise<unknown>]>([
    ['a long reason', (one) => put(one, 'x'.repeat(513))],
    [
      'too many pins at once',
      ({ channel: { id } }) => client.rest.get(`/channels/${id}/messages/pins`, { query: new URLSearchParams('limit=51') }),
    ],
    [
      'no pins at once',
      ({ channel: { id } }) => client.rest.get(`/channels/${id}/messages/pins`, { query: new URLSearchParams('limit=0') }),
    ],
    [
      'pins before nothing',
      ({ channel: { id } }) => client.rest.get(`/channels/${id}/messages/pins`, { query: new URLSearchParams('before=x') }),
    ],
    ["the older routes' pin", ({ id }) => client.rest.put(`/channels/${channel.id}/pins/${id}`)],
    ["the older routes' pins", ({ channel: { id } }) => client.rest.get(`/channels/${id}/pins`)],
    ['a message that is no pin', ({ channel: { id } }) => client.rest.post(`/channels/${id}/messages/pins`, { body: {} })],
  ])('breaks a rule with %s', async (_what, does) => {
    await expect(does(alice.says(channel, 'on Friday'))).rejects.toMatchObject({ rawError: {} });
    expect([discord.broken.length, pinned()]).toEqual([1, []]);
  });
});
