import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk } from '../../src/desk.ts';
import { memoryStore, type Store } from '../../src/store/store.ts';
import { wording } from '../../src/wording.ts';
import { aleppo, type Bot, startBot } from './bot.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { type Displayed, displayed } from './local/displayed.ts';
import { READ_HISTORY, SEND, VIEW } from './local/permissions.ts';
import { buttonsOf, type Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Channel, Guild, Interaction, Message } from './local/world.ts';

let discord: LocalDiscord;
let store: Store;
let bot: Bot;
let guild: Guild;
let channel: Channel;
let alice: Person;
let bob: Person;

const start = async () => {
  bot = await startBot(discord, openDesk(aleppo(), store));
};

beforeEach(async () => {
  discord = await openDiscord();
  guild = discord.guild('Readers');
  channel = discord.channel(guild);
  store = memoryStore();
  await start();
  [alice, bob] = [discord.person('Alice'), discord.person('Bob')];
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
  expect(discord.broken).toEqual([]);
});

const SAEED = 'who is Mohammad Saeed';
const UPRISING = 'what did he say about the uprising';
const ANSWER = 'The uprising has finally reached Aleppo, Saeed said.';

function answerTo({ original }: Interaction): Message {
  if (!original) throw new Error('no answer');
  return original;
}

/** What the bot writes in reply to a message. */
const replyTo = (message: Message): Promise<Message> => discord.answered(message);

const shown = (message: Message): Displayed => displayed(message.content);
const labels = (message: Message) => buttonsOf(message).map(({ label }) => label);
const mention = () => `<@${discord.world.bot.id}>`;
const isFollowUp = (message: Message) =>
  expect([shown(message).quotes, shown(message).small[0]]).toEqual([[ANSWER], 'about: Mohammad Saeed']);

/** The bot has had the time to answer what was said, and has not: it answers what is said after it. */
async function isSilent(): Promise<void> {
  const before = discord.world.messages.length;
  const probe = bob.says(bob.direct, 'when did the clashes begin');
  await replyTo(probe);
  expect(discord.world.messages.length).toBe(before + 2);
}

describe('a command after another', () => {
  test('uses what came before, says so, and can be asked without that', async () => {
    await alice.asks(channel, 'ask', { question: SAEED });
    const answer = answerTo(await alice.asks(channel, 'ask', { question: UPRISING }));
    isFollowUp(answer);
    expect(labels(answer)).toEqual(['Ask a follow-up', 'Show context', 'More quotes', 'Ask without that', 'Delete']);
    await alice.presses(answer, 'Ask without that');
    expect(shown(answer).small).not.toContain('about: Mohammad Saeed');
    expect(shown(answer).lines).toEqual(['What did he say about the uprising?']);
    expect(labels(answer)).toContain('In the article');
  });

  test('is for others as they see it: asked without that, it is shown to them alone', async () => {
    await alice.asks(channel, 'ask', { question: SAEED });
    const answer = answerTo(await alice.asks(channel, 'ask', { question: UPRISING }));
    const other = answerTo(await bob.presses(answer, 'Ask without that'));
    expect(other.onlyFor).toBe(bob.user);
    isFollowUp(answer);
    expect(JSON.stringify(store.list(''))).not.toContain(bob.user.id);
    await alice.asks(channel, 'forget');
    expect(answerTo(await bob.presses(answer, 'Ask without that')).content).toBe(wording.notKept);
  });

  test('is left alone where it says all itself, and where a bare W asks for the story', async () => {
    await alice.asks(channel, 'ask', { question: SAEED });
    expect(shown(answerTo(await alice.asks(channel, 'when', { question: 'did the clashes begin' }))).small).toHaveLength(1);
    expect(shown(answerTo(await alice.asks(channel, 'when'))).small).toHaveLength(1);
  });

  test('knows nothing of other people, channels and threads', async () => {
    const [other, thread] = [discord.channel(guild), discord.channel(guild, { type: 11, parent: channel })];
    await alice.asks(channel, 'ask', { question: SAEED });
    await bob.asks(channel, 'when', { question: 'did the clashes begin' });
    for (const [who, where] of [
      [bob, channel],
      [alice, other],
      [alice, thread],
      [alice, alice.direct],
    ] as const) {
      const { small } = shown(answerTo(await who.asks(where, 'ask', { question: UPRISING })));
      expect(small.filter((line) => line.includes('Saeed'))).toEqual([]);
    }
    isFollowUp(answerTo(await alice.asks(channel, 'ask', { question: UPRISING })));
  });

  test("is each one's own where two people ask at the same moment", async () => {
    const both = [alice, bob];
    await Promise.all([alice.asks(channel, 'ask', { question: SAEED }), bob.asks(channel, 'when', { question: 'did the clashes begin' })]);
    const [hers, his] = await Promise.all(both.map((one) => one.asks(channel, 'ask', { question: one === alice ? UPRISING : 'where?' })));
    isFollowUp(answerTo(hers as Interaction));
    expect(shown(answerTo(his as Interaction)).small[0]).toBe('about: clashes, begin');
  });

  test('is answered after a restart too', async () => {
    await alice.asks(channel, 'ask', { question: SAEED });
    await bot.stop();
    await start();
    isFollowUp(answerTo(await alice.asks(channel, 'ask', { question: UPRISING })));
  });

  test('is private where it goes on from a private answer, and public again where it does not', async () => {
    await alice.asks(channel, 'ask', { question: SAEED, private: true });
    const answer = answerTo(await alice.asks(channel, 'ask', { question: UPRISING }));
    expect([answer.onlyFor, labels(answer).at(-1)]).toEqual([alice.user, 'Share']);
    expect(answerTo(await alice.asks(channel, 'when', { question: 'did the clashes begin' })).onlyFor).toBeUndefined();
  });
});

describe('what was asked privately', () => {
  const ALONE = { question: SAEED, private: true };
  const isPublic = async (question: string) => {
    const answer = answerTo(await alice.asks(channel, 'ask', { question }));
    return answer.onlyFor === undefined;
  };

  test('stays private behind a question that the article does not answer', async () => {
    await alice.asks(channel, 'ask', ALONE);
    await alice.asks(channel, 'ask', { question: 'did Obama promise new sanctions in Congress yesterday' });
    expect(await isPublic(UPRISING)).toBe(false);
  });

  test('is not shared with an answer that went on from it', async () => {
    await alice.asks(channel, 'ask', ALONE);
    const answer = answerTo(await alice.asks(channel, 'ask', { question: UPRISING }));
    await alice.presses(answer, 'Share');
    await until('it is shared', () => discord.seen(channel).length > 0);
    const [shared] = discord.seen(channel) as [Message];
    expect(labels(shared)).toEqual(['Ask a follow-up', 'Show context', 'More quotes', 'In the article', 'Delete']);
    const followed = answerTo(await bob.submits(await bob.presses(shared, 'Ask a follow-up'), { text: 'what else?' }));
    expect(followed.onlyFor).toBe(bob.user); // it refuses: of a quote alone there is nothing else
    expect(followed.content).not.toContain('about:');
  });

  test('is gone on from in a direct conversation, where nobody else reads', async () => {
    await alice.asks(alice.direct, 'ask', ALONE);
    isFollowUp(await replyTo(alice.says(alice.direct, UPRISING)));
  });

  test('is not what a bare W goes on from', async () => {
    await alice.asks(channel, 'ask', { question: 'did they fire tear gas at students in the dormitories', private: true });
    await alice.asks(channel, 'when');
    const answer = answerTo(await alice.asks(channel, 'ask', { question: 'how many?' }));
    expect(answer.content).not.toMatch(/students|dormitories/);
  });

  test('stays private where it is about nothing that could be named', async () => {
    await alice.asks(channel, 'when', { private: true });
    expect(await isPublic('what next?')).toBe(false);
  });
});

describe('Ask a follow-up', () => {
  test('names the topic and the quote, goes on from that answer for anyone, and not from the last one', async () => {
    const answer = answerTo(await alice.asks(channel, 'ask', { question: SAEED }));
    await bob.asks(channel, 'when', { question: 'did the clashes begin' });
    const form = await bob.presses(answer, 'Ask a follow-up');
    expect(form.modal).toMatchObject({
      title: 'Ask on about Mohammad Saeed',
      components: [{ description: expect.stringMatching(/^After: This night was very bad,.*…$/) }],
    });
    const followed = answerTo(await bob.submits(form, { text: UPRISING }));
    isFollowUp(followed);
    expect(followed.onlyFor).toBeUndefined();
    isFollowUp(answerTo(await alice.submits(await alice.presses(answer, 'Ask a follow-up'), { text: UPRISING })));
  });

  test('stays private below a private answer', async () => {
    const answer = answerTo(await alice.asks(channel, 'ask', { question: SAEED, private: true }));
    const followed = answerTo(await alice.submits(await alice.presses(answer, 'Ask a follow-up'), { text: 'when did the clashes begin' }));
    expect(followed.onlyFor).toBe(alice.user);
  });

  test('works after a restart, and from the quote alone once the talk is forgotten', async () => {
    const answer = answerTo(await alice.asks(channel, 'when', { question: 'did the clashes begin' }));
    await bot.stop();
    await start();
    const where = answerTo(await bob.submits(await bob.presses(answer, 'Ask a follow-up'), { text: 'where?' }));
    expect(shown(where).bold).toContain('in Salaheddine');
    await alice.asks(channel, 'forget');
    const form = await bob.presses(answer, 'Ask a follow-up');
    expect(form.modal?.title).toBe('Ask on');
    expect(shown(answerTo(await bob.submits(form, { text: 'where?' }))).quotes).toHaveLength(1);
  });

  test('is the only thing that a form does', async () => {
    const answer = answerTo(await alice.asks(channel, 'ask', { question: SAEED }));
    const form = await bob.presses(answer, 'Ask a follow-up');
    const id = form.modal?.custom_id ?? '';
    for (const made of ['context:0', 'follow:0', 'delete:', 'more:'].map((rest) =>
      id.replace(/followed:(\w+):.*/, `${rest.split(':')[0]}:$1:${rest.split(':')[1]}`),
    )) {
      const told = await bob.submits(
        { ...form, modal: { ...(form.modal as NonNullable<typeof form.modal>), custom_id: made } },
        { text: 'x' },
      );
      expect([answerTo(told).onlyFor, answerTo(told).content]).toEqual([bob.user, expect.stringMatching(/^This button no longer applies/)]);
    }
    expect(answer.deleted).toBe(false);
  });

  test('of an article that has changed meanwhile says so, privately', async () => {
    const answer = answerTo(await alice.asks(channel, 'ask', { question: SAEED }));
    const form = await alice.presses(answer, 'Ask a follow-up');
    await bot.stop();
    bot = await startBot(discord, openDesk({ ...aleppo(), text: `${aleppo().text} ` }, store));
    const told = answerTo(await alice.submits(form, { text: UPRISING }));
    expect([told.onlyFor, told.content]).toEqual([alice.user, expect.stringMatching(/^This button no longer applies/)]);
  });
});

describe('a message', () => {
  test('that mentions the bot is answered with a regular message, and the talk goes on by replying', async () => {
    const answer = await replyTo(alice.says(channel, `${mention()} ${SAEED}?`));
    expect([answer.interaction, shown(answer).quotes]).toEqual([undefined, [expect.stringContaining('Mohammad Saeed via Skype')]]);
    await replyTo(bob.says(channel, `when did the clashes begin ${mention()}`));
    await bot.stop();
    await start();
    isFollowUp(await replyTo(bob.says(channel, UPRISING, { replyTo: answer })));
    isFollowUp(await replyTo(alice.says(channel, `${mention()} ${UPRISING}`)));
  });

  test('has an answer that who asked may delete, also where the article does not say', async () => {
    const answer = await replyTo(alice.says(channel, `${mention()} who is the mayor of Berlin`));
    expect(labels(answer)).not.toContain('Share');
    expect(answerTo(await bob.presses(answer, 'Delete')).content).toBe(wording.notYours);
    await alice.presses(answer, 'Delete');
    await until('the answer is gone', () => answer.deleted);
    const direct = await replyTo(alice.says(alice.direct, SAEED));
    await alice.presses(direct, 'Delete');
    await until('that is gone too', () => direct.deleted);
  });

  test('in reply to an answer that is no longer kept goes on from its quote', async () => {
    const answer = await replyTo(alice.says(channel, `${mention()} what happened in Damascus`));
    await alice.asks(channel, 'forget');
    await replyTo(alice.says(channel, `${mention()} how many students were killed`));
    expect(shown(await replyTo(alice.says(channel, 'who said that?', { replyTo: answer }))).quotes).toEqual([
      expect.stringContaining('Activists and residents reported'),
    ]);
  });

  test('in reply to an answer about another article goes on from nothing', async () => {
    const answer = await replyTo(alice.says(channel, `${mention()} ${SAEED}`));
    await bot.stop();
    bot = await startBot(discord, openDesk({ ...aleppo(), text: `${aleppo().text} ` }, store));
    await replyTo(bob.says(channel, `${mention()} how many students were killed`));
    expect((await replyTo(bob.says(channel, UPRISING, { replyTo: answer }))).content).not.toContain('about:');
  });

  test('that mentions others too is read without them', async () => {
    const [answer, help] = [
      await replyTo(alice.says(channel, `${mention()} ${SAEED} <@${bob.user.id}>`)),
      `<@&1> <#2> <:a:3> ${mention()}`,
    ];
    expect(shown(answer).quotes).toEqual([expect.stringContaining('Mohammad Saeed via Skype')]);
    expect((await replyTo(alice.says(channel, help))).content).toContain('Ask with a command');
  });

  test('has an answer that who asked may delete also when the question is gone', async () => {
    const questions = [alice.says(channel, `${mention()} ${SAEED}`), alice.says(alice.direct, SAEED)];
    const answers = await Promise.all(questions.map(replyTo));
    for (const question of questions) question.deleted = true;
    await bot.stop();
    await start();
    for (const answer of answers) {
      await alice.presses(answer, 'Delete');
      await until('the answer is gone', () => answer.deleted);
    }
  });

  test('that is being answered when the bot ends is answered still', async () => {
    const waiting: (() => void)[] = [];
    const slow: Store = { ...store, set: (key, value) => new Promise((kept) => waiting.push(() => kept(store.set(key, value)))) };
    await bot.stop();
    bot = await startBot(discord, openDesk(aleppo(), slow));
    const question = alice.says(channel, `${mention()} ${SAEED}`);
    await until('it is being kept', () => waiting.length > 0);
    const [stopped, answered] = [bot.stop(), replyTo(question)];
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate); // it ends as far as it can
    for (const keep of waiting) keep();
    const [answer] = await Promise.all([answered, stopped]);
    expect(shown(answer).quotes).toHaveLength(1);
  });

  test('in reply to an answer that lies far back is understood', async () => {
    const answer = await replyTo(alice.says(channel, `${mention()} ${SAEED}`));
    for (let i = 0; i < 9; i++) bob.says(channel, `chatter ${i}`);
    isFollowUp(await replyTo(bob.says(channel, UPRISING, { replyTo: answer })));
  });

  test('in a thread is answered there', async () => {
    const thread = discord.channel(guild, { type: 11, parent: channel });
    await replyTo(alice.says(thread, `${mention()} ${SAEED}`));
    isFollowUp(await replyTo(alice.says(thread, `${mention()} ${UPRISING}`)));
  });

  test('in a direct conversation needs no mention, also after a restart', async () => {
    await replyTo(alice.says(alice.direct, SAEED));
    await bot.stop();
    await start();
    isFollowUp(await replyTo(alice.says(alice.direct, UPRISING)));
    const answer = await replyTo(alice.says(alice.direct, 'who is the mayor of Berlin'));
    expect(shown(answer).lines[1]).toBe(wording.notInTheArticle);
  });

  test('that is nothing but a mention gets the help, and thanks get no refusal', async () => {
    expect((await replyTo(alice.says(channel, mention()))).content).toContain('Ask with a command');
    expect((await replyTo(alice.says(channel, `thanks ${mention()}!`))).content).toBe("You're welcome.");
  });

  test('that is not for the bot is left alone', async () => {
    const answer = await replyTo(alice.says(channel, `${mention()} ${SAEED}`));
    alice.says(channel, 'when did the clashes begin');
    bob.says(channel, UPRISING, { replyTo: answer, ping: false });
    bob.says(channel, 'indeed', { replyTo: alice.says(channel, 'it rains') });
    await isSilent();
  });

  test('in reply to the answer of a command gets a hint, once an hour for each person', async () => {
    const answer = answerTo(await alice.asks(channel, 'ask', { question: SAEED }));
    const hint = await replyTo(alice.says(channel, UPRISING, { replyTo: answer }));
    expect(hint.content).toBe(wording.hint);
    alice.says(channel, 'hello?', { replyTo: answer });
    await isSilent();
    expect((await replyTo(bob.says(channel, 'and when?', { replyTo: answer }))).content).toBe(wording.hint);
  });

  test('never goes on from a private answer where everybody sees it', async () => {
    await alice.asks(channel, 'ask', { question: SAEED, private: true });
    const answer = await replyTo(alice.says(channel, `${mention()} ${UPRISING}`));
    expect(answer.content).not.toContain('about:');
  });

  test('is logged where it can not be answered, and the bot lives on', async () => {
    const mute = discord.channel(guild, { botMay: VIEW | SEND });
    alice.says(mute, `${mention()} ${SAEED}`);
    await until('the log says so', () => bot.logged.some(({ msg }) => msg === 'not answered'));
    expect(bot.logged).toContainEqual(expect.objectContaining({ interaction: 'message', discord: 160002 }));
    expect(JSON.stringify(bot.logged)).not.toContain('Saeed');
    expect(VIEW | SEND | READ_HISTORY).toBeGreaterThan(0n);
    isFollowUp(await replyTo(alice.says(alice.direct, `${SAEED}`)).then(() => replyTo(alice.says(alice.direct, UPRISING))));
  });
});

describe('what is kept', () => {
  test('is forgotten at once for who asks for it, and says so privately', async () => {
    await alice.asks(channel, 'ask', { question: SAEED });
    const told = answerTo(await alice.asks(channel, 'forget'));
    expect([told.onlyFor, told.content]).toEqual([alice.user, wording.forgotten]);
    expect(store.list('')).toEqual([]);
    const answer = answerTo(await alice.asks(channel, 'ask', { question: UPRISING }));
    expect(answer.content).not.toContain('about:');
  });

  test('is nothing of what was typed but words of the article, in what others went on from', async () => {
    const answer = answerTo(await alice.asks(channel, 'ask', { question: `${SAEED} the unfaithful plumber` }));
    await bob.submits(await bob.presses(answer, 'Ask a follow-up'), { text: 'what else?' });
    await alice.asks(channel, 'forget');
    expect(JSON.stringify(store.list(''))).not.toMatch(/unfaithful|plumber/);
  });

  test('may fail to be: the answer comes nevertheless, and the log has a line', async () => {
    const errors: unknown[] = [];
    const full = { ...store, set: () => Promise.reject(new Error('full')) };
    await bot.stop();
    bot = await startBot(
      discord,
      openDesk(aleppo(), full, undefined, (error) => errors.push(error)),
    );
    const answer = answerTo(await alice.asks(channel, 'ask', { question: SAEED }));
    expect(shown(answer).quotes).toHaveLength(1);
    await replyTo(alice.says(channel, `${mention()} ${SAEED}`));
    expect(errors).toEqual([new Error('full'), new Error('full')]);
    const followed = await bob.submits(await bob.presses(answer, 'Ask a follow-up'), { text: 'where?' });
    expect(answerTo(followed).content).not.toBe('');
  });

  test('is forgotten with a server that removes the bot', async () => {
    await alice.asks(channel, 'ask', { question: SAEED });
    await alice.asks(alice.direct, 'ask', { question: SAEED });
    discord.removeBot(guild);
    await until('what was said there is gone', () => store.list('answer/').length === 1);
    isFollowUp(answerTo(await alice.asks(alice.direct, 'ask', { question: UPRISING })));
  });

  test('is forgotten with a server that removes the bot while it is away', async () => {
    await alice.asks(channel, 'ask', { question: SAEED });
    await bot.stop();
    discord.removeBot(guild);
    await start();
    await until('what was said there is gone', () => store.list('').length === 0);
  });
});
