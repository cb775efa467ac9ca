import { describe, expect, test } from 'vitest';
import { sayWhetherOutdated } from '../../commands/outdated.ts';
import { publish } from '../../commands/publish.ts';
import { libraryOf } from '../../src/library/library.ts';
import type { Card } from '../../src/moderation/cards.ts';
import type { Channel } from '../../src/surface.ts';
import { wording } from '../../src/wording.ts';
import { aleppo, articleOf, deskOn } from './bot.ts';
import { menusOf } from './local/menus.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { answerTo, CORRECT, changed, choose, labels, MENU, OTHER, press, SAEED, setScene, shown } from './scene.ts';

const on = setScene();
const { moderator, preview, pin, cards } = on;
const SHORT = { length: 'short' };
const LONG = { length: 'long' };
const sizes = () => cards().map((card) => shown(card).quotes.length);
const outdated = (card: Message) => card.content.split(wording.outdated).length - 1;

describe('a card of two moderators', () => {
  test('is that of who pressed later, though the earlier press took longer', async () => {
    const [mona, nora] = [moderator(), moderator('Nora')];
    const [first, second] = [await preview(mona, SHORT), await preview(nora, LONG)];
    on.discord.fail(/^POST \/interactions/, 429, 1, 0.5);
    const slow = press(mona, first, 'Pin it');
    await until('Discord lets that wait', () => on.bot.logged.some(({ status }) => status === 429));
    await press(nora, second, 'Pin it');
    await slow;
    expect([shown(first).small[0], sizes()]).toEqual([wording.changedBy('Nora'), [8]]);
  });

  test('stays after a double click, the second of which is no answer to what the first was told', async () => {
    const [mona, nora] = [moderator(), moderator('Nora')];
    const draft = await preview(mona, SHORT);
    await pin(nora, LONG);
    const answers = /^PATCH \/webhooks/;
    const before = on.discord.count(answers);
    await Promise.all([mona.presses(draft, 'Pin it'), mona.presses(draft, 'Pin it')]);
    await until('both are answered', () => on.discord.count(answers) === before + 2);
    expect([shown(draft).small[0], sizes()]).toEqual([wording.changedBy('Nora'), [8]]);
  });

  test('is what is pinned while it would have been said that the article has changed', async () => {
    await pin(moderator(), SHORT);
    const desk = deskOn(changed(), { store: on.store });
    const { cards: kept, inTurn } = desk.moderation;
    const card = (await kept.of(on.channel.id)) as Card;
    const next: Card = { ...card, sentences: [7], article: desk.fingerprint };
    const done = { kind: 'done', result: { message: card.message, content: '', offers: [], pinned: true } } as const;
    let pinned: Promise<void> | undefined;
    const read = async () => {
      pinned = inTurn(card.channel, () => kept.keep(next));
      return done;
    };
    await sayWhetherOutdated(card.channel, { read, edit: async () => done } as Partial<Channel> as Channel, libraryOf(desk));
    await pinned;
    expect(await kept.of(card.channel)).toEqual(next);
  });
});

test('pinned by two processes at once is one', async () => {
  const desks = [deskOn(aleppo(), { store: on.store }), deskOn(aleppo(), { store: on.store })];
  const posted: string[] = [];
  const there = (message: string) => ({ kind: 'done', result: { message, content: '', offers: [], pinned: true } }) as const;
  const slow = async (message: string) => {
    await new Promise(setImmediate);
    return there(message);
  };
  const channel = {
    posting: 'Send Messages',
    lacks: () => [],
    fits: () => true,
    read: slow,
    edit: slow,
    pin: slow,
    post: (_post: unknown, once: string) => slow(`${posted.push(once)}`),
  } as Partial<Channel> as Channel;
  const replies = desks.map(async (desk, i) => {
    const place = { user: `${i}`, channel: on.channel.id, guild: on.guild.id };
    const id = await desk.moderation.drafts.keep({ kind: 'card', ...place, sentences: [i], topic: '' });
    return publish(id, { surface: 'discord', place, name: `Moderator ${i}`, at: Date.now(), channel }, desk);
  });
  expect((await Promise.all(replies)).map((reply) => reply?.kind)).toEqual(['update', 'update']);
  expect(posted).toHaveLength(1);
  expect(await on.kept('record/card/')).toHaveLength(1);
});

describe('a card', () => {
  test('is pinned by the next press where Discord failed to pin it, and nothing is left behind until then', async () => {
    const mona = moderator();
    const draft = await preview(mona, SHORT);
    on.discord.fail(/^PUT .*pins/, 500, 4);
    await press(mona, draft, 'Pin it');
    expect([shown(draft).small[0], cards()]).toEqual([wording.discordFailed, []]);
    await press(mona, draft, 'Pin it');
    expect([sizes(), on.discord.pinned(on.channel)]).toEqual([[3], cards()]);
  });

  test('is not left behind where it could not be kept', async () => {
    const mona = moderator();
    const draft = await preview(mona);
    const { followUps } = await on.whileFull('card/', () => press(mona, draft, 'Pin it'));
    expect([followUps.map(({ content }) => content), cards()]).toEqual([[wording.failed], []]);
  });

  test('never shows what is not kept of it', async () => {
    const mona = moderator();
    await pin(mona, SHORT);
    const draft = await preview(mona, LONG);
    await on.whileFull('card/', () => press(mona, draft, 'Pin it'));
    await on.restart();
    expect([sizes(), shown(await preview(mona)).quotes.length]).toEqual([[3], 3]);
  });

  test('says once that the article has changed, also where it could not be kept that it says so', async () => {
    await pin(moderator());
    const [card] = cards() as [Message];
    await on.whileFull('card/', async () => {
      await on.changeArticle();
      await until('the card says so', () => outdated(card) === 1);
      await until('it could not be kept', () => on.bot.logged.some(({ problem }) => String(problem).includes('disk full')));
    });
    await on.changeArticle();
    await preview(moderator());
    expect([outdated(card), labels(card)]).toEqual([1, []]);
  });

  test('says no more that the article has changed where it is as it was', async () => {
    await pin(moderator());
    const [card] = cards() as [Message];
    const before = [card.content, labels(card)];
    await on.changeArticle();
    await until('the card says so', () => outdated(card) === 1);
    await on.restart();
    await until('the card says so no more', () => outdated(card) === 0);
    expect([card.content, labels(card)]).toEqual(before);
    expect(outdated(await preview(moderator()))).toBe(0);
  });

  test('can be made anew while Discord does not show the one that is there', async () => {
    const mona = moderator();
    await pin(mona);
    on.discord.fail(/^GET .*messages/, 500, 8); // at the start, and at the command
    await on.changeArticle();
    expect(shown(await preview(mona)).small[0]).toBe(wording.outdated);
  });

  test('that the bot knows nothing of any more is no answer to correct', async () => {
    const mona = moderator();
    await pin(mona);
    await on.restart(deskOn(aleppo()));
    expect(answerTo(await mona.uses((cards() as [Message])[0], CORRECT)).content).toBe(wording.notAnAnswer);
  });

  test('of a summary about something is about that too', async () => {
    const summary = answerTo(await on.bob.asks(on.channel, 'summary', { about: 'students' }));
    const mona = moderator();
    await press(mona, answerTo(await mona.presses(summary, 'Pin this')), 'Pin it');
    const [, card] = cards() as [Message, Message];
    expect(shown(card).bold).toEqual(['Fighting in Aleppo, July 2012: students']);
    expect([shown(card).bold, shown(card).quotes]).toEqual([shown(summary).bold, shown(summary).quotes]);
  });

  test('has at most 24 sentences, also where more are chosen at once in the same menu', async () => {
    await on.restart(deskOn(articleOf(Array.from({ length: 60 }, (_, i) => `House ${i + 1} is old.`).join('\n\n')), { store: on.store }));
    const mona = moderator();
    const draft = await preview(mona, SHORT);
    const { custom_id = '', options = [] } = menusOf(draft).find(({ placeholder }) => placeholder?.startsWith('Add')) ?? {};
    const values = options.map(({ value }) => value);
    await Promise.all([values.slice(0, 14), values.slice(10)].map((chosen) => mona.forges(draft, custom_id, chosen)));
    expect(shown(draft).quotes).toHaveLength(24);
    await press(mona, draft, 'Pin it');
    expect(sizes()).toEqual([24]);
  });
});

test('where nothing that is kept can be read, moderators are told so, and readers get their answers', async () => {
  const mona = moderator();
  const [draft, answer] = [await preview(mona), await on.ask(SAEED)];
  const menu = answerTo(await mona.uses(answer, CORRECT));
  const broken = () => {
    throw new Error('broken');
  };
  Object.assign(on.store, { get: broken, list: broken, change: broken });
  const told = [await press(mona, draft, 'Pin it'), await choose(mona, menu, MENU, OTHER)].flatMap(({ followUps }) => followUps);
  const lists = [await mona.asks(on.channel, 'gaps'), await mona.asks(on.channel, 'corrections')].map(answerTo);
  expect([...told, ...lists, await preview(mona)].map(({ content }) => content)).toEqual(Array(5).fill(wording.failed));
  expect(shown(answerTo(await on.bob.presses(answer, 'Not it?'))).quotes).toHaveLength(3);
  await on.bob.presses(answer, 'Show context');
  expect(labels(answer)).toContain('Hide context');
  expect(shown(await on.ask(SAEED, on.bob)).quotes).toHaveLength(1);
});
