import { type Client, Events } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Connected, connect } from './local/client.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { EVERYTHING, MANAGE_MESSAGES, PIN_MESSAGES } from './local/permissions.ts';
import type { Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Channel, Guild, Message } from './local/world.ts';

// What people do to messages by hand in the local Discord.
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

describe('people', () => {
  test('pin, unpin and delete by hand, and the bot is told', async () => {
    const message = alice.says(channel, `<@${discord.world.bot.id}> when?`);
    await (await gets(message)).reply('on Friday');
    const answer = discord.seen(channel)[1] as Message;
    mod.pins(answer);
    mod.unpins(answer);
    mod.pins(answer);
    mod.deletes(answer);
    alice.deletes(message);
    await until('the bot is told', () => packets.at(-1)?.d.id === message.id);
    expect(packets.slice(2).map(({ t }) => t)).toEqual([
      ...['MESSAGE_UPDATE', 'CHANNEL_PINS_UPDATE', 'MESSAGE_CREATE', 'MESSAGE_UPDATE', 'CHANNEL_PINS_UPDATE'],
      ...['MESSAGE_UPDATE', 'CHANNEL_PINS_UPDATE', 'MESSAGE_CREATE', 'MESSAGE_DELETE', 'MESSAGE_DELETE'], // a deletion tells of no pin
    ]);
    const actions = discord.world.auditLog.map(({ action, by, reason }) => [action, by, reason]);
    expect(actions).toEqual(['pin', 'unpin', 'pin'].map((action) => [action, mod.user, undefined]));
    expect(discord.pinned(channel)).toEqual([]);
    expect(discord.seen(channel).map(({ author, pins }) => [author, pins])).toEqual([
      [mod.user, answer],
      [mod.user, answer],
    ]);
  });

  test('do what their permissions in the place let them do', async () => {
    const message = mod.says(channel, 'on Friday');
    for (const does of ['pins', 'unpins', 'deletes'] as const) expect(() => alice[does](message)).toThrow('Alice may not');
    const here = discord.person('Carol', (where) => (where === channel ? PIN_MESSAGES : 0n));
    here.pins(message);
    expect(() => here.pins(mod.says(discord.channel(guild), 'on Friday'))).toThrow('Carol may not');
    here.pins(mod.says(discord.thread(channel), 'on Sunday')); // a thread is as its channel
    expect(() => mod.unpins(discord.seen(channel).at(-1) as Message)).toThrow('not pinned');
    expect(() => mod.pins(discord.seen(channel).at(-1) as Message)).toThrow('no message to pin');
    mod.deletes(message);
    expect(() => mod.pins(message)).toThrow("doesn't see");
    expect(() => mod.pins(alice.says(discord.channel(guild, { pinLimit: 0 }), 'x'))).toThrow('no room');
    expect(() => alice.says(channel, 'what?', { replyTo: discord.seen(channel).at(-1) as Message })).toThrow("can't reply");
  });

  test('pin what they like in a direct conversation, and delete there what they said', async () => {
    const message = alice.says(alice.direct, 'when?');
    const { channel: direct } = await gets(message);
    if (direct.isSendable()) await direct.send('on Friday');
    const answer = discord.seen(alice.direct)[1] as Message;
    alice.pins(answer);
    expect(() => alice.deletes(answer)).toThrow('only what is their own');
    expect(() => mod.pins(message)).toThrow("doesn't see");
    alice.deletes(message);
    expect(discord.seen(alice.direct).map(({ pins, pinnedAt }) => [pins === answer, pinnedAt !== undefined])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test('leave what others said to the bot only where it manages messages', async () => {
    const managed = discord.channel(guild, { botMay: EVERYTHING | MANAGE_MESSAGES });
    const [kept, gone] = [alice.says(channel, 'on Friday'), alice.says(managed, 'on Friday')];
    await expect((await gets(kept)).delete()).rejects.toMatchObject({ code: 50013 });
    await (await gets(gone)).delete();
    await expect((await gets(alice.says(alice.direct, 'when?'))).delete()).rejects.toMatchObject({ code: 50003 });
    const body = { content: 'x', allowed_mentions: { parse: [] } };
    const other = alice.says(managed, 'on Sunday');
    await expect(client.rest.patch(`/channels/${managed.id}/messages/${other.id}`, { body })).rejects.toMatchObject({ code: 50005 });
    expect([kept.deleted, gone.deleted, discord.broken]).toEqual([false, true, []]);
  });

  test('open a thread to do so, where they may', () => {
    const thread = discord.thread(channel);
    const message = mod.says(thread, 'on Friday');
    discord.setThread(thread, { archived: true });
    mod.pins(message);
    expect(thread.archived).toBe(false);
    discord.setThread(thread, { locked: true });
    expect(() => mod.unpins(message)).toThrow('locked for Mod');
  });
});
