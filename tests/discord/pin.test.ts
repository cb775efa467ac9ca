import { describe, expect, test } from 'vitest';
import { wording } from '../../src/wording.ts';
import { marked } from '../indexed.ts';
import { articleOf, deskOn, longArticle } from './bot.ts';
import { menusOf } from './local/menus.ts';
import { PIN_MESSAGES, VIEW } from './local/permissions.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { answerTo, labels, places, press, setScene, shown } from './scene.ts';

const on = setScene();
const { moderator, preview, pin, cards, notices } = on;
const said = (message: Message) => shown(message).lines.join(' ');

describe('/pin summary', () => {
  test('shows the moderator alone what the card would say, and pins it with a reason', async () => {
    const mona = moderator();
    const draft = await preview(mona, { length: 'short' });
    expect(shown(draft).lines[0]).toBe(wording.preview);
    expect(places(draft)).toHaveLength(3);
    expect(labels(draft)).toEqual(['Pin it', 'Cancel']);
    expect(cards()).toEqual([]);
    await press(mona, draft, 'Pin it');
    const [card] = cards() as [Message];
    expect(on.discord.pinned(on.channel)).toEqual([card]);
    expect(on.discord.world.auditLog).toMatchObject([{ action: 'pin', reason: `Summary pinned by Mona (${mona.user.id})` }]);
    expect(draft.content).toBe(wording.pinned('#general'));
    expect(labels(draft)).toEqual([]);
  });

  test('makes a card that says what it is of, who pinned it and when, and that works as an answer does', async () => {
    await pin(moderator('**Mona** @everyone'));
    const [card] = cards() as [Message];
    const { lines, small, quotes } = shown(card);
    expect(lines[0]).toBe('Fighting in Aleppo, July 2012');
    expect(quotes).toHaveLength(5);
    expect(lines.find((line) => line.includes('sentences'))).toMatch(/^5 of the article's \d+ sentences/);
    expect(small.at(-1)).toBe('pinned by **Mona** @everyone · ');
    expect(card.content).toMatch(/ <t:\d+:f>$/);
    expect(labels(card)).toEqual(['Ask a follow-up', 'Show context', 'In the article']);
    await on.bob.presses(card, 'Show context');
    expect(shown(card).quotes.length).toBeGreaterThan(5);
    await on.bob.presses(card, 'Hide context');
    expect(shown(card).quotes).toEqual(quotes);
    const followed = await on.bob.submits(await on.bob.presses(card, 'Ask a follow-up'), { text: 'when did the clashes begin?' });
    expect(shown(answerTo(followed)).quotes[0]).toContain('The clashes began on Friday');
  });

  test('lets sentences be taken out and others be put in, in the article’s order', async () => {
    const mona = moderator();
    const draft = await preview(mona, { length: 'short' });
    const [first = '', second = ''] = places(draft);
    await mona.chooses(draft, 'Remove sentences', [first, second]);
    expect(places(draft)).toHaveLength(1);
    await mona.chooses(draft, 'Add sentences', ['paragraph 9, sentence 1', second]);
    expect(places(draft).slice(0, 1)).toEqual([second]);
    const chosen = places(draft);
    expect(chosen).toContain('paragraph 9, sentence 1');
    await press(mona, draft, 'Pin it');
    expect(places((cards() as [Message])[0])).toEqual(chosen);
  });

  test('pins nothing when all is taken out, or when it is cancelled', async () => {
    const mona = moderator();
    const draft = await preview(mona, { length: 'short' });
    await mona.chooses(draft, 'Remove sentences', places(draft));
    expect([shown(draft).lines.at(-1), labels(draft)]).toEqual([wording.noSentences, ['Cancel']]);
    await press(mona, draft, 'Cancel');
    expect([draft.content, cards()]).toEqual([wording.nothingPinned, []]);
  });

  test('offers the sentences of a long article by pages of 24', async () => {
    const text = Array.from({ length: 60 }, (_, i) => `Sentence number ${i + 1} tells of house ${i + 1}.`).join('\n\n');
    await on.restart(deskOn(articleOf(text), { store: on.store }));
    const mona = moderator();
    const draft = await preview(mona, { length: 'short' });
    const choices = () => menusOf(draft).find(({ placeholder }) => placeholder?.startsWith('Add'))?.options?.length;
    expect([choices(), labels(draft)]).toEqual([24, ['Pin it', 'Cancel', 'Next page']]);
    await mona.presses(draft, 'Next page');
    await mona.presses(draft, 'Next page');
    expect([choices(), labels(draft)]).toEqual([57 - 48, ['Pin it', 'Cancel', 'Previous page']]);
    await mona.presses(draft, 'Previous page');
    expect(choices()).toBe(24);
  });

  test('offers headings behind all that may be quoted', async () => {
    await on.restart(deskOn(marked('heading: Boats', 'paragraph: The boat is old.', 'paragraph: The oar is new.').article));
    const draft = await preview(moderator(), { length: 'short' });
    expect(menusOf(draft).flatMap(({ options }) => options?.map(({ label }) => label) ?? [])).toEqual([
      'paragraph 1, sentence 1: The boat is old.',
      'paragraph 2, sentence 1: The oar is new.',
      'near paragraph 1: Boats',
    ]);
  });

  test('starts from the card that is there, unless something is asked for', async () => {
    const mona = moderator();
    await pin(mona, { length: 'short' });
    expect(places(await preview(moderator('Nora')))).toHaveLength(3);
    expect(places(await preview(mona, { length: 'long' }))).toHaveLength(8);
    expect(shown(await preview(mona, { about: 'students' })).lines[1]).toContain('students');
    expect(said(await preview(mona, { about: 'bananas' }))).toBe(wording.nothingAbout('bananas'));
  });

  test('changes the same message a second time: one card, one notice', async () => {
    const mona = moderator();
    await pin(mona, { length: 'short' });
    const [card] = cards() as [Message];
    await pin(mona, { length: 'long' });
    expect(cards()).toEqual([card]);
    expect([places(card).length, notices().length]).toEqual([8, 1]);
  });
});

test('a card is as long as a message has room for: the last sentences are left out, and no others can be put in', async () => {
  await on.restart(deskOn(longArticle(6, 735), { store: on.store }));
  const mona = moderator();
  const draft = await preview(mona, { length: 'long' });
  expect([shown(draft).small[0], shown(draft).quotes.length]).toEqual([wording.noRoomForSome(4), 2]);
  await mona.chooses(draft, 'Add sentences', ['paragraph 6,']);
  expect(shown(draft).small[0]).toBe(wording.noRoomForCard);
  await mona.presses(draft, 'Pin it');
  await until('it is tried', () => on.discord.count(/^PATCH .webhooks/) > 1);
  expect(cards()).toEqual([]);
  await mona.chooses(draft, 'Remove sentences', ['paragraph 1,']);
  await press(mona, draft, 'Pin it');
  const { quotes, small, bold, lines } = shown((cards() as [Message])[0]);
  expect([quotes.length, small.at(-1), bold, lines[1]]).toEqual([
    2,
    'pinned by Mona · ',
    ['A title'],
    "2 of the article's 6 sentences, in its order; 4 are left out.",
  ]);
});

describe('/pin remove', () => {
  test('unpins and deletes the card', async () => {
    const mona = moderator();
    await pin(mona);
    const removed = await mona.asks(on.channel, 'pin remove');
    await until('it is removed', () => removed.original?.content === wording.unpinned('#general'));
    expect([cards(), on.discord.pinned(on.channel)]).toEqual([[], []]);
    expect(on.discord.world.auditLog.at(-1)).toMatchObject({ action: 'unpin', reason: `Summary removed by Mona (${mona.user.id})` });
  });

  test('says so where there is none', async () => {
    const removed = await moderator().asks(on.channel, 'pin remove');
    await until('it is said', () => removed.original?.content === wording.noCard);
  });
});

describe('who may pin', () => {
  test('sees the commands; others don’t, and in direct messages nobody does', async () => {
    const mona = moderator('Mona', PIN_MESSAGES);
    expect([mona.commands(on.channel).includes('pin'), on.bob.commands(on.channel).includes('pin')]).toEqual([true, false]);
    expect(mona.commands(mona.direct)).not.toContain('pin');
  });

  test('is checked at the command, whatever the server has set', async () => {
    const eve = on.discord.person('Eve', VIEW, { mayUseEverything: true });
    expect(answerTo(await eve.asks(on.channel, 'pin summary')).content).toBe(wording.youLack(['Pin Messages'], '#general'));
    expect(answerTo(await eve.asks(on.channel, 'pin remove')).content).toBe(wording.youLack(['Pin Messages'], '#general'));
  });

  test('is checked at each press', async () => {
    let may = PIN_MESSAGES;
    const mona = on.discord.person('Mona', () => may);
    const draft = await preview(mona);
    may = VIEW;
    expect(answerTo(await mona.presses(draft, 'Pin it')).content).toBe(wording.youLack(['Pin Messages'], '#general'));
    expect(answerTo(await mona.chooses(draft, 'Remove sentences', places(draft).slice(0, 1))).content).toBe(
      wording.youLack(['Pin Messages'], '#general'),
    );
    expect(cards()).toEqual([]);
  });

  test('pins a public summary with a press; who may not is told so', async () => {
    const summary = answerTo(await on.bob.asks(on.channel, 'summary', { length: 'short' }));
    expect(answerTo(await on.bob.presses(summary, 'Pin this')).content).toBe(wording.youLack(['Pin Messages'], '#general'));
    const mona = moderator();
    const draft = answerTo(await mona.presses(summary, 'Pin this'));
    expect(draft.onlyFor).toBe(mona.user);
    await press(mona, draft, 'Pin it');
    expect(places((on.discord.pinned(on.channel) as [Message])[0])).toEqual(places(summary));
  });

  test('can not go on with the draft of another', async () => {
    const [mona, nora] = [moderator(), moderator('Nora')];
    const draft = await preview(mona);
    const id = draft.components.flatMap(({ components = [] }) => components).find(({ label }) => label === 'Pin it')?.custom_id ?? '';
    const forged = await nora.forges(draft, id);
    await until('it is answered', () => forged.followUps.length > 0);
    expect([forged.followUps.map(said), cards()]).toEqual([[wording.noLongerApplies], []]);
  });
});
