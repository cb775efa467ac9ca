import { describe, expect, test } from 'vitest';
import { EVERYTHING, MANAGE_MESSAGES, PIN_MESSAGES } from './local/permissions.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { setLocalScene } from './local-scene.ts';

// What people do to messages by hand in the local Discord.
const on = setLocalScene();

describe('people', () => {
  test('pin, unpin and delete by hand, and the bot is told', async () => {
    const message = on.alice.says(on.channel, `<@${on.discord.world.bot.id}> when?`);
    await (await on.gets(message)).reply('on Friday');
    const answer = on.discord.seen(on.channel)[1] as Message;
    on.mod.pins(answer);
    on.mod.unpins(answer);
    on.mod.pins(answer);
    on.mod.deletes(answer);
    on.alice.deletes(message);
    await until('the bot is told', () => on.packets.at(-1)?.d.id === message.id);
    expect(on.packets.slice(2).map(({ t }) => t)).toEqual([
      ...['MESSAGE_UPDATE', 'CHANNEL_PINS_UPDATE', 'MESSAGE_CREATE', 'MESSAGE_UPDATE', 'CHANNEL_PINS_UPDATE'],
      ...['MESSAGE_UPDATE', 'CHANNEL_PINS_UPDATE', 'MESSAGE_CREATE', 'MESSAGE_DELETE', 'MESSAGE_DELETE'], // a deletion tells of no pin
    ]);
    const actions = on.discord.world.auditLog.map(({ action, by, reason }) => [action, by, reason]);
    expect(actions).toEqual(['pin', 'unpin', 'pin'].map((action) => [action, on.mod.user, undefined]));
    expect(on.discord.pinned(on.channel)).toEqual([]);
    expect(on.discord.seen(on.channel).map(({ author, pins }) => [author, pins])).toEqual([
      [on.mod.user, answer],
      [on.mod.user, answer],
    ]);
  });

  test('do what their permissions in the place let them do', async () => {
    const message = on.mod.says(on.channel, 'on Friday');
    for (const does of ['pins', 'unpins', 'deletes'] as const) expect(() => on.alice[does](message)).toThrow('Alice may not');
    const here = on.discord.person('Carol', (where) => (where === on.channel ? PIN_MESSAGES : 0n));
    here.pins(message);
    expect(() => here.pins(on.mod.says(on.discord.channel(on.guild), 'on Friday'))).toThrow('Carol may not');
    here.pins(on.mod.says(on.discord.thread(on.channel), 'on Sunday')); // a thread is as its channel
    expect(() => on.mod.unpins(on.discord.seen(on.channel).at(-1) as Message)).toThrow('not pinned');
    expect(() => on.mod.pins(on.discord.seen(on.channel).at(-1) as Message)).toThrow('no message to pin');
    on.mod.deletes(message);
    expect(() => on.mod.pins(message)).toThrow("doesn't see");
    expect(() => on.mod.pins(on.alice.says(on.discord.channel(on.guild, { pinLimit: 0 }), 'x'))).toThrow('no room');
    expect(() => on.alice.says(on.channel, 'what?', { replyTo: on.discord.seen(on.channel).at(-1) as Message })).toThrow("can't reply");
  });

  test('pin what they like in a direct conversation, and delete there what they said', async () => {
    const message = on.alice.says(on.alice.direct, 'when?');
    const { channel: direct } = await on.gets(message);
    if (direct.isSendable()) await direct.send('on Friday');
    const answer = on.discord.seen(on.alice.direct)[1] as Message;
    on.alice.pins(answer);
    expect(() => on.alice.deletes(answer)).toThrow('only what is their own');
    expect(() => on.mod.pins(message)).toThrow("doesn't see");
    on.alice.deletes(message);
    expect(on.discord.seen(on.alice.direct).map(({ pins, pinnedAt }) => [pins === answer, pinnedAt !== undefined])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test('leave what others said to the bot only where it manages messages', async () => {
    const managed = on.discord.channel(on.guild, { botMay: EVERYTHING | MANAGE_MESSAGES });
    const [kept, gone] = [on.alice.says(on.channel, 'on Friday'), on.alice.says(managed, 'on Friday')];
    await expect((await on.gets(kept)).delete()).rejects.toMatchObject({ code: 50013 });
    await (await on.gets(gone)).delete();
    await expect((await on.gets(on.alice.says(on.alice.direct, 'when?'))).delete()).rejects.toMatchObject({ code: 50003 });
    const body = { content: 'x', allowed_mentions: { parse: [] } };
    const other = on.alice.says(managed, 'on Sunday');
    await expect(on.client.rest.patch(`/channels/${managed.id}/messages/${other.id}`, { body })).rejects.toMatchObject({ code: 50005 });
    expect([kept.deleted, gone.deleted, on.discord.broken]).toEqual([false, true, []]);
  });

  test('open a thread to do so, where they may', () => {
    const thread = on.discord.thread(on.channel);
    const message = on.mod.says(thread, 'on Friday');
    on.discord.setThread(thread, { archived: true });
    on.mod.pins(message);
    expect(thread.archived).toBe(false);
    on.discord.setThread(thread, { locked: true });
    expect(() => on.mod.unpins(message)).toThrow('locked for Mod');
  });
});
