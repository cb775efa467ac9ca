import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wording } from '../../src/wording.ts';
import { aleppo, articleOf, type Bot, startBot } from './bot.ts';
import { buttonsOf } from './local/components.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { type Displayed, displayed } from './local/displayed.ts';
import type { Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Channel, Interaction, Message } from './local/world.ts';
import { answerTo, labels } from './scene.ts';

let discord: LocalDiscord;
let bot: Bot;
let channel: Channel;
let alice: Person;
let bob: Person;

beforeEach(async () => {
  discord = await openDiscord();
  channel = discord.channel(discord.guild('Readers'));
  bot = await startBot(discord, aleppo());
  [alice, bob] = [discord.person('Alice'), discord.person('Bob')];
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
  expect(discord.broken).toEqual([]);
});

const shown = (interaction: Interaction): Displayed => displayed(answerTo(interaction).content);
const isPrivate = (interaction: Interaction) => answerTo(interaction).onlyFor === interaction.user;

const CLASHES = 'The clashes began on Friday and continued throughout the night until Saturday morning,most of it in Salaheddine.';

describe('commands', () => {
  test('an answer is the sentence, its place, and one row of buttons, for everyone', async () => {
    const answer = answerTo(await alice.asks(channel, 'when', { question: 'did the clashes begin' }));
    expect(answer.content).toMatchInlineSnapshot(`
      "**When did the clashes begin?**
      > The clashes began **on Friday** and continued throughout the night until Saturday morning,most of it in Salaheddine.
      -# Fighting in Aleppo, July 2012 · paragraph 5, sentence 1"
    `);
    expect(displayed(answer.content)).toEqual({
      lines: ['When did the clashes begin?'],
      quotes: [CLASHES],
      small: ['Fighting in Aleppo, July 2012 · paragraph 5, sentence 1'],
      bold: ['When did the clashes begin?', 'on Friday'],
      others: [],
    });
    expect(labels(answer)).toEqual(['Ask a follow-up', 'Show context', 'Not it?', 'In the article', 'Delete']);
    expect(discord.seen(channel)).toEqual([answer]);
  });

  test.each(['who', 'where', 'when', 'what'])('/%s alone is answered', async (w) => {
    const answered = await alice.asks(channel, w);
    expect(shown(answered).quotes).toHaveLength(1);
    expect(isPrivate(answered)).toBe(false);
  });

  test('what was read into a question is said', async () => {
    const answered = await alice.asks(channel, 'ask', { question: 'when did the figthing peak' });
    expect(shown(answered).small).toContain('read "figthing" as "fighting"');
  });

  test('that the article does not say is for who asked alone', async () => {
    const answered = await alice.asks(channel, 'ask', { question: 'who is the mayor of Berlin' });
    expect(isPrivate(answered)).toBe(true);
    expect(shown(answered).lines[1]).toBe("As far as I can find, the article doesn't say. The nearest lines, which are not an answer:");
  });

  test('a question that is none is told so, privately', async () => {
    const answered = await alice.asks(channel, 'ask', { question: '?!' });
    expect([isPrivate(answered), shown(answered).lines[0]]).toEqual([true, expect.stringContaining('I see no words in that.')]);
  });

  test('the article comes privately, by pages that can be turned', async () => {
    const first = answerTo(await alice.asks(channel, 'article'));
    expect(first.onlyFor).toBe(alice.user);
    expect(labels(first)).toEqual(['Next page']);
    expect(displayed(first.content).small).toEqual(expect.arrayContaining(['paragraph 1', expect.stringMatching(/^page 1 of \d$/)]));
    await alice.presses(first, 'Next page');
    expect(displayed(first.content).small.at(-1)).toMatch(/^page 2 of/);
    await alice.presses(first, 'Previous page');
    expect(displayed(first.content).small.at(-1)).toMatch(/^page 1 of/);
    expect(shown(await alice.asks(channel, 'article', { page: 99 })).lines[0]).toMatch(/^There is no page "99"/);
  });

  test('a summary is whole sentences in their order, each with its place, as long as is wanted', async () => {
    const short = await alice.asks(channel, 'summary', { length: 'short' });
    expect(shown(short).quotes).toHaveLength(3);
    expect(shown(short).small[0]).toBe('paragraph 1, sentence 1');
    expect(shown(short).lines.at(-1)).toBe("3 of the article's 15 sentences, in its order; 12 are left out.");
    expect([isPrivate(short), labels(answerTo(short))]).toEqual([false, ['Pin this', 'Delete']]);
    expect(shown(await alice.asks(channel, 'summary')).quotes).toHaveLength(5);
    expect(shown(await alice.asks(channel, 'summary', { about: 'Damascus' })).quotes.every((text) => text.includes('Damascus'))).toBe(true);
    const alone = await alice.asks(channel, 'summary', { private: true, length: 'long' });
    expect([isPrivate(alone), labels(answerTo(alone)), shown(alone).quotes.length]).toEqual([true, ['Pin this', 'Share'], 8]);
    const none = await alice.asks(channel, 'summary', { about: 'football' });
    expect([isPrivate(none), shown(none).lines[0]]).toEqual([true, wording.nothingAbout('football')]);
  });

  test('help is private, and lists the commands that there are here', async () => {
    const answered = await alice.asks(channel, 'help');
    expect(isPrivate(answered)).toBe(true);
    const text = shown(answered).lines.join('\n');
    for (const name of alice.commands(channel)) expect(text).toContain(`/${name}`);
    expect(text).not.toContain('/quit');
  });

  test('they work in direct messages too', async () => {
    const answered = await alice.asks(alice.direct, 'when', { question: 'did the clashes begin' });
    expect(shown(answered).quotes).toEqual([CLASHES]);
    await alice.presses(answerTo(answered), 'Delete');
    await until('the answer is gone', () => answerTo(answered).deleted);
  });

  test('while a question is typed, questions that the article answers are offered', async () => {
    expect(await alice.types(channel, 'ask', 'question', '')).toContain('What happened in Damascus?');
    expect((await alice.types(channel, 'ask', 'question', 'hapened in dam'))[0]).toBe('What happened in Damascus?');
    expect(await alice.types(channel, 'who', 'question', 'who is sa')).toContain('Who is Mohammad Saeed?');
    expect(await alice.types(channel, 'ask', 'question', 'zzzzzz')).toEqual([]);
  });

  test('no more questions are offered than Discord shows, and none that it has no room for', async () => {
    const long = `Llan${'fair'.repeat(25)}`;
    const names = Array.from({ length: 40 }, (_, i) => `Ann${'abcdefgh'.charAt(i % 8)}${'klmno'.charAt(i / 8)} Bert`);
    const sentences = names.map((name) => `${name} said that ${name} was in Paris on Monday.`);
    await bot.stop();
    bot = await startBot(discord, articleOf(`It snowed in ${long}. ${sentences.join(' ')}`));
    const offered = await alice.types(channel, 'ask', 'question', '');
    expect(offered).toHaveLength(25);
    expect(offered.join()).not.toContain('Llan');
    expect(shown(await alice.asks(channel, 'ask', { question: `What happened in ${long}?` })).quotes[0]).toContain(long);
  });
});

describe('buttons', () => {
  test('context is shown in place, and hidden again', async () => {
    const answer = answerTo(await alice.asks(channel, 'when', { question: 'did the clashes begin' }));
    const before = answer.content;
    await bob.presses(answer, 'Show context');
    expect(displayed(answer.content).lines.at(-1)).toBe('Before and after paragraph 5, sentence 1:');
    expect(displayed(answer.content).quotes[1]?.split('\n')).toHaveLength(5);
    expect(displayed(answer.content).bold).toContain(CLASHES);
    expect(labels(answer)).toEqual(['Ask a follow-up', 'Hide context', 'Not it?', 'In the article', 'Delete']);
    await alice.presses(answer, 'Hide context');
    expect(answer.content).toBe(before);
    expect(labels(answer)).toEqual(['Ask a follow-up', 'Show context', 'Not it?', 'In the article', 'Delete']);
  });

  test('more quotes come privately, until there are no more', async () => {
    let message = answerTo(await alice.asks(channel, 'who', { question: 'fled' }));
    const quotes = new Set(displayed(message.content).quotes);
    while (labels(message).includes('Not it?')) {
      const more = await bob.presses(message, 'Not it?');
      expect(isPrivate(more)).toBe(true);
      for (const quote of shown(more).quotes) expect(quotes).not.toContain(quote);
      for (const quote of shown(more).quotes) quotes.add(quote);
      message = answerTo(more);
    }
    expect(quotes.size).toBeGreaterThan(5);
  });

  test('the page where a quote stands comes privately, the quote in bold', async () => {
    const answer = answerTo(await alice.asks(channel, 'when', { question: 'did the clashes begin' }));
    const page = await bob.presses(answer, 'In the article');
    expect([isPrivate(page), shown(page).bold]).toEqual([true, expect.arrayContaining([CLASHES])]);
  });

  test('who asked deletes, and who may manage messages; nobody else', async () => {
    const answer = answerTo(await alice.asks(channel, 'when', { question: 'did the clashes begin' }));
    const refused = await bob.presses(answer, 'Delete');
    expect([isPrivate(refused), shown(refused).lines]).toEqual([
      true,
      ['Only who asked, and who may manage messages here, can delete this.'],
    ]);
    expect(answer.deleted).toBe(false);
    await alice.presses(answer, 'Delete');
    await until('the answer is gone', () => answer.deleted);
    const other = answerTo(await alice.asks(channel, 'who'));
    await discord.person('Mod', PermissionFlagsBits.ManageMessages).presses(other, 'Delete');
    await until('the other is gone', () => other.deleted);
  });

  test('a private answer is shared with a press, once, by who asked', async () => {
    const asked = await alice.asks(channel, 'when', { question: 'did the clashes begin', private: true });
    const answer = answerTo(asked);
    expect([isPrivate(asked), labels(answer)]).toEqual([true, ['Ask a follow-up', 'Show context', 'Not it?', 'In the article', 'Share']]);
    expect(discord.seen(channel)).toEqual([]);
    await alice.presses(answer, 'Share');
    await until('it is shared', () => discord.seen(channel).length === 1 && labels(answer).length === 4);
    const [shared] = discord.seen(channel) as [Message];
    expect(shared.content).toBe(answer.content);
    expect(labels(answer)).toEqual(['Ask a follow-up', 'Show context', 'Not it?', 'In the article']);
    expect(labels(shared)).toEqual(['Ask a follow-up', 'Show context', 'Not it?', 'In the article', 'Delete']);
    await bob.presses(shared, 'Show context');
    expect(answer.content).not.toContain('Before and after');
    await alice.presses(shared, 'Delete');
    await until('what was shared is gone', () => shared.deleted);
  });

  test('what follows from a private answer is private', async () => {
    const answer = answerTo(await alice.asks(channel, 'who', { question: 'fled', private: true }));
    await alice.presses(answer, 'Show context');
    const more = answerTo(await alice.presses(answer, 'Not it?'));
    await alice.presses(more, 'In the article');
    expect(discord.seen(channel)).toEqual([]);
  });

  test('they work after a restart', async () => {
    const answer = answerTo(await alice.asks(channel, 'when', { question: 'did the clashes begin' }));
    await bot.stop();
    bot = await startBot(discord, aleppo());
    await bob.presses(answer, 'Show context');
    expect(labels(answer)).toContain('Hide context');
    expect(isPrivate(await bob.presses(answer, 'Not it?'))).toBe(true);
    await alice.presses(answer, 'Delete');
    await until('the answer is gone', () => answer.deleted);
  });

  test('one about an article that has changed says so, privately, and what is not about it still works', async () => {
    const answer = answerTo(await alice.asks(channel, 'when', { question: 'did the clashes begin' }));
    const before = answer.content;
    await bot.stop();
    bot = await startBot(discord, articleOf('Another text. It has two sentences.'));
    for (const label of ['Ask a follow-up', 'Show context', 'Not it?', 'In the article']) {
      const told = await alice.presses(answer, label);
      expect([isPrivate(told), shown(told).lines[0]]).toEqual([true, expect.stringMatching(/^That no longer applies/)]);
    }
    expect(answer.content).toBe(before);
    await alice.presses(answer, 'Delete');
    await until('the answer is gone', () => answer.deleted);
  });

  test('who presses what somebody else has pressed meanwhile gets no surprise', async () => {
    const answer = answerTo(await alice.asks(channel, 'when', { question: 'did the clashes begin' }));
    const [, context] = buttonsOf(answer);
    await Promise.all([alice.presses(answer, 'Show context'), bob.presses(answer, 'Show context')]);
    const once = answer.content;
    expect(displayed(once).lines).toHaveLength(2);
    const told = await bob.forges(answer, context?.custom_id ?? '');
    expect([answer.content, isPrivate(told), shown(told).lines[0]]).toEqual([once, true, expect.stringMatching(/^That no longer applies/)]);
  });

  test.each([
    ['another version', (id: string) => id.replace(/^1:/, '2:')],
    ['no action', (id: string) => id.replace('context', 'conquer')],
    ['a sentence that there is not', (id: string) => id.replace(/[^:]*$/, 'zzzz')],
    ['no context to hide', (id: string) => id.replace('context', 'hide')],
    ['a page that there is not', (id: string) => id.replace(/context:([^:]+):.*/, 'next:$1:zz')],
    ['nothing to show', (id: string) => id.replace(/context:([^:]+):.*/, 'find:$1:zzzz')],
    ['a button of private messages alone', (id: string) => id.replace(/context:([^:]+):.*/, 'share:$1:')],
    ['nothing to say where', (id: string) => id.replace(/context:([^:]+):.*/, 'context:$1:')],
    ['words', () => 'drop table'],
    ['nonsense in numbers', (id: string) => `${id},,`],
  ])('one that somebody made up (%s) says that it no longer applies, privately', async (_what, forge) => {
    const answer = answerTo(await alice.asks(channel, 'when', { question: 'did the clashes begin' }));
    const before = answer.content;
    const told = await bob.forges(answer, forge(buttonsOf(answer).find(({ label }) => label === 'Show context')?.custom_id ?? ''));
    expect([isPrivate(told), shown(told).lines[0]]).toEqual([true, expect.stringMatching(/^That no longer applies/)]);
    expect(answer.content).toBe(before);
  });
});
