import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/article/fingerprint.ts';
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

  test('stays private behind a public answer that has nothing to do with it, and is let go behind two', async () => {
    await on.alice.asks(on.channel, 'ask', ALONE);
    expect(await isPublic('when did the fighting peak')).toBe(true);
    expect(await isPublic(UPRISING)).toBe(false);
    await on.alice.asks(on.channel, 'ask', ALONE);
    expect([await isPublic('when did the fighting peak'), await isPublic('when did the clashes begin')]).toEqual([true, true]);
    const where = answerTo(await on.alice.asks(on.channel, 'ask', { question: 'where?' }));
    expect([where.onlyFor, shown(where).bold]).toEqual([undefined, ['Where?', 'in Salaheddine']]);
    expect(answerTo(await on.alice.asks(on.channel, 'ask', { question: UPRISING })).content).not.toContain('about: Mohammad');
  });

  test('makes all private that goes on from what went on from it', async () => {
    await on.alice.asks(on.channel, 'ask', ALONE);
    expect(await isPublic(UPRISING)).toBe(false);
    expect(await isPublic(UPRISING)).toBe(false);
    expect(await isPublic(UPRISING)).toBe(false);
  });

  test('is no part of what others go on from, below a public answer that came behind it', async () => {
    await on.alice.asks(on.channel, 'ask', ALONE);
    const answer = answerTo(await on.alice.asks(on.channel, 'when', { question: 'did the fighting peak' }));
    const followed = answerTo(await on.bob.submits(await on.bob.presses(answer, 'Ask a follow-up'), { text: UPRISING }));
    expect([shown(followed).lines, followed.content.includes('about:')]).toEqual([
      expect.arrayContaining([wording.notInTheArticle]),
      false,
    ]);
  });

  test('is no part of what a mention goes on from; what was asked in public before is', async () => {
    await on.alice.asks(on.channel, 'when', { question: 'did the clashes begin' });
    await on.alice.asks(on.channel, 'ask', ALONE);
    const where = await on.replyTo(on.alice.says(on.channel, `${on.mention()} where?`));
    expect(shown(where)).toMatchObject({ bold: ['Where?', 'in Salaheddine'], small: [expect.stringContaining('paragraph 5')] });
    const uprising = await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${UPRISING}`));
    expect(shown(uprising).lines).toContain(wording.notInTheArticle);
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
    expect(await on.kept()).toEqual([]);
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: UPRISING }));
    expect(answer.content).not.toContain('about:');
  });

  test('is nothing of what was typed but words of the article, in what others went on from', async () => {
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: `${SAEED} the unfaithful plumber` }));
    await on.bob.submits(await on.bob.presses(answer, 'Ask a follow-up'), { text: 'what else?' });
    await on.alice.asks(on.channel, 'forget');
    expect(JSON.stringify(await on.kept())).not.toMatch(/unfaithful|plumber/);
  });

  test('is not what others typed, however long the talk goes on from it', async () => {
    let answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: `${SAEED} the unfaithful plumber` }));
    for (const person of [on.bob, on.discord.person('Carol'), on.bob]) {
      answer = answerTo(await person.submits(await person.presses(answer, 'Ask a follow-up'), { text: UPRISING }));
      isFollowUp(answer);
    }
    await on.alice.asks(on.channel, 'forget');
    expect(JSON.stringify(await on.kept())).not.toMatch(/unfaithful|plumber/);
  });

  test('may fail to be: the answer comes nevertheless, and the log has a line', async () => {
    const errors: unknown[] = [];
    const full = { ...on.store, write: () => Promise.reject(new Error('full')) };
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
    await until('what was said there is gone', async () => (await on.kept('record/answer/')).length === 1);
    isFollowUp(answerTo(await on.alice.asks(on.alice.direct, 'ask', { question: UPRISING })));
  });

  test('is forgotten with a server that removes the bot while it is away', async () => {
    await on.alice.asks(on.channel, 'ask', { question: SAEED });
    await on.bot.stop();
    on.discord.removeBot(on.guild);
    await on.restart();
    await until('what was said there is gone', async () => (await on.kept()).length === 0);
  });
});

describe('what the version before has kept, which kept no turns,', () => {
  /** Keeps an answer as that version did, as the last one that Alice got, and starts the bot again. */
  async function keepOld(alone: boolean): Promise<void> {
    const asked = { text: 'said it was bad', asks: 'who' };
    const [user, channel] = [on.alice.user.id, on.channel.id];
    const said = { asks: 'who', terms: [['saeed', 1]], about: 'Mohammad Saeed', quoted: [3] };
    const place = { user, channel, guild: on.guild.id };
    await on.store.set('answer/7', { place, asked, private: alone, said, article: fingerprint(aleppo()), at: Date.now() });
    await on.store.set(`of/${user}/7`, true);
    await on.store.set(`last/${user}/${channel}`, 7);
    await on.restart();
  }

  test.each([
    ['a public answer, publicly', false],
    ['a private answer, privately', true],
  ])('is gone on from: %s', async (_what, alone) => {
    await keepOld(alone);
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: UPRISING }));
    isFollowUp(answer);
    expect(answer.onlyFor).toBe(alone ? on.alice.user : undefined);
  });

  test('is forgotten for who asks for it', async () => {
    await keepOld(false);
    await on.alice.asks(on.channel, 'forget');
    expect(await on.kept()).toEqual([]);
  });
});
