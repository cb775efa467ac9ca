import { describe, expect, test } from 'vitest';
import { otherCopies } from '../../src/discord/client/copies.ts';
import { wording } from '../../src/wording.ts';
import { aleppoReader, held } from '../reader.ts';
import { aleppo, deskOn } from './bot.ts';
import { isLoading } from './local/flags.ts';
import { until } from './local/until.ts';
import { answerTo, CLASHES, SAEED, setScene, shown } from './scene.ts';

const on = setScene();
const BEGIN = { question: 'when did the clashes begin' };
const troubles = () => on.bot.logged.filter(({ level }) => Number(level) >= 40);
const alarms = () => on.bot.logged.filter(({ msg }) => String(msg).startsWith('another copy'));

describe('an answer comes through, and the log has no trouble,', () => {
  test.each(['before', 'after'] as const)('where the connection is closed %s Discord has taken it', async (when) => {
    on.discord.meanwhile(/callback 4/, () => undefined, when);
    const { original } = await on.alice.asks(on.channel, 'ask', BEGIN);
    expect(original && shown(original).quotes).toEqual([CLASHES]);
    await until('it is logged', () => on.bot.logged.some(({ msg }) => msg === 'answered'));
    expect(troubles()).toEqual([]);
  });

  test('where it takes a while, and the connection is closed at the sign and at the answer', async () => {
    const reader = held(aleppoReader(), 60_000);
    await on.restart(deskOn(aleppo(), { store: on.store }, reader));
    on.discord.meanwhile(/callback 5/, () => undefined, 'after');
    on.discord.meanwhile(/^PATCH .webhooks/, () => undefined, 'after');
    const awaited = answerTo(await on.alice.asks(on.channel, 'ask', BEGIN));
    reader.release();
    await until('it is answered', () => !isLoading(awaited));
    await until('it is logged', () => on.bot.logged.some(({ msg }) => msg === 'answered'));
    expect([shown(awaited).quotes, troubles()]).toEqual([[CLASHES], []]);
  });

  test('where a reply to a message is taken, but a proxy says that it is not: once', async () => {
    on.discord.meanwhile(/^POST .channels.*messages/, () => undefined, 'after');
    const message = on.alice.says(on.channel, `${on.mention()} ${SAEED}`);
    await on.replyTo(message);
    await on.ask(SAEED);
    expect(on.discord.world.messages.filter(({ replyTo }) => replyTo === message)).toHaveLength(1);
  });
});

describe('a token', () => {
  test('that Discord does not know for a moment is not forgotten', async () => {
    on.discord.fail(/^POST .channels.*messages/, 401);
    await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${SAEED}`));
    await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${SAEED}`));
    await on.pin(on.moderator());
    expect(on.cards().some(({ content }) => content.includes('pinned by'))).toBe(true);
  });

  test('that it does not know any more ends the bot with a sentence', async () => {
    on.discord.fail(/^(?:POST .channels.*messages|GET .users.@me$)/, 401, 10);
    on.alice.says(on.channel, `${on.mention()} ${SAEED}`);
    expect(await on.bot.ended).toBe(wording.badToken);
  });
});

describe('another copy of the bot with the same token is noticed', () => {
  test('where it has answered a command before', async () => {
    on.discord.world.onInteraction = (interaction) => {
      interaction.acknowledgedAt = Date.now();
    };
    await on.alice.asks(on.channel, 'ask', BEGIN);
    await until('it is said', () => alarms().length === 1);
    delete on.discord.world.onInteraction;
  });

  test('where it replies to a message before this one does, and there is one reply', async () => {
    const reader = held(aleppoReader(), 60_000);
    await on.restart(deskOn(aleppo(), { store: on.store }, reader));
    const message = on.alice.says(on.channel, `${on.mention()} ${SAEED}`);
    await until('it is at work', () => on.discord.count(/typing/) > 0);
    on.discord.copyReplies(message, 'Mohammad Saeed');
    await until('it is said', () => alarms().length === 1);
    reader.release();
    await until('it is done', () => on.bot.logged.some(({ msg, interaction }) => msg === 'answered' && interaction === 'message'));
    expect(on.discord.world.messages.filter(({ replyTo }) => replyTo === message)).toHaveLength(1);
  });

  test('and is not where there is none: after a restart, or where an answer had to be given twice', async () => {
    const message = on.alice.says(on.channel, `${on.mention()} ${SAEED}`);
    await on.replyTo(message);
    await on.restart();
    on.discord.copyReplies(message, 'what the process before says late');
    on.discord.meanwhile(/callback 4/, () => undefined, 'after');
    await on.ask(BEGIN.question);
    await on.replyTo(on.bob.says(on.channel, `${on.mention()} ${SAEED}`));
    await on.replyTo(on.bob.says(on.bob.direct, SAEED));
    expect(alarms()).toEqual([]);
  });

  test('once a minute', () => {
    const lines: unknown[] = [];
    let now = 0;
    const notice = otherCopies({ warn: (line: unknown) => lines.push(line) } as never, () => now);
    for (const at of [0, 1000, 59_000, 61_000]) {
      now = at;
      notice();
    }
    expect(lines).toHaveLength(2);
  });
});
