import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { wording } from '../../src/wording.ts';
import { aleppo, deskOn } from './bot.ts';
import { READ_HISTORY, SEND, VIEW } from './local/permissions.ts';
import { until } from './local/until.ts';
import { snowflake } from './local/world.ts';
import { answerTo, CLASHES, isFollowUp, labels, SAEED, setScene, shown, UPRISING } from './scene.ts';

const on = setScene();

/** The bot has had the time to answer what was said, and has not: it answers what is said after it. */
async function isSilent(): Promise<void> {
  const before = on.discord.world.messages.length;
  await on.replyTo(on.bob.says(on.bob.direct, 'when did the clashes begin'));
  expect(on.discord.world.messages.length).toBe(before + 2);
}

describe('a message', () => {
  test('that mentions the bot is answered with a regular message, and the talk goes on by replying', async () => {
    const answer = await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${SAEED}?`));
    expect([answer.interaction, shown(answer).quotes]).toEqual([undefined, [expect.stringContaining('Mohammad Saeed via Skype')]]);
    await on.replyTo(on.bob.says(on.channel, `when did the clashes begin ${on.mention()}`));
    await on.restart();
    isFollowUp(await on.replyTo(on.bob.says(on.channel, UPRISING, { replyTo: answer })));
    isFollowUp(await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${UPRISING}`)));
  });

  test('has an answer that who asked may delete, also where the article does not say', async () => {
    const answer = await on.replyTo(on.alice.says(on.channel, `${on.mention()} who is the mayor of Berlin`));
    expect(labels(answer)).not.toContain('Share');
    expect(answerTo(await on.bob.presses(answer, 'Delete')).content).toBe(wording.notYours);
    await on.alice.presses(answer, 'Delete');
    await until('the answer is gone', () => answer.deleted);
    const direct = await on.replyTo(on.alice.says(on.alice.direct, SAEED));
    await on.alice.presses(direct, 'Delete');
    await until('that is gone too', () => direct.deleted);
  });

  test('in reply to an answer that is no longer kept goes on from its quote', async () => {
    const answer = await on.replyTo(on.alice.says(on.channel, `${on.mention()} what happened in Damascus`));
    await on.alice.asks(on.channel, 'forget');
    await on.replyTo(on.alice.says(on.channel, `${on.mention()} how many students were killed`));
    expect(shown(await on.replyTo(on.alice.says(on.channel, 'who said that?', { replyTo: answer }))).quotes).toEqual([
      expect.stringContaining('Activists and residents reported'),
    ]);
  });

  test('in reply to an answer about another article goes on from nothing', async () => {
    const answer = await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${SAEED}`));
    await on.restart(deskOn({ ...aleppo(), text: `${aleppo().text} ` }, { store: on.store }));
    await on.replyTo(on.bob.says(on.channel, `${on.mention()} how many students were killed`));
    expect((await on.replyTo(on.bob.says(on.channel, UPRISING, { replyTo: answer }))).content).not.toContain('about:');
  });

  test('that mentions others too is read without them', async () => {
    const [answer, help] = [
      await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${SAEED} <@${on.bob.user.id}>`)),
      `<@&1> <#2> <:a:3> ${on.mention()}`,
    ];
    expect(shown(answer).quotes).toEqual([expect.stringContaining('Mohammad Saeed via Skype')]);
    expect((await on.replyTo(on.alice.says(on.channel, help))).content).toContain('Ask with a command');
  });

  test('has an answer that who asked may delete also when the question is gone', async () => {
    const questions = [on.alice.says(on.channel, `${on.mention()} ${SAEED}`), on.alice.says(on.alice.direct, SAEED)];
    const answers = await Promise.all(questions.map(on.replyTo));
    for (const question of questions) question.deleted = true;
    await on.restart();
    for (const answer of answers) {
      await on.alice.presses(answer, 'Delete');
      await until('the answer is gone', () => answer.deleted);
    }
  });

  test('that is being answered when the bot ends is answered still', async () => {
    const waiting: (() => void)[] = [];
    const slow: Store = { ...on.store, write: (entries) => new Promise((kept) => waiting.push(() => kept(on.store.write(entries)))) };
    await on.restart(deskOn(aleppo(), { store: slow }));
    const question = on.alice.says(on.channel, `${on.mention()} ${SAEED}`);
    await until('it is being kept', () => waiting.length > 0);
    const [stopped, answered] = [on.bot.stop(), on.replyTo(question)];
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate); // it ends as far as it can
    for (const keep of waiting) keep();
    const [answer] = await Promise.all([answered, stopped]);
    expect(shown(answer).quotes).toHaveLength(1);
  });

  test('in reply to an answer that lies far back is understood', async () => {
    const answer = await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${SAEED}`));
    for (let i = 0; i < 9; i++) on.bob.says(on.channel, `chatter ${i}`);
    isFollowUp(await on.replyTo(on.bob.says(on.channel, UPRISING, { replyTo: answer })));
  });

  test('in a thread is answered there', async () => {
    const thread = on.discord.channel(on.guild, { type: 11, parent: on.channel });
    await on.replyTo(on.alice.says(thread, `${on.mention()} ${SAEED}`));
    isFollowUp(await on.replyTo(on.alice.says(thread, `${on.mention()} ${UPRISING}`)));
  });

  test('in a direct conversation needs no mention, also after a restart', async () => {
    await on.replyTo(on.alice.says(on.alice.direct, SAEED));
    await on.restart();
    isFollowUp(await on.replyTo(on.alice.says(on.alice.direct, UPRISING)));
    const answer = await on.replyTo(on.alice.says(on.alice.direct, 'who is the mayor of Berlin'));
    expect(shown(answer).lines[1]).toBe(`${wording.doesntSay}.`);
  });

  test('that is nothing but a mention gets the help, and thanks get no refusal', async () => {
    expect((await on.replyTo(on.alice.says(on.channel, on.mention()))).content).toContain('Ask with a command');
    expect((await on.replyTo(on.alice.says(on.channel, `thanks ${on.mention()}!`))).content).toBe("You're welcome.");
  });

  test('that is not for the bot is left alone', async () => {
    const answer = await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${SAEED}`));
    on.alice.says(on.channel, 'when did the clashes begin');
    on.bob.says(on.channel, UPRISING, { replyTo: answer, ping: false });
    on.bob.says(on.channel, 'indeed', { replyTo: on.alice.says(on.channel, 'it rains') });
    await isSilent();
  });

  test('in reply to the answer of a command gets a hint, once an hour for each person', async () => {
    const answer = answerTo(await on.alice.asks(on.channel, 'ask', { question: SAEED }));
    const hint = await on.replyTo(on.alice.says(on.channel, UPRISING, { replyTo: answer }));
    expect(hint.content).toBe(wording.hint);
    on.alice.says(on.channel, 'hello?', { replyTo: answer });
    await isSilent();
    expect((await on.replyTo(on.bob.says(on.channel, 'and when?', { replyTo: answer }))).content).toBe(wording.hint);
  });

  test('that mentions the role of the bot gets a hint, as Discord hides what it says', async () => {
    const role = `<@&${on.guild.botRole}>`;
    expect(shown(await on.replyTo(on.alice.says(on.channel, `${role} ${SAEED}`))).lines).toEqual([wording.hintAtRole]);
    const both = await on.replyTo(on.alice.says(on.channel, `${role} ${on.mention()} ${SAEED}`));
    expect(shown(both).quotes).toEqual([expect.stringContaining('Mohammad Saeed via Skype')]);
  });

  test.each([
    ['summary', 5],
    ['/summary', 5],
    ['tl;dr', 3],
    ['summarise the article', 5],
    ['/summary short about Damascus', 3],
  ])('that says "%s" gets a summary, which who asked may delete', async (words, most) => {
    const answer = await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${words}`));
    expect(shown(answer).lines[0]).toMatch(/^Fighting in Aleppo, July 2012/);
    expect(shown(answer).quotes.length).toBeGreaterThan(0);
    expect(shown(answer).quotes.length).toBeLessThanOrEqual(most);
    expect(labels(answer)).toEqual(['Pin this', 'Delete']);
  });

  test('may have a command in it', async () => {
    const answer = await on.replyTo(on.alice.says(on.channel, `${on.mention()} /when did the clashes begin`));
    expect(shown(answer)).toMatchObject({ lines: ['When did the clashes begin?'], quotes: [CLASHES] });
    isFollowUp(
      await on
        .replyTo(on.alice.says(on.channel, `${on.mention()} /who is Mohammad Saeed`))
        .then(() => on.replyTo(on.alice.says(on.channel, `/what ${on.mention()} ${UPRISING}`))),
    );
  });

  test.each([
    ['/gaps', wording.fromTheList('/gaps')],
    ['/pin summary', wording.fromTheList('/pin summary')],
    ['/hlep', wording.noSuchCommand('/hlep', '/help')],
    ['/quit', wording.noSuchCommand('/quit')],
  ])('that has %s in it says why that is not done, to moderators too', async (words, said) => {
    expect(shown(await on.replyTo(on.moderator().says(on.channel, `${on.mention()} ${words}`))).lines).toEqual([said]);
  });

  test.each([
    ['bye', 'Goodbye.'],
    ['quit', 'Goodbye.'],
    ['lol', 'Ask me more whenever you like.'],
    ['😂', 'Ask me more whenever you like.'],
    ['are you chatgpt?', 'I am Verbatim, a bot.'],
    ['what can you do?', 'Ask with a command'],
  ])('that says "%s" gets a word, and no refusal', async (words, said) => {
    const answer = await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${words}`));
    expect(answer.content).toContain(said);
    expect(shown(answer).quotes).toEqual([]);
  });

  test('never goes on from a private answer where everybody sees it', async () => {
    await on.alice.asks(on.channel, 'ask', { question: SAEED, private: true });
    const answer = await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${UPRISING}`));
    expect(answer.content).not.toContain('about:');
  });

  test.each<[string, Parameters<typeof on.discord.channel>[1]]>([
    ['may not write', { botMay: VIEW | READ_HISTORY }],
    ['may not read what was written before, as replying needs', { botMay: VIEW | SEND }],
    ['may not join, where people talk', { type: 2, botMay: VIEW | SEND | READ_HISTORY }],
  ])('costs no request where the bot %s; the log says so, and the bot lives on', async (_what, is) => {
    on.alice.says(on.discord.channel(on.guild, is), `${on.mention()} ${SAEED}`);
    await until('the log says so', () => on.bot.logged.some(({ msg }) => msg === 'not answered: the bot is not allowed to reply there'));
    expect(on.discord.count(/^POST .*(?:messages|typing)/)).toBe(0);
    expect(JSON.stringify(on.bot.logged)).not.toContain('Saeed');
    isFollowUp(
      await on.replyTo(on.alice.says(on.alice.direct, `${SAEED}`)).then(() => on.replyTo(on.alice.says(on.alice.direct, UPRISING))),
    );
  });

  test('is logged where Discord does not take the answer, and the bot lives on', async () => {
    on.discord.fail(/^POST .*messages/, 403);
    on.alice.says(on.channel, `${on.mention()} ${SAEED}`);
    await until('the log says so', () => on.bot.logged.some(({ msg }) => msg === 'not answered'));
    expect(JSON.stringify(on.bot.logged)).not.toContain('Saeed');
    await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${SAEED}`));
  });

  test('in the chat of a voice channel is answered', async () => {
    await on.replyTo(on.alice.says(on.discord.channel(on.guild, { type: 2 }), `${on.mention()} ${SAEED}`));
  });

  test('of a webhook is no question of a person', async () => {
    const payload = { mentions: [{ id: on.discord.world.bot.id, username: 'Verbatim', discriminator: '0', avatar: null }] };
    on.discord.gateway.alter = (type, data) => (type === 'MESSAGE_CREATE' ? { ...data, ...payload, webhook_id: snowflake() } : data);
    on.alice.says(on.channel, `${on.mention()} ${SAEED}`);
    on.discord.gateway.alter = undefined;
    await isSilent();
  });

  test('in a direct conversation whose kind Discord leaves out is answered', async () => {
    on.discord.gateway.alter = (_type, { channel_type: _, ...data }: { channel_type?: number }) => data;
    await on.replyTo(on.alice.says(on.alice.direct, SAEED));
    await on.replyTo(on.alice.says(on.channel, `${on.mention()} ${SAEED}`));
  });
});
