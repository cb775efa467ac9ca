import { describe, expect, test } from 'vitest';
import { wording } from '../../src/wording.ts';
import { aleppo, deskOn } from './bot.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { answerTo, choose, labels, MENU, OTHER, press, SAEED, setScene, shown } from './scene.ts';

const on = setScene();
const { moderator, gaps } = on;
const BERLIN = 'who is the mayor of Berlin';
const listed = (message: Message) => shown(message).bold.map((question, i) => [question, shown(message).small[i]]);

describe('/gaps', () => {
  test('shows a moderator alone what was asked in vain, how often and when, and no names', async () => {
    expect((await gaps()).content).toBe(wording.gapsOf(0, 1, 1));
    await on.ask(BERLIN);
    await on.ask('who is teh mayor of berlin?', on.bob);
    await on.replyTo(on.bob.says(on.channel, `${on.mention()} what did Obama eat yesterday`));
    await on.ask(SAEED);
    const list = await gaps();
    expect(list.onlyFor?.username).toBe('Mona');
    expect(listed(list)).toEqual([
      ['Who is the mayor of Berlin?', 'asked 2 times · last today'],
      ['What did Obama eat yesterday?', 'asked once · last today'],
    ]);
    for (const { user } of [on.alice, on.bob]) {
      expect(list.content).not.toContain(user.username);
      expect(JSON.stringify(await on.kept('record/gap/'))).not.toContain(user.id);
    }
  });

  test('does not show what was asked privately, in direct messages or in another server', async () => {
    await on.ask(BERLIN, on.alice, { private: true });
    await on.alice.asks(on.alice.direct, 'ask', { question: BERLIN });
    await on.alice.asks(on.discord.channel(on.discord.guild('Writers')), 'ask', { question: BERLIN });
    expect((await gaps()).content).toBe(wording.gapsOf(0, 1, 1));
  });

  test('shows the answers under which somebody pressed Not it?, once for each who did', async () => {
    const answer = await on.ask(SAEED);
    for (const person of [on.alice, on.bob, on.bob]) {
      const more = answerTo(await person.presses(answer, 'Not it?'));
      expect([more.onlyFor, shown(more).quotes.length]).toEqual([person.user, 3]);
    }
    const alone = await on.ask('what happened in Damascus', on.alice, { private: true });
    await on.alice.presses(alone, 'Not it?');
    expect(listed(await gaps())).toEqual([['Who is Mohammad Saeed?', 'asked 2 times · last today']]);
  });

  test('gives one of them its sentence, which takes it off the list; undone, it is there again', async () => {
    await on.ask(BERLIN);
    const mona = moderator();
    const list = await gaps();
    const menu = answerTo(await mona.chooses(await gaps(mona), 'Answer a question', ['Who is the mayor of Berlin?']));
    await choose(mona, menu, MENU, OTHER);
    const answer = await on.ask(BERLIN, on.bob);
    expect([answer.onlyFor, shown(answer).quotes.length, shown(answer).small.at(-1)]).toEqual([undefined, 1, 'chosen by a moderator']);
    expect((await gaps()).content).toBe(wording.gapsOf(0, 1, 1));
    await press(mona, menu, 'Undo');
    expect(listed(await gaps())).toEqual(listed(list));
  });

  test('is cleared with a press, and outlives a restart', async () => {
    await on.ask(BERLIN);
    await on.restart();
    const mona = moderator();
    const list = await gaps(mona);
    expect(listed(list)).toHaveLength(1);
    await mona.presses(list, 'Clear the list');
    expect([list.content, labels(list)]).toEqual([wording.emptied, []]);
    expect(await on.kept('record/gap/')).toEqual([]);
  });

  test('loses one that a moderator takes off, and keeps the others', async () => {
    await on.ask(BERLIN);
    await on.ask('what did Obama eat yesterday');
    const mona = moderator();
    const list = answerTo(await mona.asks(on.channel, 'gaps'));
    await mona.chooses(list, 'Take a question off the list', ['Who is the mayor of Berlin?']);
    expect(listed(list).map(([question]) => question)).toEqual(['What did Obama eat yesterday?']);
    expect(answerTo(await on.bob.asks(on.channel, 'ask', { question: BERLIN })).content).not.toContain('chosen by a moderator');
  });

  test('turns over where there are many', async () => {
    for (let i = 0; i < 7; i++) await on.ask(`who is the mayor of Berlin number ${i}`);
    const mona = moderator();
    const list = await gaps(mona);
    expect([listed(list).length, labels(list)]).toEqual([5, ['Next page', 'Clear the list']]);
    await mona.presses(list, 'Next page');
    expect([listed(list).length, labels(list)]).toEqual([2, ['Previous page', 'Clear the list']]);
  });

  test('keeps nothing where it is switched off', async () => {
    await on.restart(deskOn(aleppo(), { store: on.store, gaps: false }));
    await on.ask(BERLIN);
    await on.alice.presses(await on.ask(SAEED), 'Not it?');
    expect((await gaps()).content).toContain('the host of this bot has switched that off');
    expect(await on.kept('record/gap/')).toEqual([]);
  });

  test('shows what people wrote as it stands: it pings nobody and is no Markdown', async () => {
    await on.ask('who is **@everyone** <@1> [x](https://example.org)?');
    expect(shown(await gaps())).toMatchObject({ bold: ['Who is **@everyone** <@1> [x](https://example.org)?'], others: [] });
  });

  test('is let go with a server that removes the bot', async () => {
    await on.ask(BERLIN);
    on.discord.removeBot(on.guild);
    await until('nothing is kept', async () => (await on.kept()).length === 0);
  });
});
