import { describe, expect, test } from 'vitest';
import { wording } from '../../src/wording.ts';
import { aleppo, deskOn } from './bot.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { isFollowUp, SAEED, setScene, UPRISING } from './scene.ts';

const on = setScene();

const QUESTION = { question: 'did the clashes begin' };

/** The log's lines from warnings on. */
const troubles = () => on.bot.logged.filter(({ level }) => Number(level) >= 40);

async function answersTheNext(): Promise<Message> {
  const { original } = await on.alice.asks(on.channel, 'when', QUESTION);
  expect(original?.content).toContain('The clashes began');
  return original as Message;
}

describe('the bot lives on, and the log has one line', () => {
  test('when Discord has forgotten the interaction', async () => {
    on.discord.world.onInteraction = (interaction) => {
      interaction.forgotten = true;
    };
    await on.alice.asks(on.channel, 'when', QUESTION);
    await until('the log says so', () => troubles().length > 0);
    delete on.discord.world.onInteraction;
    await answersTheNext();
    expect(troubles()).toMatchObject([{ interaction: '/when', discord: 10062 }]);
  });

  test('when the interaction is answered already', async () => {
    on.discord.world.onInteraction = (interaction) => {
      interaction.acknowledgedAt = 0;
    };
    await on.alice.asks(on.channel, 'when', QUESTION);
    await until('the log says so', () => troubles().length > 1);
    delete on.discord.world.onInteraction;
    await answersTheNext();
    expect(troubles()).toMatchObject([{ msg: expect.stringContaining('another copy') }, { interaction: '/when', discord: 40060 }]);
  });

  test('when the message was deleted before its button was pressed', async () => {
    const message = await answersTheNext();
    on.discord.world.onInteraction = (interaction) => {
      if (interaction.source) interaction.source.deleted = true;
      interaction.refused = true; // the client doesn't wait for it
    };
    await on.alice.presses(message, 'Show context');
    await until('the log says so', () => troubles().length > 0);
    delete on.discord.world.onInteraction;
    await answersTheNext();
    expect(troubles()).toMatchObject([{ interaction: 'context', discord: 10008 }]);
  });

  test('when Discord has a problem for a moment, and the question is answered nevertheless', async () => {
    on.discord.fail(/callback/, 502);
    await answersTheNext();
    await until('the log says so', () => troubles().length > 0);
    expect(troubles()).toMatchObject([{ request: 'POST /interactions', retries: 1 }]);
  });

  test('when Discord has a problem for longer, and the question is lost', async () => {
    on.discord.fail(/callback/, 503, 4);
    on.discord.world.onInteraction = (interaction) => {
      interaction.refused = true; // the client doesn't wait for it
    };
    await on.alice.asks(on.channel, 'when', QUESTION);
    await until('the log says so', () => troubles().length > 0);
    delete on.discord.world.onInteraction;
    await answersTheNext();
    expect(troubles()).toMatchObject([{ interaction: '/when', status: 503, msg: 'not answered' }]);
  });

  test('when Discord asks to wait, and the question is answered nevertheless', async () => {
    on.discord.fail(/callback/, 429, 1, 0.05);
    await answersTheNext();
    expect(troubles()).toMatchObject([{ request: 'POST /interactions', status: 429 }]);
  });

  test('when the connection drops: the session is resumed, and no question is lost', async () => {
    on.discord.gateway.drop();
    const asked = on.alice.asks(on.channel, 'when', QUESTION);
    expect((await asked).original?.content).toContain('The clashes began');
    expect(on.discord.gateway.connections).toEqual(['identify', 'resume']);
    expect(troubles()).toMatchObject([{ msg: 'the connection is lost; trying again until it is back' }]);
    expect(on.bot.logged).toContainEqual(expect.objectContaining({ msg: 'connected again: the session goes on' }));
  });

  test('when the session can not be resumed: a new one begins', async () => {
    on.discord.gateway.forgetSessions();
    on.discord.gateway.drop();
    await until('there is a new session', () => on.bot.logged.some(({ msg }) => msg === 'connected again: a new session'));
    await answersTheNext();
    expect(on.discord.gateway.connections).toEqual(['identify', 'resume', 'identify']);
    expect(troubles()).toHaveLength(1);
  });

  test('when Discord is out of order for a while', async () => {
    on.discord.world.down = true;
    on.discord.gateway.drop();
    await until('it has tried again and again', () => on.discord.gateway.refused > 2);
    on.discord.world.down = false;
    await until('it is connected again', () => on.bot.logged.some(({ msg }) => String(msg).startsWith('connected again')));
    await answersTheNext();
    expect(troubles()).toHaveLength(1);
  });
});

test('when a command fails, who asked is told, and the log has one line', async () => {
  const desk = deskOn(aleppo());
  const ask: typeof desk.ask = (asked, manner) => {
    if (asked.text === 'break') throw new Error('broken');
    return desk.ask(asked, manner);
  };
  await on.restart({ ...desk, ask });
  const { original } = await on.alice.asks(on.channel, 'ask', { question: 'break' });
  expect([original?.content, original?.onlyFor]).toEqual([wording.failed, on.alice.user]);
  await answersTheNext();
  expect(troubles()).toMatchObject([{ msg: 'a command failed', problem: expect.stringContaining('broken') }]);
});

test('a question in a channel that the bot does not see is answered', async () => {
  const hidden = on.discord.channel(on.guild, { hidden: true });
  const { original } = await on.alice.asks(hidden, 'when', QUESTION);
  expect(original?.content).toContain('The clashes began');
});

test('a question whose channel Discord leaves out is answered, and the talk goes on there', async () => {
  on.discord.gateway.alter = (type, { channel: _, ...data }: { channel?: object }) =>
    type === 'INTERACTION_CREATE' ? data : { ...data, ...(_ && { channel: _ }) };
  await on.ask(SAEED);
  isFollowUp(await on.ask(UPRISING));
});

test('a question in a thread is answered', async () => {
  const thread = on.discord.channel(on.guild, { type: 11 });
  expect((await on.alice.asks(thread, 'when', QUESTION)).original?.content).toContain('The clashes began');
});

test('the log never holds what people wrote, nor what the article says', async () => {
  await on.alice.asks(on.channel, 'ask', { question: 'when did the secretword begin' });
  await on.alice.types(on.channel, 'ask', 'question', 'secretword');
  on.discord.fail(/callback/, 400);
  on.discord.world.onInteraction = (interaction) => {
    interaction.refused = true;
  };
  await on.alice.asks(on.channel, 'ask', { question: 'secretword clashes' });
  await until('the log says so', () => troubles().length > 0);
  expect(on.bot.logged).toContainEqual(expect.objectContaining({ interaction: '/ask', ms: expect.any(Number), msg: 'answered' }));
  const log = JSON.stringify(on.bot.logged);
  expect(log).toContain('/ask');
  expect(log).not.toMatch(/secretword|clashes/);
});
