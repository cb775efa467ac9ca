import { describe, expect, test } from 'vitest';
import { wording } from '../../src/wording.ts';
import { marked } from '../indexed.ts';
import { aleppo, deskOn } from './bot.ts';
import { menusOf } from './local/menus.ts';
import { EVERYTHING, MANAGE_MESSAGES, VIEW } from './local/permissions.ts';
import { until } from './local/until.ts';
import type { Channel, Message } from './local/world.ts';
import {
  answerTo,
  CORRECT,
  choose,
  correct,
  isFollowUp,
  labels,
  MENU,
  NOT_SAID,
  OTHER,
  press,
  SAEED,
  setScene,
  shown,
  UPRISING,
} from './scene.ts';

const on = setScene();
const { moderator } = on;
const BEGIN = 'did the clashes begin';
const PEAKED = 'Two residents said over telephone that the fighting peaked between 1 am and 3 am local time.';
const begin = async (by = on.alice, where: Channel = on.channel, question = BEGIN) => answerTo(await by.asks(where, 'when', { question }));

describe('Correct this answer', () => {
  test('offers the sentences of the article, the likeliest first, and that the article doesn’t say', async () => {
    const menu = answerTo(await moderator().uses(await begin(), CORRECT));
    expect(shown(menu).bold).toEqual(['When did the clashes begin?']);
    const options = menusOf(menu)[0]?.options?.map(({ label }) => label) ?? [];
    expect(options[0]).toMatch(/^paragraph 5, sentence 1: The clashes began/);
    expect(options.at(-1)).toBe(NOT_SAID);
    expect(options).toHaveLength(aleppo().sentences.length + 1);
  });

  test('corrects the message in place, and the same question in this server from then on', async () => {
    const answer = await begin();
    const menu = await correct(moderator(), answer);
    expect(labels(menu)).toEqual(['Undo']);
    expect(shown(answer).quotes).toEqual([PEAKED]);
    expect(shown(answer).small.at(-1)).toBe('corrected by a moderator');
    const again = await begin(on.bob, on.discord.channel(on.guild), 'did teh clashes begn?');
    expect(shown(again).quotes).toEqual(shown(answer).quotes);
    expect(shown(again).small.at(-1)).toBe('chosen by a moderator');
    expect(labels(answer)).toEqual(['Ask a follow-up', 'Show context', 'In the article', 'Delete']);
  });

  test('catches no other question, no other server and no direct conversation', async () => {
    const [elsewhere, answer] = [on.discord.channel(on.discord.guild('Writers')), await begin()];
    await correct(moderator(), answer);
    const others = [
      await begin(on.alice, elsewhere),
      await begin(on.alice, on.alice.direct),
      answerTo(await on.alice.asks(on.channel, 'where', { question: BEGIN })),
      answerTo(await on.alice.asks(on.channel, 'when', { question: 'did the fighting peak' })),
    ];
    expect(others.filter(({ content }) => content.includes('chosen by a moderator'))).toEqual([]);
  });

  test('lets a question be one that the article doesn’t answer', async () => {
    const answer = await begin();
    await correct(moderator(), answer, NOT_SAID);
    expect(shown(answer)).toMatchObject({ quotes: [], lines: ['When did the clashes begin?', `${NOT_SAID}.`] });
    const again = await begin(on.bob);
    expect([again.onlyFor, shown(again).quotes, shown(again).small]).toEqual([on.bob.user, [], ['chosen by a moderator']]);
  });

  test('is undone with a press: the message, and what is answered', async () => {
    const answer = await begin();
    const before = [answer.content, labels(answer)];
    const mona = moderator();
    const menu = await correct(mona, answer);
    await press(mona, menu, 'Undo');
    expect([answer.content, labels(answer)]).toEqual(before);
    expect((await begin(on.bob)).content).toBe(before[0]);
    await choose(mona, menu, MENU, NOT_SAID); // and chosen anew
    expect(shown(answer).lines).toContain(`${NOT_SAID}.`);
  });

  test('gives back what another moderator had chosen before', async () => {
    const [mona, nora] = [moderator(), moderator('Nora')];
    await correct(mona, await begin());
    const menu = await correct(nora, await begin(on.bob), NOT_SAID);
    await press(nora, menu, 'Undo');
    expect(shown(await begin()).quotes[0]).toBe(PEAKED);
  });

  test('is not undone where another moderator has corrected it since', async () => {
    const [mona, nora] = [moderator(), moderator('Nora')];
    const menu = await correct(mona, await begin());
    await correct(nora, await begin(on.bob), NOT_SAID);
    const undone = await press(mona, menu, 'Undo');
    expect(undone.followUps.map((one) => shown(one).lines)).toEqual([[wording.correctedSince('Nora')]]);
    expect((await begin()).content).toContain(NOT_SAID);
  });

  test('knows a follow-up by what it goes on from', async () => {
    await on.alice.asks(on.channel, 'ask', { question: SAEED });
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: UPRISING }));
    isFollowUp(answer);
    await correct(moderator(), answer);
    expect(shown(answer).small).toEqual(['about: Mohammad Saeed', expect.stringContaining('paragraph 9'), 'corrected by a moderator']);
    await on.bob.asks(on.channel, 'ask', { question: SAEED });
    const again = answerTo(await on.bob.asks(on.channel, 'ask', { question: UPRISING }));
    expect(shown(again).small).toContain('chosen by a moderator');
    const alone = answerTo(await on.discord.person('Carol').asks(on.channel, 'ask', { question: UPRISING }));
    expect(alone.content).not.toContain('chosen by a moderator');
  });

  test('offers the sentences of a long article by pages of 24', async () => {
    const { readArticle } = await import('../../src/article/article.ts');
    const text = Array.from({ length: 60 }, (_, i) => `Sentence number ${i + 1} tells of house ${i + 1}.`).join('\n\n');
    await on.restart(deskOn(readArticle({ title: 'Sixty houses' }, text), { store: on.store }));
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: 'what tells of house 7' }));
    const mona = moderator();
    const menu = answerTo(await mona.uses(answer, CORRECT));
    expect(menusOf(menu)[0]?.options).toHaveLength(25);
    await mona.presses(menu, 'Next page');
    await mona.presses(menu, 'Next page');
    expect([menusOf(menu)[0]?.options?.length, labels(menu)]).toEqual([60 - 48 + 1, ['Previous page']]);
    await choose(mona, menu, `${MENU} (page 3 of 3)`, 'paragraph 60');
    expect(shown(answer).quotes).toEqual(['Sentence number 60 tells of house 60.']);
  });

  test('offers headings behind all that may be quoted, by what they stand near', async () => {
    const { article } = marked('heading: Boats', 'paragraph: The boat is for hire.', 'heading: Dogs', 'paragraph: Dogs stay on deck.');
    await on.restart(deskOn(article, { store: on.store }));
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: 'where do dogs stay' }));
    const menu = answerTo(await moderator().uses(answer, CORRECT));
    expect(menusOf(menu)[0]?.options?.map(({ label }) => label)).toEqual([
      'paragraph 2, sentence 1: Dogs stay on deck.',
      'paragraph 1, sentence 1: The boat is for hire.',
      'near paragraph 1: Boats',
      'near paragraph 1: Dogs',
      NOT_SAID,
    ]);
  });

  test('takes nothing but the article’s sentences: a made-up choice changes nothing', async () => {
    const answer = await begin();
    const before = answer.content;
    const mona = moderator();
    const menu = answerTo(await mona.uses(answer, CORRECT));
    const id = menusOf(menu)[0]?.custom_id ?? '';
    for (const value of ['999', '-2', 'hello', '1.5', '']) {
      const forged = await mona.forges(menu, id, [value]);
      await until('it is refused', () => forged.followUps.length > 0);
      expect(shown(forged.followUps[0] as Message).lines).toEqual([wording.noLongerApplies]);
    }
    expect([answer.content, await on.kept('record/taught/')]).toEqual([before, []]);
  });

  test('is for answers of the bot alone', async () => {
    const summary = answerTo(await on.alice.asks(on.channel, 'summary'));
    const help = await on.replyTo(on.alice.says(on.channel, on.mention()));
    const mona = moderator();
    for (const message of [summary, help, on.alice.says(on.channel, 'hello')])
      expect(answerTo(await mona.uses(message, CORRECT)).content).toBe(wording.notAnAnswer);
  });

  test('names what the bot lacks where it can’t change the message; the question gets its sentence nevertheless', async () => {
    const answer = await begin();
    const mona = moderator();
    const menu = answerTo(await mona.uses(answer, CORRECT));
    Object.assign(on.channel, { botMay: EVERYTHING & ~VIEW });
    await choose(mona, menu, MENU, OTHER);
    expect(menu.content).toContain('I need the permission View Channel');
    expect(shown(await begin(on.bob)).small).toContain('chosen by a moderator');
  });

  test('outlives a restart at each step, and a change of the article that leaves its sentence', async () => {
    const answer = await begin();
    const mona = moderator();
    const menu = answerTo(await mona.uses(answer, CORRECT));
    await on.restart();
    await choose(mona, menu, MENU, OTHER);
    await on.restart();
    expect(shown(await begin(on.bob)).small).toContain('chosen by a moderator');
    const { readArticle } = await import('../../src/article/article.ts');
    await on.restart(deskOn(readArticle({ title: 'News' }, `Something new.\n\n${aleppo().text}`), { store: on.store }));
    const moved = shown(await begin(on.bob));
    expect([moved.quotes[0], moved.small.at(-1)]).toEqual([PEAKED, 'chosen by a moderator']);
    await on.restart(deskOn(readArticle({ title: 'News' }, 'The clashes began in May.'), { store: on.store }));
    expect((await begin(on.bob)).content).not.toContain('chosen by a moderator');
  });
});

describe('/corrections', () => {
  test('lists them with who made them and when, and takes one back', async () => {
    const mona = moderator('Mona _the_ mod');
    await correct(mona, await begin());
    await correct(mona, answerTo(await on.alice.asks(on.channel, 'ask', { question: 'what happened in Damascus' })), NOT_SAID);
    const list = answerTo(await mona.asks(on.channel, 'corrections'));
    expect(list.onlyFor).toBe(mona.user);
    expect(shown(list).bold).toEqual(['What happened in Damascus?', 'When did the clashes begin?']);
    expect(shown(list).lines).toEqual(expect.arrayContaining([NOT_SAID, expect.stringMatching(/^paragraph 9, sentence 1: Two residents/)]));
    expect(shown(list).small[0]).toBe('by Mona _the_ mod · ');
    await mona.chooses(list, 'Undo a correction', ['When did the clashes begin?']);
    expect(shown(list).bold).toEqual(['What happened in Damascus?']);
    expect(shown(list).small[0]).toBe(wording.tookBack);
    expect((await begin(on.bob)).content).not.toContain('chosen by a moderator');
  });

  test('says so where there are none, and turns over where there are many', async () => {
    const mona = moderator();
    expect(answerTo(await mona.asks(on.channel, 'corrections')).content).toBe(wording.correctionsOf(0, 1, 1));
    const desk = deskOn(aleppo(), { store: on.store });
    for (let i = 0; i < 7; i++)
      await desk.moderation.corrections.make({
        ...{ guild: on.guild.id, question: `What is number ${i}?`, sentence: i },
        by: { id: '1', name: 'Mona' },
      });
    const list = answerTo(await mona.asks(on.channel, 'corrections'));
    expect([shown(list).bold.length, labels(list)]).toEqual([5, ['Next page']]);
    await mona.presses(list, 'Next page');
    expect([shown(list).bold.length, labels(list)]).toEqual([2, ['Previous page']]);
  });

  test('forgets who made them when that is asked for', async () => {
    const mona = moderator();
    await correct(mona, await begin());
    await mona.asks(on.channel, 'forget');
    expect(shown(answerTo(await mona.asks(on.channel, 'corrections'))).small).toEqual(['by a moderator · ']);
    expect(JSON.stringify(await on.kept())).not.toContain(mona.user.id);
  });
});

describe('who may correct', () => {
  test('sees the commands; others don’t', () => {
    const mona = moderator('Mona', MANAGE_MESSAGES);
    expect([mona.commands(on.channel, 3), on.bob.commands(on.channel, 3)]).toEqual([[CORRECT], []]);
    expect(['corrections', 'gaps'].filter((name) => on.bob.commands(on.channel).includes(name))).toEqual([]);
    expect(mona.commands(mona.direct)).not.toContain('corrections');
  });

  test('is checked at the command and at each press', async () => {
    const answer = await begin();
    let may = MANAGE_MESSAGES;
    const mona = on.discord.person('Mona', () => may, { mayUseEverything: true });
    const menu = answerTo(await mona.uses(answer, CORRECT));
    const list = answerTo(await mona.asks(on.channel, 'corrections'));
    may = VIEW;
    const lacks = wording.youLack(['Manage Messages'], '#general');
    const refused = [
      await mona.uses(answer, CORRECT),
      await mona.asks(on.channel, 'corrections'),
      await mona.asks(on.channel, 'gaps'),
      await mona.chooses(menu, MENU, [OTHER]),
    ];
    expect(refused.map(answerTo).map((one) => shown(one).lines)).toEqual(refused.map(() => [lacks]));
    expect([shown(list).lines, answer.content.includes('corrected')]).toEqual([[wording.correctionsOf(0, 1, 1)], false]);
  });
});
