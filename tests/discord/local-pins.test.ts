import { Events, type TextBasedChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { EVERYTHING, PIN_MESSAGES, READ_HISTORY } from './local/permissions.ts';
import { until } from './local/until.ts';
import type { Channel, Message } from './local/world.ts';
import { setLocalScene } from './local-scene.ts';

// Pins in the local Discord, by the real client.
const on = setLocalScene();

const pinned = (where = on.channel) => on.discord.pinned(where).map(({ content }) => content);
const place = async ({ id }: Channel) => (await on.client.channels.fetch(id)) as TextBasedChannel;
const put = ({ channel, id }: Pick<Message, 'channel' | 'id'>, reason?: string) =>
  on.client.rest.put(`/channels/${channel.id}/messages/pins/${id}`, reason === undefined ? {} : { reason });
const unput = ({ channel, id }: Message) => on.client.rest.delete(`/channels/${channel.id}/messages/pins/${id}`);

describe('the bot', () => {
  test('pins and unpins, with a reason for the audit log', async () => {
    const message = on.alice.says(on.channel, 'on Friday');
    const got = await on.gets(message);
    await got.pin('Mod’s /tldr, 100 %');
    expect([pinned(), (await got.fetch()).pinned]).toEqual([['on Friday'], true]);
    await got.pin();
    await got.unpin();
    await got.unpin();
    expect([pinned(), (await got.fetch()).pinned]).toEqual([[], false]);
    const [by, entry] = [on.discord.world.bot, { guild: on.guild, message }];
    const reason = 'Mod’s /tldr, 100 %';
    expect(on.discord.world.auditLog).toEqual([
      { ...entry, action: 'pin', by, reason },
      { ...entry, action: 'unpin', by },
    ]);
    expect(on.discord.broken).toEqual([]);
  });

  test('is told of it, and the channel says so, by a message that the bot can remove', async () => {
    const message = on.alice.says(on.channel, `<@${on.discord.world.bot.id}> when?`);
    const got = await on.gets(message);
    await got.pin();
    const notice = on.discord.seen(on.channel).at(-1) as Message;
    const { type, reference, author, content } = await on.gets(notice);
    expect([type, reference?.messageId, author.id, content]).toEqual([6, message.id, on.discord.world.bot.id, '']);
    const at = new Date(message.pinnedAt ?? 0).toISOString();
    expect(on.packets.slice(1).map(({ t }) => t)).toEqual(['MESSAGE_UPDATE', 'CHANNEL_PINS_UPDATE', 'MESSAGE_CREATE']);
    expect(on.packets[1]?.d).toMatchObject({ id: message.id, pinned: true, guild_id: on.guild.id });
    expect(on.packets[2]?.d).toEqual({ guild_id: on.guild.id, channel_id: on.channel.id, last_pin_timestamp: at });
    expect(got.pinned).toBe(true);
    expect(await on.client.rest.get(`/channels/${on.channel.id}`)).toMatchObject({ last_pin_timestamp: at });
    await got.unpin();
    await until('the bot is told', () => on.packets.length > 5);
    expect(on.packets.slice(4).map(({ t, d }) => [t, d.pinned, d.last_pin_timestamp])).toEqual([
      ['MESSAGE_UPDATE', false, undefined],
      ['CHANNEL_PINS_UPDATE', undefined, null],
    ]);
    await (await on.gets(notice)).delete();
    expect(on.discord.seen(on.channel)).toEqual([message]);
  });

  test('lists the pins of a channel in pages, the latest first', async () => {
    const messages = ['one', 'two', 'three'].map((text) => on.alice.says(on.channel, text));
    for (const one of [messages[1], messages[0], messages[2]]) on.mod.pins(one as Message);
    const { messages: manager } = await place(on.channel);
    const all = await manager.fetchPins();
    expect([all.items.map(({ message }) => message.id), all.hasMore]).toEqual([on.discord.pinned(on.channel).map(({ id }) => id), false]);
    expect(pinned()).toEqual(['three', 'one', 'two']);
    const first = await manager.fetchPins({ limit: 2 });
    const rest = await manager.fetchPins({ limit: 2, before: first.items[1]?.pinnedAt as Date });
    expect([first.items.length, first.hasMore, rest.items.map(({ message }) => message.id), rest.hasMore]).toEqual([
      2,
      true,
      [messages[1]?.id],
      false,
    ]);
    expect(on.discord.broken).toEqual([]);
  });

  test('pins in direct conversations, where it takes no permission and there is no audit log', async () => {
    const message = on.alice.says(on.alice.direct, 'when?');
    await (await on.gets(message)).pin();
    expect([pinned(on.alice.direct), on.discord.world.auditLog]).toEqual([['when?'], []]);
    await until('the bot is told', () => on.packets.some(({ t, d }) => t === 'CHANNEL_PINS_UPDATE' && !('guild_id' in d)));
  });

  test.each([
    ['without the permission', { botMay: EVERYTHING & ~PIN_MESSAGES }, 403, 50013],
    ['where it does not see', { hidden: true }, 403, 50001],
    ['where there is no room', { pinLimit: 0 }, 400, 30003],
  ])('does not pin %s', async (_what, is, status, code) => {
    const message = on.alice.says(on.discord.channel(on.guild, is), 'on Friday');
    await expect(put(message)).rejects.toMatchObject({ status, code });
    expect([message.pinnedAt, on.discord.broken]).toEqual([undefined, []]);
  });

  test('is told of no pins where it does not see', async () => {
    on.mod.pins(on.alice.says(on.discord.channel(on.guild, { hidden: true }), 'on Friday'));
    await put(on.alice.says(on.channel, 'on Sunday')); // it comes behind them
    await until('the bot is told', () => on.packets.length > 3);
    expect(on.packets.every(({ d }) => d.channel_id === on.channel.id || d.id === on.channel.id)).toBe(true);
  });

  test('does not unpin without the permission', async () => {
    const message = on.alice.says(on.discord.channel(on.guild, { botMay: EVERYTHING & ~PIN_MESSAGES }), 'on Friday');
    on.mod.pins(message);
    await expect(unput(message)).rejects.toMatchObject({ code: 50013 });
  });

  test('pins 250 messages in a channel, and no more until one is unpinned', async () => {
    const messages = Array.from({ length: 251 }, (_, i) => on.alice.says(on.channel, `${i}`));
    for (const one of messages.slice(1)) on.mod.pins(one);
    const [one, other] = messages as [Message, Message];
    await expect(put(one)).rejects.toMatchObject({ status: 400, code: 30003, message: 'Maximum number of pins reached (250)' });
    await put(other); // it is pinned already
    on.mod.unpins(other);
    await put(one);
    expect(pinned().length).toBe(250);
  });

  test('sees no pins where it may not read what was said', async () => {
    const limited = on.discord.channel(on.guild, { botMay: EVERYTHING & ~READ_HISTORY });
    on.mod.pins(on.alice.says(limited, 'on Friday'));
    expect(await (await place(limited)).messages.fetchPins()).toEqual({ items: [], hasMore: false });
  });

  test('pins nothing that is gone, that one person sees, that is elsewhere, or that Discord says', async () => {
    const message = on.alice.says(on.channel, 'on Friday');
    on.mod.pins(message);
    const notice = on.discord.seen(on.channel).at(-1) as Message;
    on.client.once(
      Events.InteractionCreate,
      (interaction) => interaction.isChatInputCommand() && interaction.reply({ content: 'x', flags: 64 }),
    );
    const hidden = (await on.alice.asks(on.channel, 'ask')).original as Message;
    const elsewhere = { id: message.id, channel: on.discord.channel(on.guild) };
    on.mod.deletes(message);
    for (const one of [message, hidden, elsewhere]) await expect(put(one)).rejects.toMatchObject({ status: 404, code: 10008 });
    await expect(put(notice)).rejects.toMatchObject({ status: 403, code: 50021 });
  });

  test('neither changes nor answers what Discord says', async () => {
    await put(on.alice.says(on.channel, 'on Friday'));
    const { id } = on.discord.seen(on.channel).at(-1) as Message;
    const body = { content: 'x', allowed_mentions: { parse: [] } };
    await expect(on.client.rest.patch(`/channels/${on.channel.id}/messages/${id}`, { body })).rejects.toMatchObject({ code: 50021 });
    const reply = { ...body, message_reference: { message_id: id } };
    await expect(on.client.rest.post(`/channels/${on.channel.id}/messages`, { body: reply })).rejects.toMatchObject({ code: 50035 });
  });

  test('changes no pins in a thread that is archived or locked', async () => {
    const thread = on.discord.thread(on.channel);
    const message = on.alice.says(thread, 'on Friday');
    on.discord.setThread(thread, { archived: true });
    await expect(put(message)).rejects.toMatchObject({ code: 50083 });
    on.discord.setThread(thread, { archived: false, locked: true });
    await expect(put(message)).rejects.toMatchObject({ code: 160005 });
    on.discord.setThread(thread, { locked: false });
    await put(message);
    on.discord.setThread(thread, { archived: true });
    await expect(unput(message)).rejects.toMatchObject({ code: 50083 });
    expect(pinned(thread)).toEqual(['on Friday']);
  });

  test.each<[string, (one: Message) => Promise<unknown>]>([
    ['a long reason', (one) => put(one, 'x'.repeat(513))],
    [
      'too many pins at once',
      ({ channel: { id } }) => on.client.rest.get(`/channels/${id}/messages/pins`, { query: new URLSearchParams('limit=51') }),
    ],
    [
      'no pins at once',
      ({ channel: { id } }) => on.client.rest.get(`/channels/${id}/messages/pins`, { query: new URLSearchParams('limit=0') }),
    ],
    [
      'pins before nothing',
      ({ channel: { id } }) => on.client.rest.get(`/channels/${id}/messages/pins`, { query: new URLSearchParams('before=x') }),
    ],
    ["the older routes' pin", ({ id }) => on.client.rest.put(`/channels/${on.channel.id}/pins/${id}`)],
    ["the older routes' pins", ({ channel: { id } }) => on.client.rest.get(`/channels/${id}/pins`)],
    ['a message that is no pin', ({ channel: { id } }) => on.client.rest.post(`/channels/${id}/messages/pins`, { body: {} })],
  ])('breaks a rule with %s', async (_what, does) => {
    await expect(does(on.alice.says(on.channel, 'on Friday'))).rejects.toMatchObject({ rawError: {} });
    expect([on.discord.broken.length, pinned()]).toEqual([1, []]);
  });
});
