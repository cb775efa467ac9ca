import { beforeEach, describe, expect, test } from 'vitest';
import { openCooldown } from '../../src/cooldown.ts';
import { MANAGE_MESSAGES } from './local/permissions.ts';
import type { Message } from './local/world.ts';
import { answerTo, CLASHES, NOT_SAID, SAEED, setScene, shown } from './scene.ts';

const on = setScene();
const BEGIN = 'when did the clashes begin';
const MANY = /^You have asked many questions in a minute\. I can take the next one <t:\d+:R>$/;
const CROWDED = /^Many questions were asked in this channel in a minute\. I can take the next one <t:\d+:R>$/;

beforeEach(() => on.restart(undefined, { cooldown: openCooldown({ person: 2, channel: 4, guild: 100 }) }));

const asks = async (by = on.alice) => answerTo(await by.asks(on.channel, 'ask', { question: BEGIN }));
const says = (by = on.alice, where = on.channel) => by.says(where, `${on.mention()} ${BEGIN}`);

describe('who asks too much', () => {
  test('is told when they can go on, and nobody else sees that', async () => {
    for (let i = 0; i < 2; i++) expect(shown(await asks()).quotes).toEqual([CLASHES]);
    const { content, onlyFor } = await asks();
    expect([content, onlyFor]).toEqual([expect.stringMatching(MANY), on.alice.user]);
    const until = Number(/<t:(\d+)/.exec(content)?.[1]) * 1000;
    expect(until - Date.now()).toBeGreaterThan(0);
    expect(until - Date.now()).toBeLessThanOrEqual(31_000);
  });

  test('keeps nobody else from asking', async () => {
    for (let i = 0; i < 5; i++) await asks();
    expect(shown(await asks(on.bob)).quotes).toEqual([CLASHES]);
  });

  test('may do all that asks nothing', async () => {
    const answer = await asks();
    for (let i = 0; i < 3; i++) await asks();
    expect(answerTo(await on.alice.asks(on.channel, 'summary')).content).toContain('of the article');
    expect(answerTo(await on.alice.presses(answer, 'Show context')).content).toContain('Before and after');
    expect(answerTo(await on.alice.asks(on.channel, 'ask', { question: 'tl;dr' })).content).toContain('of the article');
  });

  test('is held up at a follow-up and a button that asks, too', async () => {
    await on.ask(SAEED);
    const answer = await on.ask('what did he say about the uprising');
    const form = await on.alice.presses(answer, 'Ask a follow-up');
    expect(answerTo(await on.alice.submits(form, { text: BEGIN })).content).toMatch(MANY);
    const { followUps, original } = await on.alice.presses(answer, 'Ask without that');
    expect([followUps[0] ?? original].map((one) => one?.content)).toEqual([expect.stringMatching(MANY)]);
  });

  test('by mentions is told so once, and then nothing', async () => {
    for (let i = 0; i < 2; i++) expect(shown(await on.replyTo(says())).quotes).toEqual([CLASHES]);
    expect((await on.replyTo(says())).content).toMatch(MANY);
    for (let i = 0; i < 3; i++) says();
    const bobs = await on.replyTo(says(on.bob)); // behind those of Alice
    expect(shown(bobs).quotes).toEqual([CLASHES]);
    expect(texts().filter((text) => MANY.test(text))).toHaveLength(1);
    expect(on.bot.logged.filter(({ msg }) => msg === 'refused')).toHaveLength(4);
  });

  test('in direct messages is told so, too', async () => {
    for (let i = 0; i < 2; i++) await on.replyTo(on.alice.says(on.alice.direct, BEGIN));
    expect((await on.replyTo(on.alice.says(on.alice.direct, BEGIN))).content).toMatch(MANY);
  });
});

test('where many ask in a channel, each is told in private, and all of them once', async () => {
  for (let i = 0; i < 2; i++) for (const one of [on.alice, on.bob]) await asks(one);
  const carol = on.discord.person('Carol');
  expect((await asks(carol)).content).toMatch(CROWDED);
  expect((await on.replyTo(says(carol))).content).toMatch(CROWDED);
  says(on.discord.person('Dan'));
  const other = on.discord.channel(on.guild);
  expect(shown(await on.replyTo(says(carol, other))).quotes).toEqual([CLASHES]);
  expect(texts().filter((text) => CROWDED.test(text))).toHaveLength(1);
});

test.each<[string, () => Promise<Message>]>([
  ['a command', () => asks(on.moderator('Mona', MANAGE_MESSAGES))],
  ['a mention', () => on.replyTo(says(on.moderator('Mona', MANAGE_MESSAGES)))],
])('who manages messages may ask as much as they like: by %s', async (_what, ask) => {
  for (let i = 0; i < 5; i++) expect(shown(await ask()).quotes).toEqual([CLASHES]);
});

test('what is held up is no gap', async () => {
  for (let i = 0; i < 3; i++) await on.ask('who is the mayor of Berlin');
  const list = await on.gaps();
  expect(list.content).toContain('asked 2 times');
  expect(list.content).not.toContain(NOT_SAID);
});

/** What everybody in the channel sees that the bot says. */
const texts = () => on.discord.seen(on.channel).map(({ content }) => content);
