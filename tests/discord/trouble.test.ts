import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk } from '../../src/desk.ts';
import { wording } from '../../src/wording.ts';
import { aleppo, type Bot, startBot } from './bot.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import type { Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Channel, Message } from './local/world.ts';

let discord: LocalDiscord;
let bot: Bot;
let channel: Channel;
let alice: Person;

beforeEach(async () => {
  discord = await openDiscord();
  channel = discord.channel(discord.guild('Readers'));
  bot = await startBot(discord, aleppo());
  alice = discord.person('Alice');
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
  expect(discord.broken).toEqual([]);
});

const QUESTION = { question: 'did the clashes begin' };

/** The log's lines from warnings on. */
const troubles = () => bot.logged.filter(({ level }) => Number(level) >= 40);

async function answersTheNext(): Promise<Message> {
  const { original } = await alice.asks(channel, 'when', QUESTION);
  expect(original?.content).toContain('The clashes began');
  return original as Message;
}

describe('the bot lives on, and the log has one line', () => {
  test('when Discord has forgotten the interaction', async () => {
    discord.world.onInteraction = (interaction) => {
      interaction.forgotten = true;
    };
    await alice.asks(channel, 'when', QUESTION);
    await until('the log says so', () => troubles().length > 0);
    delete discord.world.onInteraction;
    await answersTheNext();
    expect(troubles()).toMatchObject([{ interaction: '/when', discord: 10062 }]);
  });

  test('when the interaction is answered already', async () => {
    discord.world.onInteraction = (interaction) => {
      interaction.acknowledgedAt = 0;
    };
    await alice.asks(channel, 'when', QUESTION);
    await until('the log says so', () => troubles().length > 0);
    delete discord.world.onInteraction;
    await answersTheNext();
    expect(troubles()).toMatchObject([{ interaction: '/when', discord: 40060 }]);
  });

  test('when the message was deleted before its button was pressed', async () => {
    const message = await answersTheNext();
    discord.world.onInteraction = (interaction) => {
      if (interaction.source) interaction.source.deleted = true;
      interaction.refused = true; // the client doesn't wait for it
    };
    await alice.presses(message, 'Show context');
    await until('the log says so', () => troubles().length > 0);
    delete discord.world.onInteraction;
    await answersTheNext();
    expect(troubles()).toMatchObject([{ interaction: 'context', discord: 10008 }]);
  });

  test('when Discord has a problem for a moment, and the question is answered nevertheless', async () => {
    discord.fail(/callback/, 502);
    await answersTheNext();
    expect(troubles()).toMatchObject([{ request: 'POST /interactions', retries: 1 }]);
  });

  test('when Discord has a problem for longer, and the question is lost', async () => {
    discord.fail(/callback/, 503, 4);
    discord.world.onInteraction = (interaction) => {
      interaction.refused = true; // the client doesn't wait for it
    };
    await alice.asks(channel, 'when', QUESTION);
    await until('the log says so', () => troubles().length > 0);
    delete discord.world.onInteraction;
    await answersTheNext();
    expect(troubles()).toMatchObject([{ interaction: '/when', status: 503, msg: 'not answered' }]);
  });

  test('when Discord asks to wait, and the question is answered nevertheless', async () => {
    discord.fail(/callback/, 429, 1, 0.05);
    await answersTheNext();
    expect(troubles()).toMatchObject([{ request: 'POST /interactions', status: 429 }]);
  });

  test('when the connection drops: the session is resumed, and no question is lost', async () => {
    discord.gateway.drop();
    const asked = alice.asks(channel, 'when', QUESTION);
    expect((await asked).original?.content).toContain('The clashes began');
    expect(discord.gateway.connections).toEqual(['identify', 'resume']);
    expect(troubles()).toMatchObject([{ msg: 'the connection is lost; trying again until it is back' }]);
    expect(bot.logged).toContainEqual(expect.objectContaining({ msg: 'connected again: the session goes on' }));
  });

  test('when the session can not be resumed: a new one begins', async () => {
    discord.gateway.forgetSessions();
    discord.gateway.drop();
    await until('there is a new session', () => bot.logged.some(({ msg }) => msg === 'connected again: a new session'));
    await answersTheNext();
    expect(discord.gateway.connections).toEqual(['identify', 'resume', 'identify']);
    expect(troubles()).toHaveLength(1);
  });

  test('when Discord is out of order for a while', async () => {
    await until('the bot has looked after its commands', () => discord.count(/guilds.*commands/) > 0);
    discord.world.down = true;
    discord.gateway.drop();
    await until('it has tried again and again', () => discord.gateway.refused > 2);
    discord.world.down = false;
    await until('it is connected again', () => bot.logged.some(({ msg }) => String(msg).startsWith('connected again')));
    await answersTheNext();
    expect(troubles()).toHaveLength(1);
  });
});

test('when a command fails, who asked is told, and the log has one line', async () => {
  await bot.stop();
  const desk = openDesk(aleppo());
  const ask: typeof desk.ask = (asked, manner) => {
    if (asked.text === 'break') throw new Error('broken');
    return desk.ask(asked, manner);
  };
  bot = await startBot(discord, { ...desk, ask });
  const { original } = await alice.asks(channel, 'ask', { question: 'break' });
  expect([original?.content, original?.onlyFor]).toEqual([wording.failed, alice.user]);
  await answersTheNext();
  expect(troubles()).toMatchObject([{ msg: 'a command failed', problem: expect.stringContaining('broken') }]);
});

test('a question in a channel that the bot does not see is answered', async () => {
  const hidden = discord.channel(channel.guild as NonNullable<Channel['guild']>, { hidden: true });
  const { original } = await alice.asks(hidden, 'when', QUESTION);
  expect(original?.content).toContain('The clashes began');
});

test('a question in a thread is answered', async () => {
  const thread = discord.channel(channel.guild as NonNullable<Channel['guild']>, { type: 11 });
  expect((await alice.asks(thread, 'when', QUESTION)).original?.content).toContain('The clashes began');
});

test('the log never holds what people wrote, nor what the article says', async () => {
  await alice.asks(channel, 'ask', { question: 'when did the secretword begin' });
  await alice.types(channel, 'ask', 'question', 'secretword');
  discord.fail(/callback/, 400);
  discord.world.onInteraction = (interaction) => {
    interaction.refused = true;
  };
  await alice.asks(channel, 'ask', { question: 'secretword clashes' });
  await until('the log says so', () => troubles().length > 0);
  expect(bot.logged).toContainEqual(expect.objectContaining({ interaction: '/ask', ms: expect.any(Number), msg: 'answered' }));
  const log = JSON.stringify(bot.logged);
  expect(log).toContain('/ask');
  expect(log).not.toMatch(/secretword|clashes/);
});
