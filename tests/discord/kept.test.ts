import { describe, expect, test } from 'vitest';
import { wording } from '../../src/wording.ts';
import { aleppo, deskOn } from './bot.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { answerTo, isFollowUp, labels, SAEED, setScene, shown, UPRISING } from './scene.ts';

const on = setScene();

describe('what was asked privately', () => {
  const ALONE = { question: SAEED, private: true };
  const isPublic = async (question: string) => {
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question }));
    return answer.onlyFor === undefined;
  };

  test('stays private behind a question that the article does not answer', async () => {
    await on.alice.asks(on.channel, 'ask', ALONE);
    await on.alice.asks(on.channel, 'ask', { question: 'did Obama promise new sanctions in Congress yesterday' });
    expect(await isPublic(UPRISING)).toBe(false);
  });

  test('is not shared with an answer that went on from it', async () => {
    await on.alice.asks(on.channel, 'ask', ALONE);
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: UPRISING }));
    await on.alice.presses(answer, 'Share');
    await until('it is shared', () => on.discord.seen(on.channel).length > 0);
    const [shared] = on.discord.seen(on.channel) as [Message];
    expect(labels(shared)).toEqual(['Ask a follow-up', 'Show context', 'Not it?', 'In the article', 'Delete']);
    const followed = answerTo(await on.bob.submits(await on.bob.presses(shared, 'Ask a follow-up'), { text: 'what else?' }));
    expect(followed.content).not.toContain('about:'); // it goes on from the quote alone
  });

  test('is gone on from in a direct conversation, where nobody else reads', async () => {
    await on.alice.asks(on.alice.direct, 'ask', ALONE);
    isFollowUp(await on.replyTo(on.alice.says(on.alice.direct, UPRISING)));
  });

  test('is not what a bare W goes on from', async () => {
    await on.alice.asks(on.channel, 'ask', { question: 'did they fire tear gas at students in the dormitories', private: true });
    await on.alice.asks(on.channel, 'when');
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: 'how many?' }));
    expect(answer.content).not.toMatch(/students|dormitories/);
  });

  test('stays private where it is about nothing that could be named', async () => {
    await on.alice.asks(on.channel, 'when', { private: true });
    expect(await isPublic('what next?')).toBe(false);
  });
});

describe('what is kept', () => {
  test('is forgotten at once for who asks for it, and says so privately', async () => {
    await on.alice.asks(on.channel, 'ask', { question: SAEED });
    const told = answerTo(await on.alice.asks(on.channel, 'forget'));
    expect([told.onlyFor, told.content]).toEqual([on.alice.user, wording.forgotten]);
    expect(on.store.list('')).toEqual([]);
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: UPRISING }));
    expect(answer.content).not.toContain('about:');
  });

  test('is nothing of what was typed but words of the article, in what others went on from', async () => {
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: `${SAEED} the unfaithful plumber` }));
    await on.bob.submits(await on.bob.presses(answer, 'Ask a follow-up'), { text: 'what else?' });
    await on.alice.asks(on.channel, 'forget');
    expect(JSON.stringify(on.store.list(''))).not.toMatch(/unfaithful|plumber/);
  });

  test('may fail to be: the answer comes nevertheless, and the log has a line', async () => {
    const errors: unknown[] = [];
    const full = { ...on.store, set: () => Promise.reject(new Error('full')) };
    await on.restart(deskOn(aleppo(), { store: full, report: (error) => errors.push(error) }));
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: SAEED }));
    expect(shown(answer).quotes).toHaveLength(1);
    await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${SAEED}`));
    expect(errors).toEqual([new Error('full'), new Error('full')]);
    const followed = await on.bob.submits(await on.bob.presses(answer, 'Ask a follow-up'), { text: 'where?' });
    expect(answerTo(followed).content).not.toBe('');
  });

  test('is forgotten with a server that removes the bot', async () => {
    await on.alice.asks(on.channel, 'ask', { question: SAEED });
    await on.alice.asks(on.alice.direct, 'ask', { question: SAEED });
    on.discord.removeBot(on.guild);
    await until('what was said there is gone', () => on.store.list('answer/').length === 1);
    isFollowUp(answerTo(await on.alice.asks(on.alice.direct, 'ask', { question: UPRISING })));
  });

  test('is forgotten with a server that removes the bot while it is away', async () => {
    await on.alice.asks(on.channel, 'ask', { question: SAEED });
    await on.bot.stop();
    on.discord.removeBot(on.guild);
    await on.restart();
    await until('what was said there is gone', () => on.store.list('').length === 0);
  });
});
