import { describe, expect, test } from 'vitest';
import { questionOf } from '../../src/answering/asks.ts';
import { wording } from '../../src/wording.ts';
import { aleppo, articleOf, deskOn, longArticle } from './bot.ts';
import type { Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { answerTo, CORRECT, choose, correct, labels, MENU, NOT_SAID, OTHER, press, SAEED, setScene, shown } from './scene.ts';

const on = setScene();
const { moderator, preview, pin, cards, gaps } = on;
const BEGIN = 'when did the clashes begin';
const BERLIN = 'who is the mayor of Berlin';
const ALEPPO = 'who is the mayor of Aleppo';
const FIRST = 'paragraph 1, sentence 1';
/** Its first sentence leaves hardly any room in a message. */
const TREATY = articleOf(
  `The treaty ${'was signed by many envoys from all over the world and '.repeat(35)}so at last ended the war.\n\nThe king slept.`,
);
const quotes = (message: Message) => shown(message).quotes;
const times = async () => shown(await gaps()).small;
const reopen = (about: Parameters<typeof deskOn>[0], more: { gaps?: boolean } = {}) =>
  on.restart(deskOn(about, { store: on.store, ...more }));

/** The menu for a question that was asked in vain. */
async function menuFor(by: Person, question: string): Promise<Message> {
  return answerTo(await by.chooses(await gaps(by), 'Answer a question', [questionOf(question)]));
}

describe('what has to be said is said, though the rest leaves no room for it:', () => {
  /** A preview of a card that is almost as long as a message can be. */
  const longest = async (by: Person) => {
    await reopen(longArticle(12, 195));
    const draft = await preview(by, { length: 'long' });
    expect([quotes(draft).length, draft.content.length > 1900]).toEqual([8, true]);
    return draft;
  };

  test('why a card is not pinned', async () => {
    const mona = moderator();
    const draft = await longest(mona);
    Object.assign(on.channel, { pinLimit: 0 });
    await press(mona, draft, 'Pin it');
    expect(shown(draft).small[0]).toBe(wording.noMorePins('#general'));
  });

  test('who has pinned another card meanwhile', async () => {
    const [mona, nora] = [moderator(), moderator('Nora')];
    const draft = await longest(mona);
    await pin(nora, { length: 'short' });
    await press(mona, draft, 'Pin it');
    expect(shown(draft).small[0]).toBe(wording.changedBy('Nora'));
  });

  test('that a moderator has chosen an answer', async () => {
    await reopen(TREATY);
    const answer = await on.ask('who slept');
    await correct(moderator(), answer, FIRST);
    const again = await on.ask('who slept', on.bob);
    const ends = [answer, again].map((one) => [shown(one).bold, shown(one).small.at(-1)]);
    expect(ends).toEqual(['corrected by a moderator', 'chosen by a moderator'].map((end) => [[], end]));
  });

  test('which article a card is of, however much is said of what it is about', async () => {
    await pin(moderator(), { about: `students ${'and the university in Aleppo '.repeat(33)}` });
    expect(shown((cards() as [Message])[0]).lines[0]).toMatch(/^Fighting in Aleppo, July 2012: students and .*…$/);
  });

  test('that the article has changed since, on a card whose context is open', async () => {
    const article = longArticle(12, 230);
    await reopen(article);
    await pin(moderator());
    const [card] = cards() as [Message];
    await on.bob.presses(card, 'Show context');
    expect(card.content.length + wording.outdated.length).toBeGreaterThan(2000);
    await reopen(articleOf(`${article.text} `));
    await until('the card says so', () => shown(card).small.at(-1) === wording.outdated);
    expect(quotes(card)).toHaveLength(5);
  });
});

describe('a correction', () => {
  test('can be made of an answer that has no room for its question', async () => {
    await reopen(TREATY);
    const answer = await on.ask(`treaty envoys signed war ended: when and where and by whom ${'was it done '.repeat(14)}`);
    expect(shown(answer).bold).toEqual([]);
    await correct(moderator(), answer, 'paragraph 2, sentence 1');
    expect([shown(answer).bold.length, quotes(answer)]).toEqual([1, ['The king slept.']]);
  });

  test('says nothing of who made it once that is forgotten, nor does the undoing of a later one', async () => {
    const [mona, nora] = [moderator(), moderator('Nora')];
    await correct(mona, await on.ask(BEGIN));
    const menu = await correct(nora, await on.ask(BEGIN, on.bob), FIRST);
    await mona.asks(on.channel, 'forget');
    expect(JSON.stringify(await on.kept())).not.toContain(mona.user.id);
    await press(nora, menu, 'Undo');
    expect(shown(answerTo(await nora.asks(on.channel, 'corrections'))).small).toEqual(['by a moderator · ']);
  });

  test('that could not be kept as a whole can be made again, and undone', async () => {
    const [answer, mona] = [await on.ask(BEGIN), moderator()];
    const before = answer.content;
    const menu = answerTo(await mona.uses(answer, CORRECT));
    const failed = await on.whileFull('draft/', () => choose(mona, menu, MENU, OTHER));
    expect([failed.followUps.map(({ content }) => content), answer.content]).toEqual([[wording.failed], before]);
    await choose(mona, menu, MENU, OTHER);
    await press(mona, menu, 'Undo');
    expect([answer.content, (await on.ask(BEGIN, on.bob)).content]).toEqual([before, before]);
  });

  test('gives back, when it is undone, what another moderator had chosen meanwhile: in the message too', async () => {
    const [answer, mona] = [await on.ask(BEGIN), moderator()];
    const menu = answerTo(await mona.uses(answer, CORRECT));
    await correct(moderator('Nora'), answer, FIRST);
    const theirs = answer.content;
    await choose(mona, menu, MENU, OTHER);
    expect(answer.content).not.toBe(theirs);
    await press(mona, menu, 'Undo');
    expect(answer.content).toBe(theirs);
    expect(quotes(await on.ask(BEGIN, on.bob))).toEqual(quotes(answer));
  });

  test('to what the article doesn’t say can be corrected', async () => {
    const [answer, mona] = [await on.ask(BEGIN), moderator()];
    await correct(mona, answer, NOT_SAID);
    const again = await on.ask(BEGIN, on.bob);
    expect(labels(again)).toEqual(['Share']);
    await correct(mona, answer, FIRST);
    expect([quotes(answer).length, quotes(await on.ask(BEGIN, on.bob))]).toEqual([1, quotes(answer)]);
  });

  test('can be undone where Discord did not change the message', async () => {
    const [answer, mona] = [await on.ask(BEGIN), moderator()];
    const menu = answerTo(await mona.uses(answer, CORRECT));
    on.discord.fail(/^PATCH \/channels.*messages/, 500, 4);
    await choose(mona, menu, MENU, OTHER);
    expect(shown(menu).lines).toContain(`${wording.messageStays} ${wording.discordFailed}`);
    await press(mona, menu, 'Undo');
    expect((await on.ask(BEGIN, on.bob)).content).toBe(answer.content);
  });

  test('holds in the middle of a conversation too', async () => {
    await on.ask(ALEPPO);
    const mona = moderator();
    await choose(mona, await menuFor(mona, ALEPPO), MENU, OTHER);
    await on.ask(SAEED, on.bob);
    expect(shown(await on.ask(ALEPPO, on.bob)).small).toEqual([expect.stringContaining(OTHER), 'chosen by a moderator']);
  });
});

describe('what was asked in vain', () => {
  test('is counted on while its sentence is chosen, which an undo gives back', async () => {
    await on.ask(BERLIN);
    const mona = moderator();
    const menu = await menuFor(mona, BERLIN);
    for (const name of ['Carol', 'Dave', 'Erin']) await on.ask(BERLIN, on.discord.person(name));
    await choose(mona, menu, MENU, OTHER);
    await press(mona, menu, 'Undo');
    expect(await times()).toEqual(['asked 4 times · last today']);
  });

  test('is one with what was noted of it while it had its sentence', async () => {
    await on.ask(BERLIN);
    const mona = moderator();
    const menu = await menuFor(mona, BERLIN);
    await choose(mona, menu, MENU, OTHER);
    await on.bob.presses(await on.ask(BERLIN, on.bob), 'Not it?');
    await press(mona, menu, 'Undo');
    expect(await times()).toEqual(['asked 2 times · last today']);
  });

  test('is let go where that is switched off, also by what is undone', async () => {
    await on.ask(BERLIN);
    const mona = moderator();
    const menu = await menuFor(mona, BERLIN);
    await choose(mona, menu, MENU, OTHER);
    await reopen(aleppo(), { gaps: false });
    await press(mona, menu, 'Undo');
    expect(await on.kept('record/gap/')).toEqual([]);
  });

  test('is counted once for who asks it and says that the nearest line is no answer', async () => {
    const nearest = await on.replyTo(on.bob.says(on.channel, `${on.mention()} did the mayor of Berlin see Damascus`));
    expect(shown(nearest).lines).toContain(wording.notInTheArticle);
    await on.bob.presses(nearest, 'Not it?');
    expect(await times()).toEqual(['asked once · last today']);
  });
});
