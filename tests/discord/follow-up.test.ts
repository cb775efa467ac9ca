import { describe, expect, test } from 'vitest';
import { wording } from '../../src/wording.ts';
import { aleppo, deskOn } from './bot.ts';
import type { Interaction } from './local/world.ts';
import { answerTo, isFollowUp, labels, SAEED, setScene, shown, UPRISING } from './scene.ts';

const on = setScene();

describe('a command after another', () => {
  test('uses what came before, says so, and can be asked without that', async () => {
    await on.alice.asks(on.channel, 'ask', { question: SAEED });
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: UPRISING }));
    isFollowUp(answer);
    expect(labels(answer)).toEqual(['Ask a follow-up', 'Show context', 'Not it?', 'Ask without that', 'Delete']);
    await on.alice.presses(answer, 'Ask without that');
    expect(shown(answer).small).not.toContain('about: Mohammad Saeed');
    expect(shown(answer).lines).toEqual(['What did he say about the uprising?', wording.notInTheArticle]);
    expect(labels(answer)).toContain('In the article');
  });

  test('is for others as they see it: asked without that, it is shown to them alone', async () => {
    await on.alice.asks(on.channel, 'ask', { question: SAEED });
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: UPRISING }));
    const other = answerTo(await on.bob.presses(answer, 'Ask without that'));
    expect(other.onlyFor).toBe(on.bob.user);
    isFollowUp(answer);
    expect(JSON.stringify(await on.kept())).not.toContain(on.bob.user.id);
    await on.alice.asks(on.channel, 'forget');
    expect(answerTo(await on.bob.presses(answer, 'Ask without that')).content).toBe(wording.notKept);
  });

  test('is left alone where it says all itself, and where a bare W asks for the story', async () => {
    await on.alice.asks(on.channel, 'ask', { question: SAEED });
    expect(shown(answerTo(await on.alice.asks(on.channel, 'when', { question: 'did the clashes begin' }))).small).toHaveLength(1);
    expect(shown(answerTo(await on.alice.asks(on.channel, 'when'))).small).toHaveLength(1);
  });

  test('knows nothing of other people, channels and threads', async () => {
    const [other, thread] = [on.discord.channel(on.guild), on.discord.channel(on.guild, { type: 11, parent: on.channel })];
    await on.alice.asks(on.channel, 'ask', { question: SAEED });
    await on.bob.asks(on.channel, 'when', { question: 'did the clashes begin' });
    for (const [who, where] of [
      [on.bob, on.channel],
      [on.alice, other],
      [on.alice, thread],
      [on.alice, on.alice.direct],
    ] as const) {
      const { small } = shown(answerTo(await who.asks(where, 'ask', { question: UPRISING })));
      expect(small.filter((line) => line.includes('Saeed'))).toEqual([]);
    }
    isFollowUp(answerTo(await on.alice.asks(on.channel, 'ask', { question: UPRISING })));
  });

  test("is each one's own where two people ask at the same moment", async () => {
    const both = [on.alice, on.bob];
    await Promise.all([
      on.alice.asks(on.channel, 'ask', { question: SAEED }),
      on.bob.asks(on.channel, 'when', { question: 'did the clashes begin' }),
    ]);
    const [hers, his] = await Promise.all(
      both.map((one) => one.asks(on.channel, 'ask', { question: one === on.alice ? UPRISING : 'where?' })),
    );
    isFollowUp(answerTo(hers as Interaction));
    expect(shown(answerTo(his as Interaction)).small[0]).toBe('about: clashes, begin');
  });

  test('is answered after a restart too', async () => {
    await on.alice.asks(on.channel, 'ask', { question: SAEED });
    await on.restart();
    isFollowUp(answerTo(await on.alice.asks(on.channel, 'ask', { question: UPRISING })));
  });

  test('is private where it goes on from a private answer, and public again where it does not', async () => {
    await on.alice.asks(on.channel, 'ask', { question: SAEED, private: true });
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: UPRISING }));
    expect([answer.onlyFor, labels(answer).at(-1)]).toEqual([on.alice.user, 'Share']);
    expect(answerTo(await on.alice.asks(on.channel, 'when', { question: 'did the clashes begin' })).onlyFor).toBeUndefined();
  });
});

describe('Ask a follow-up', () => {
  test('names the topic and the quote, goes on from that answer for anyone, and not from the last one', async () => {
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: SAEED }));
    await on.bob.asks(on.channel, 'when', { question: 'did the clashes begin' });
    const form = await on.bob.presses(answer, 'Ask a follow-up');
    expect(form.modal).toMatchObject({
      title: 'Ask more about Mohammad Saeed',
      components: [{ description: expect.stringMatching(/^After: This night was very bad,.*…$/) }],
    });
    const followed = answerTo(await on.bob.submits(form, { text: UPRISING }));
    isFollowUp(followed);
    expect(followed.onlyFor).toBeUndefined();
    isFollowUp(answerTo(await on.alice.submits(await on.alice.presses(answer, 'Ask a follow-up'), { text: UPRISING })));
  });

  test('stays private below a private answer', async () => {
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: SAEED, private: true }));
    const followed = answerTo(
      await on.alice.submits(await on.alice.presses(answer, 'Ask a follow-up'), { text: 'when did the clashes begin' }),
    );
    expect(followed.onlyFor).toBe(on.alice.user);
  });

  test('works after a restart, and from the quote alone once the talk is forgotten', async () => {
    const answer = answerTo(await on.alice.asks(on.channel, 'when', { question: 'did the clashes begin' }));
    await on.restart();
    const where = answerTo(await on.bob.submits(await on.bob.presses(answer, 'Ask a follow-up'), { text: 'where?' }));
    expect(shown(where).bold).toContain('in Salaheddine');
    await on.alice.asks(on.channel, 'forget');
    const form = await on.bob.presses(answer, 'Ask a follow-up');
    expect(form.modal?.title).toBe('Ask a follow-up');
    expect(shown(answerTo(await on.bob.submits(form, { text: 'where?' }))).quotes).toHaveLength(1);
  });

  test('is the only thing that a form does', async () => {
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: SAEED }));
    const form = await on.bob.presses(answer, 'Ask a follow-up');
    const id = form.modal?.custom_id ?? '';
    for (const made of ['context:0', 'follow:0', 'delete:', 'more:'].map((rest) =>
      id.replace(/followed:(\w+):.*/, `${rest.split(':')[0]}:$1:${rest.split(':')[1]}`),
    )) {
      const told = await on.bob.submits(
        { ...form, modal: { ...(form.modal as NonNullable<typeof form.modal>), custom_id: made } },
        { text: 'x' },
      );
      expect([answerTo(told).onlyFor, answerTo(told).content]).toEqual([on.bob.user, expect.stringMatching(/^That no longer works/)]);
    }
    expect(answer.deleted).toBe(false);
  });

  test('of an article that has changed meanwhile says so, privately', async () => {
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: SAEED }));
    const form = await on.alice.presses(answer, 'Ask a follow-up');
    await on.restart(deskOn({ ...aleppo(), text: `${aleppo().text} ` }, { store: on.store }));
    const told = answerTo(await on.alice.submits(form, { text: UPRISING }));
    expect([told.onlyFor, told.content]).toEqual([on.alice.user, expect.stringMatching(/^That no longer works/)]);
  });
});
