import { describe, expect, test } from 'vitest';
import { aleppo, launch } from './bot.ts';
import { until } from './local/until.ts';
import { setScene } from './scene.ts';

const on = setScene();

const QUESTION = { question: 'did the clashes begin' };

/** Told to stop, the bot takes no longer than so many milliseconds. */
const LIMIT = 5000;

async function stops(): Promise<void> {
  const began = performance.now();
  expect(await on.bot.stop()).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(LIMIT);
}

/** Nobody connects any more, in the time in which @discordjs/ws would. */
async function staysAway(): Promise<void> {
  const { gateway } = on.discord;
  const before = gateway.connections.length;
  await new Promise((later) => setTimeout(later, 1500)); // what must not happen has no sign
  expect([gateway.connected, gateway.connections.length]).toEqual([false, before]);
}

const inAnOutage = () => {
  on.discord.world.down = true;
  on.discord.gateway.drop();
};

describe('told to stop, the bot ends', () => {
  test.each<[string, () => unknown, number]>([
    ['connected', () => undefined, 0],
    ['when its connection has just been dropped', () => on.discord.gateway.drop(), 1],
    ['while it waits before it connects again', () => on.discord.gateway.drop(), 250],
    ['in an outage', inAnOutage, 700],
  ])('%s, and does not come back', async (_when, happens, ms) => {
    happens();
    await new Promise((later) => setTimeout(later, ms));
    await stops();
    on.discord.world.down = false;
    await staysAway();
  });

  test('after it has answered what was asked', async () => {
    on.discord.fail(/callback/, 429, 1, 1);
    const asked = on.alice.asks(on.channel, 'when', QUESTION);
    await until('it is told to wait', () => on.bot.logged.some(({ status }) => status === 429));
    await stops();
    expect((await asked).original?.content).toContain('The clashes began');
  });

  test('while Discord asks it to wait for a minute, and the log says that something was not answered', async () => {
    on.discord.fail(/callback/, 429, 1, 60);
    on.alice.asks(on.channel, 'when', QUESTION).catch(() => undefined);
    await until('it is told to wait', () => on.bot.logged.some(({ status }) => status === 429));
    await stops();
    expect(on.bot.logged.slice(-2)).toMatchObject([{ unanswered: 1 }, { msg: 'closed' }]);
  });

  test.each([
    ['finds out who it is', /applications.@me$/],
    ['registers its commands', /commands$/],
    ['asks where to connect', /gateway.bot$/],
  ])('while it starts, and tries again as it %s', async (_what, route) => {
    await on.bot.stop();
    on.discord.fail(route, 503, 1000);
    on.bot = launch(on.discord, aleppo());
    await until('it tries again', () => on.bot.logged.some(({ seconds }) => seconds !== undefined));
    await stops();
    await staysAway();
  });
});
