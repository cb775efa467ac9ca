import { type AnyThreadChannel, type Client, Events } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from './local/client.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { EVERYTHING, MANAGE_THREADS, SEND_IN_THREADS } from './local/permissions.ts';
import type { Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Channel, Message } from './local/world.ts';

// Threads that are archived or locked in the local Discord.
let discord: LocalDiscord;
let channel: Channel;
let thread: Channel;
let alice: Person;
let client: Client;

beforeEach(async () => {
  discord = await openDiscord();
  channel = discord.channel(discord.guild('Readers'));
  thread = discord.thread(channel);
  alice = discord.person('Alice');
  client = (await connect(discord)).client;
});

afterEach(async () => {
  await client.destroy();
  await discord.close();
  expect(discord.broken).toEqual([]);
});

const BODY = { content: 'on Friday', allowed_mentions: { parse: [] } };
const post = (where = thread) => client.rest.post(`/channels/${where.id}/messages`, { body: BODY });
const edit = ({ channel, id }: Message) => client.rest.patch(`/channels/${channel.id}/messages/${id}`, { body: BODY });
const remove = ({ channel, id }: Message) => client.rest.delete(`/channels/${channel.id}/messages/${id}`);
const patch = (body: object, where = thread) => client.rest.patch(`/channels/${where.id}`, { body });
const state = ({ archived, locked }: Channel) => ({ archived, locked });

async function posted(where = thread): Promise<Message> {
  await post(where);
  return discord.seen(where).at(-1) as Message;
}

describe('a thread that is archived', () => {
  test('is opened by what the bot writes there, and the bot is told', async () => {
    discord.setThread(thread, { archived: true });
    const cached = () => client.channels.cache.get(thread.id) as AnyThreadChannel;
    await until('the bot knows that it is archived', () => cached()?.archived === true);
    await post();
    await until('the bot knows that it is open', () => cached()?.archived === false);
    expect(state(thread)).toEqual({ archived: false, locked: false });
  });

  test('is not among those that the bot is told of at first', async () => {
    discord.setThread(thread, { archived: true });
    await client.destroy();
    client = (await connect(discord)).client;
    await until('the channels have come', () => client.channels.cache.has(channel.id));
    expect(client.channels.cache.has(thread.id)).toBe(false);
    expect(await client.channels.fetch(thread.id)).toMatchObject({ archived: true, locked: false });
  });

  test('keeps what is in it as it is until it is opened', async () => {
    const message = await posted();
    discord.setThread(thread, { archived: true });
    await expect(edit(message)).rejects.toMatchObject({ status: 400, code: 50083 });
    await expect(remove(message)).rejects.toMatchObject({ status: 400, code: 50083 });
    expect(await patch({ archived: false })).toMatchObject({ thread_metadata: { archived: false } });
    await edit(message);
    await remove(message);
    expect(message.deleted).toBe(true);
  });

  test('is opened by what people say and use there', async () => {
    client.on(Events.InteractionCreate, (interaction) => interaction.isChatInputCommand() && interaction.reply('on Friday'));
    discord.setThread(thread, { archived: true });
    alice.says(thread, 'when?');
    expect(thread.archived).toBe(false);
    discord.setThread(thread, { archived: true });
    await alice.asks(thread, 'ask');
    expect(thread.archived).toBe(false);
  });
});

describe('a thread that is locked', () => {
  test('can be written in and changed by the bot only where it manages threads', async () => {
    const managed = discord.thread(channel, { botMay: EVERYTHING | MANAGE_THREADS });
    const [message, other] = [await posted(), await posted(managed)];
    for (const where of [thread, managed]) discord.setThread(where, { locked: true });
    await expect(post()).rejects.toMatchObject({ status: 403, code: 160005 });
    await expect(edit(message)).rejects.toMatchObject({ status: 403, code: 160005 });
    await remove(message); // that alone can be done
    await post(managed);
    await edit(other);
    for (const where of [thread, managed]) discord.setThread(where, { archived: true });
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
    discord.setThread(thread, { archived: true, locked: true });
    expect(() => alice.says(thread, 'when?')).toThrow('locked for Alice');
    discord.person('Mod', MANAGE_THREADS).says(thread, 'when?');
    expect(state(thread)).toEqual({ archived: false, locked: true });
  });

  test('and archived lets no answer in; without being archived, it does', async () => {
    const errors: unknown[] = [];
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isRepliable()) interaction.reply('on Friday').catch((error) => errors.push(error.code));
    });
    discord.setThread(thread, { locked: true });
    expect((await alice.asks(thread, 'ask')).original?.content).toBe('on Friday');
    discord.setThread(thread, { archived: true });
    const { refused, acknowledgedAt } = await alice.asks(thread, 'ask');
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
      client.on(Events.InteractionCreate, async (interaction) => {
        if (!interaction.isButton()) return;
        if (how !== 'update') await interaction.deferUpdate();
        discord.setThread(thread, closed);
        const answered = how === 'deleteReply' ? interaction.deleteReply() : interaction[how]('on Saturday');
        answered.then(resolve, (error) => resolve(error.code));
      });
    });
    await alice.presses(message, 'More');
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
    const one = discord.thread(channel, { botMay, ...before });
    if (code) await expect(patch(wanted, one)).rejects.toMatchObject({ code });
    else await patch(wanted, one);
    expect(one).toMatchObject(code ? before : { ...before, ...wanted });
  });

  test('nothing else of a thread, and nothing of a channel', async () => {
    await expect(patch({ name: 'Aleppo' })).rejects.toMatchObject({ code: 50035 });
    await expect(patch({ archived: true }, channel)).rejects.toMatchObject({ status: 404 });
    expect((discord.broken as string[]).splice(0)).toEqual([
      "a thread's name, not known here yet",
      `no such route: PATCH /channels/${channel.id}`,
    ]);
    expect(() => discord.setThread(channel, { archived: true })).toThrow('only a thread');
  });
});
