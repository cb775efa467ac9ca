import { type AnyThreadChannel, Events } from 'discord.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { connect } from './local/client.ts';
import { EVERYTHING, MANAGE_THREADS, SEND_IN_THREADS } from './local/permissions.ts';
import { until } from './local/until.ts';
import type { Channel, Message } from './local/world.ts';
import { setLocalScene } from './local-scene.ts';

// Threads that are archived or locked in the local Discord.
const on = setLocalScene();
let thread: Channel;

beforeEach(() => {
  thread = on.discord.thread(on.channel);
});

const BODY = { content: 'on Friday', allowed_mentions: { parse: [] } };
const post = (where = thread) => on.client.rest.post(`/channels/${where.id}/messages`, { body: BODY });
const edit = ({ channel, id }: Message) => on.client.rest.patch(`/channels/${channel.id}/messages/${id}`, { body: BODY });
const remove = ({ channel, id }: Message) => on.client.rest.delete(`/channels/${channel.id}/messages/${id}`);
const patch = (body: object, where = thread) => on.client.rest.patch(`/channels/${where.id}`, { body });
const state = ({ archived, locked }: Channel) => ({ archived, locked });

async function posted(where = thread): Promise<Message> {
  await post(where);
  return on.discord.seen(where).at(-1) as Message;
}

describe('a thread that is archived', () => {
  test('is opened by what the bot writes there, and the bot is told', async () => {
    on.discord.setThread(thread, { archived: true });
    const cached = () => on.client.channels.cache.get(thread.id) as AnyThreadChannel;
    await until('the bot knows that it is archived', () => cached()?.archived === true);
    await post();
    await until('the bot knows that it is open', () => cached()?.archived === false);
    expect(state(thread)).toEqual({ archived: false, locked: false });
  });

  test('is not among those that the bot is told of at first', async () => {
    on.discord.setThread(thread, { archived: true });
    await on.client.destroy();
    on.client = (await connect(on.discord)).client;
    await until('the channels have come', () => on.client.channels.cache.has(on.channel.id));
    expect(on.client.channels.cache.has(thread.id)).toBe(false);
    expect(await on.client.channels.fetch(thread.id)).toMatchObject({ archived: true, locked: false });
  });

  test('keeps what is in it as it is until it is opened', async () => {
    const message = await posted();
    on.discord.setThread(thread, { archived: true });
    await expect(edit(message)).rejects.toMatchObject({ status: 400, code: 50083 });
    await expect(remove(message)).rejects.toMatchObject({ status: 400, code: 50083 });
    expect(await patch({ archived: false })).toMatchObject({ thread_metadata: { archived: false } });
    await edit(message);
    await remove(message);
    expect(message.deleted).toBe(true);
  });

  test('is opened by what people say and use there', async () => {
    on.client.on(Events.InteractionCreate, (interaction) => interaction.isChatInputCommand() && interaction.reply('on Friday'));
    on.discord.setThread(thread, { archived: true });
    on.alice.says(thread, 'when?');
    expect(thread.archived).toBe(false);
    on.discord.setThread(thread, { archived: true });
    await on.alice.asks(thread, 'ask');
    expect(thread.archived).toBe(false);
  });
});

describe('a thread that is locked', () => {
  test('can be written in and changed by the bot only where it manages threads', async () => {
    const managed = on.discord.thread(on.channel, { botMay: EVERYTHING | MANAGE_THREADS });
    const [message, other] = [await posted(), await posted(managed)];
    for (const where of [thread, managed]) on.discord.setThread(where, { locked: true });
    await expect(post()).rejects.toMatchObject({ status: 403, code: 160005 });
    await expect(edit(message)).rejects.toMatchObject({ status: 403, code: 160005 });
    await remove(message); // that alone can be done
    await post(managed);
    await edit(other);
    for (const where of [thread, managed]) on.discord.setThread(where, { archived: true });
    await expect(post()).rejects.toMatchObject({ status: 403, code: 50083 });
    await expect(patch({ archived: false })).rejects.toMatchObject({ code: 50013 });
    await expect(edit(other)).rejects.toMatchObject({ code: 50083 });
    await post(managed);
    expect([state(thread), state(managed)]).toEqual([
      { archived: true, locked: true },
      { archived: false, locked: true },
    ]);
  });

  test('is closed to people, but for those who manage threads', () => {
    on.discord.setThread(thread, { archived: true, locked: true });
    expect(() => on.alice.says(thread, 'when?')).toThrow('locked for Alice');
    on.discord.person('Mod', MANAGE_THREADS).says(thread, 'when?');
    expect(state(thread)).toEqual({ archived: false, locked: true });
  });

  test('and archived lets no answer in; without being archived, it does', async () => {
    const errors: unknown[] = [];
    on.client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isRepliable()) interaction.reply('on Friday').catch((error) => errors.push(error.code));
    });
    on.discord.setThread(thread, { locked: true });
    expect((await on.alice.asks(thread, 'ask')).original?.content).toBe('on Friday');
    on.discord.setThread(thread, { archived: true });
    const { refused, acknowledgedAt } = await on.alice.asks(thread, 'ask');
    await until('the bot was told', () => errors.length > 0);
    expect([refused, acknowledgedAt, errors]).toEqual([true, undefined, [50083]]);
  });
});

test.each(['update', 'editReply', 'deleteReply', 'followUp'] as const)(
  'a thread that is closed while a press is answered: %s',
  async (how) => {
    await post();
    const components = [{ type: 1, components: [{ type: 2, style: 2, custom_id: 'more', label: 'More' }] }];
    const message = await posted();
    message.components = components;
    const closed = { archived: true, locked: how === 'followUp' };
    const code = new Promise((resolve) => {
      on.client.on(Events.InteractionCreate, async (interaction) => {
        if (!interaction.isButton()) return;
        if (how !== 'update') await interaction.deferUpdate();
        on.discord.setThread(thread, closed);
        const answered = how === 'deleteReply' ? interaction.deleteReply() : interaction[how]('on Saturday');
        answered.then(resolve, (error) => resolve(error.code));
      });
    });
    await on.alice.presses(message, 'More');
    expect([await code, message.content, message.deleted]).toEqual([50083, 'on Friday', false]);
  },
);

describe('the bot sets', () => {
  test.each([
    ['an archived thread open', EVERYTHING, { archived: true }, { archived: false }, undefined],
    ['it open where it may not write', EVERYTHING & ~SEND_IN_THREADS, { archived: true }, { archived: false }, 50013],
    ['a locked thread open', EVERYTHING, { archived: true, locked: true }, { archived: false }, 50013],
    [
      'a locked thread open, managing threads',
      EVERYTHING | MANAGE_THREADS,
      { archived: true, locked: true },
      { archived: false },
      undefined,
    ],
    ['a thread locked', EVERYTHING, {}, { locked: true }, 50013],
    ['a thread locked and open', EVERYTHING, { archived: true }, { archived: false, locked: true }, 50013],
    ['a thread archived', EVERYTHING, {}, { archived: true }, 50013],
    ['a thread archived, managing threads', EVERYTHING | MANAGE_THREADS, {}, { archived: true }, undefined],
    ['an archived thread locked', EVERYTHING | MANAGE_THREADS, { archived: true }, { locked: true }, 50083],
  ])('%s', async (_what, botMay, before, wanted, code) => {
    const one = on.discord.thread(on.channel, { botMay, ...before });
    if (code) await expect(patch(wanted, one)).rejects.toMatchObject({ code });
    else await patch(wanted, one);
    expect(one).toMatchObject(code ? before : { ...before, ...wanted });
  });

  test('nothing else of a thread, and nothing of a channel', async () => {
    await expect(patch({ name: 'Aleppo' })).rejects.toMatchObject({ code: 50035 });
    await expect(patch({ archived: true }, on.channel)).rejects.toMatchObject({ status: 404 });
    expect((on.discord.broken as string[]).splice(0)).toEqual([
      "a thread's name, not known here yet",
      `no such route: PATCH /channels/${on.channel.id}`,
    ]);
    expect(() => on.discord.setThread(on.channel, { archived: true })).toThrow('only a thread');
  });
});
