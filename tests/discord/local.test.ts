import {
  ChannelType,
  type Client,
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  type Message as Received,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Connected, connect } from './local/client.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { READ_HISTORY, SEND, VIEW } from './local/permissions.ts';
import type { Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Channel, Guild, Message } from './local/world.ts';

// What the tests of commands and buttons trust the local Discord with, tried with the real client.
const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

let discord: LocalDiscord;
let guild: Guild;
let channel: Channel;
let alice: Person;
let client: Client;
let received: Received[];
let gets: Connected['gets'];

beforeEach(async () => {
  discord = await openDiscord();
  guild = discord.guild('Readers');
  channel = discord.channel(guild);
  alice = discord.person('Alice');
  client = await connected([Guilds, GuildMessages, DirectMessages]);
});

afterEach(async () => {
  await client.destroy();
  await discord.close();
});

async function connected(intents: GatewayIntentBits[]): Promise<Client> {
  const started = await connect(discord, intents);
  received = started.received;
  gets = started.gets;
  return started.client;
}

const callbot = () => `<@${discord.world.bot.id}>`;

/** What the bot has answered a mention with, as a regular message. */
async function answered(where = channel): Promise<Message> {
  const asked = alice.says(where, `${callbot()} when?`);
  await (await gets(asked)).reply('on Friday');
  return discord.answered(asked);
}

describe('what people say', () => {
  test('is hidden from the bot, unless it is mentioned', async () => {
    const hidden = await gets(alice.says(channel, 'when?'));
    expect([hidden.content, hidden.type, hidden.inGuild(), hidden.author.username]).toEqual(['', 0, true, 'Alice']);
    const mention = await gets(alice.says(channel, `${callbot()} when?`));
    expect([mention.content, mention.mentions.users.has(discord.world.bot.id)]).toEqual([`${callbot()} when?`, true]);
    expect(mention.member?.id).toBe(alice.user.id);
    expect(discord.seen(channel).map(({ content }) => content)).toEqual(['when?', `${callbot()} when?`]);
    expect(discord.broken).toEqual([]);
  });

  test('in a direct conversation is not', async () => {
    const message = await gets(alice.says(alice.direct, 'when?'));
    expect([message.content, message.inGuild(), message.channel.type]).toEqual(['when?', false, ChannelType.DM]);
    if (message.channel.isSendable()) await message.channel.send('on Friday');
    expect((await discord.answered(discord.seen(alice.direct)[0] as Message)).content).toBe('on Friday');
  });

  test.each([[undefined], [true], [false]])('in reply to a regular message of the bot is seen by its ping (%s)', async (ping) => {
    const replyTo = await answered();
    const reply = await gets(alice.says(channel, 'and where?', { replyTo, ...(ping !== undefined && { ping }) }));
    expect(reply.content).toBe(ping === false ? '' : 'and where?');
    expect(reply.mentions.users.has(discord.world.bot.id)).toBe(ping !== false); // `repliedUser` is there without a ping, too
    expect([reply.type, reply.reference?.messageId]).toEqual([19, replyTo.id]);
  });

  test('in reply to what answers a command is hidden, and mentions nobody', async () => {
    client.once(Events.InteractionCreate, (interaction) => interaction.isChatInputCommand() && interaction.reply('on Friday'));
    const { original } = await alice.asks(channel, 'ask');
    const reply = await gets(alice.says(channel, 'and where?', { replyTo: original as Message }));
    expect([reply.content, reply.mentions.users.size, reply.reference?.messageId]).toEqual(['', 0, original?.id]);
    const named = await gets(alice.says(channel, `${callbot()} and where?`, { replyTo: original as Message }));
    expect(named.content).toBe(`${callbot()} and where?`);
  });

  test('in threads and new channels comes too, but not from where the bot is not', async () => {
    const thread = discord.thread(discord.channel(guild));
    const hidden = alice.says(discord.channel(guild, { hidden: true }), `${callbot()} who?`);
    const message = await gets(alice.says(thread, `${callbot()} when?`));
    expect([message.channel.type, message.channel.isThread() && message.channel.parentId]).toEqual([11, thread.parent?.id]);
    expect((await answered(thread)).channel).toBe(thread);
    expect(received.map(({ id }) => id)).not.toContain(hidden.id);
  });

  test('does not come to a bot that has not asked for it', async () => {
    await client.destroy();
    client = await connected([Guilds]);
    client.once(Events.InteractionCreate, (interaction) => interaction.isChatInputCommand() && interaction.reply('ready'));
    alice.says(channel, `${callbot()} when?`);
    alice.says(alice.direct, 'when?');
    await alice.asks(channel, 'ask'); // it comes behind them
    expect(received).toEqual([]);
  });
});

describe('what the bot says', () => {
  test.each([
    ['nothing but see', VIEW, 50013],
    ['see and send', VIEW | SEND, 160002],
    ['not even see', 0n, 50001],
  ])('is refused where it may %s', async (_what, botMay, code) => {
    const limited = discord.channel(guild, { botMay });
    const asked = alice.says(limited, 'when?');
    const body = { content: 'no', allowed_mentions: { parse: [] }, message_reference: { message_id: asked.id } };
    await expect(client.rest.post(`/channels/${limited.id}/messages`, { body })).rejects.toMatchObject({ code });
    expect([discord.seen(limited), discord.broken]).toEqual([[asked], []]);
  });

  test('in a thread takes a permission of its own', async () => {
    const thread = discord.thread(channel, { botMay: VIEW | SEND | READ_HISTORY });
    const asked = await gets(alice.says(thread, `${callbot()} when?`));
    await expect(asked.reply('no')).rejects.toMatchObject({ code: 50013 });
  });

  test.each([
    ['pings', { content: 'x' }],
    ['pings who is replied to', { content: 'x', allowed_mentions: { parse: [], replied_user: true } }],
    ['is too long', { content: 'x'.repeat(2001), allowed_mentions: { parse: [] } }],
    ['is for one person', { content: 'x', flags: MessageFlags.Ephemeral, allowed_mentions: { parse: [] } }],
  ])('breaks a rule where it %s', async (_what, body) => {
    await expect(client.rest.post(`/channels/${channel.id}/messages`, { body })).rejects.toMatchObject({ code: 50035 });
    expect(discord.broken).toHaveLength(1);
  });

  test('is changed and removed by the bot, and its buttons are pressed', async () => {
    const components = [{ type: 1, components: [{ type: 2, style: 2, custom_id: 'more', label: 'More' }] }];
    const asked = await gets(alice.says(channel, `${callbot()} when?`));
    const sent = await asked.reply({ content: 'on Friday', components });
    const message = discord.seen(channel)[1] as Message;
    client.once(Events.InteractionCreate, (interaction) => interaction.isButton() && interaction.update('on Saturday'));
    await alice.presses(message, 'More');
    await until('it is changed', () => message.content === 'on Saturday');
    await sent.edit('on Sunday');
    expect(message.content).toBe('on Sunday');
    expect([(await sent.fetch()).content, (await asked.fetch()).content]).toEqual(['on Sunday', `${callbot()} when?`]);
    await sent.delete();
    expect([message.deleted, discord.broken]).toEqual([true, []]);
  });
});

describe('a form', () => {
  const form = (maximum: number) => {
    const input = new TextInputBuilder().setCustomId('question').setStyle(TextInputStyle.Short).setMaxLength(maximum);
    const label = new LabelBuilder().setLabel('Your question').setTextInputComponent(input);
    return new ModalBuilder().setCustomId('ask').setTitle('Ask').addLabelComponents(label);
  };

  test('is shown for a press, filled in, and changes the message', async () => {
    const components = [{ type: 1, components: [{ type: 2, style: 2, custom_id: 'more', label: 'More' }] }];
    await (await gets(alice.says(channel, `${callbot()} when?`))).reply({ content: 'on Friday', components });
    const message = discord.seen(channel)[1] as Message;
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isButton()) interaction.showModal(form(10));
      if (interaction.isModalSubmit() && interaction.isFromMessage()) interaction.update(interaction.fields.getTextInputValue('question'));
    });
    const shown = await alice.presses(message, 'More');
    expect(shown.modal?.title).toBe('Ask');
    await expect(alice.submits(shown, { question: 'far too long' })).rejects.toThrow('too long');
    await expect(alice.submits(shown, { answer: 'x' })).rejects.toThrow('no field');
    await expect(discord.person('Bob').submits(shown, { question: 'x' })).rejects.toThrow('sees no form');
    const sent = await alice.submits(shown, { question: 'where?' });
    expect([sent.source, message.content]).toEqual([message, 'where?']);
    await expect(alice.submits(shown, { question: 'again' })).rejects.toThrow('closed');
    expect(discord.broken).toEqual([]);
  });

  test('that answers a form breaks a rule, and so does one that is none', async () => {
    const token = { id: '', token: '' };
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) interaction.showModal(form(10));
      else Object.assign(token, { id: interaction.id, token: interaction.token });
      const body = { type: 9, data: form(10).toJSON() };
      if (interaction.isModalSubmit()) client.rest.post(`/interactions/${token.id}/${token.token}/callback`, { body }).catch(() => {});
    });
    const sent = await alice.submits(await alice.asks(channel, 'ask'), { question: 'where?' });
    expect([sent.refused, discord.broken]).toEqual([true, ['answer 9 to an interaction 5']]);
  });
});

test('a command for messages gets the message, with what it says', async () => {
  const target = alice.says(channel, 'It was on Friday.');
  client.once(
    Events.InteractionCreate,
    (interaction) => interaction.isMessageContextMenuCommand() && interaction.reply(interaction.targetMessage.content),
  );
  expect((await alice.uses(target, 'Quote this')).original?.content).toBe('It was on Friday.');
  expect([alice.commands(channel), alice.commands(channel, 3)]).toEqual([['ask'], ['Quote this']]);
});

test('what only one person sees comes to the bot as a direct message would', async () => {
  const flags = MessageFlags.Ephemeral;
  client.once(
    Events.InteractionCreate,
    (interaction) => interaction.isChatInputCommand() && interaction.reply({ content: 'hidden', flags }),
  );
  const packets: { t: string; d: object }[] = [];
  client.on(Events.Raw, (packet) => packets.push(packet));
  const { original } = await alice.asks(channel, 'ask');
  await gets(original as Message);
  const { d } = packets.find(({ t }) => t === 'MESSAGE_CREATE') ?? {};
  expect(d).toMatchObject({ id: original?.id, content: 'hidden', channel_type: 0 });
  expect(d).not.toHaveProperty('guild_id');
  expect(() => alice.says(channel, 'what?', { replyTo: original as Message })).toThrow("can't reply");
});

test('a guild that removes the bot is gone, and its channels are closed', async () => {
  const left = new Promise((resolve) => client.once(Events.GuildDelete, resolve));
  discord.removeBot(guild);
  expect(await left).toMatchObject({ id: guild.id });
  alice.says(channel, `${callbot()} when?`);
  await expect(client.rest.get(`/channels/${channel.id}`)).rejects.toMatchObject({ code: 50001 });
  expect([received, alice.commands(channel)]).toEqual([[], []]);
});
