import { describe, expect, test } from 'vitest';
import { wording } from '../../src/wording.ts';
import { EVERYTHING, MANAGE_THREADS, PIN_MESSAGES, READ_HISTORY, SEND } from './local/permissions.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { labels, places, press, setScene, shown } from './scene.ts';

const on = setScene();
const { moderator, preview, pin, cards, notices } = on;

describe('the card', () => {
  test('that was unpinned by hand is pinned again', async () => {
    const mona = moderator();
    await pin(mona);
    const [card] = cards() as [Message];
    mona.unpins(card);
    await pin(mona, { length: 'short' });
    expect([on.discord.pinned(on.channel), cards()]).toEqual([[card], [card]]);
  });

  test('that was deleted by hand is made anew', async () => {
    const mona = moderator();
    await pin(mona);
    const [card] = cards() as [Message];
    mona.deletes(card);
    await pin(mona);
    expect(cards()).toHaveLength(1);
    expect(on.discord.pinned(on.channel)).toEqual(cards());
  });

  test.each([
    ['Pin Messages', EVERYTHING & ~PIN_MESSAGES],
    ['Send Messages', EVERYTHING & ~SEND],
    ['Read Message History', EVERYTHING & ~READ_HISTORY],
  ])('is not posted where the bot lacks %s: that is named, privately', async (permission, botMay) => {
    const channel = on.discord.channel(on.guild, { botMay });
    const mona = moderator();
    const draft = await preview(mona, {}, channel);
    const lacks = wording.botLacks([permission as 'Pin Messages'], '#general');
    expect(shown(draft).small[0]).toBe(lacks); // before anybody presses anything
    await mona.presses(draft, 'Pin it');
    await until('it is said again', () => on.discord.count(/^PATCH .webhooks/) > 1);
    expect(shown(draft).small[0]).toBe(lacks);
    expect(cards(channel)).toEqual([]);
  });

  test('leaves nothing behind where 250 messages are pinned', async () => {
    const channel = on.discord.channel(on.guild, { pinLimit: 0 });
    const mona = moderator();
    const draft = await preview(mona, {}, channel);
    await press(mona, draft, 'Pin it');
    expect(shown(draft).small[0]).toBe(wording.noMorePins('#general'));
    expect(cards(channel)).toEqual([]);
    Object.assign(channel, { pinLimit: 1 });
    await press(mona, draft, 'Pin it');
    expect(on.discord.pinned(channel)).toHaveLength(1);
  });

  test('that was unpinned stays as it was where there is no room for it any more', async () => {
    const mona = moderator();
    await pin(mona, { length: 'short' });
    const [card] = cards() as [Message];
    mona.unpins(card);
    Object.assign(on.channel, { pinLimit: 0 });
    const draft = await preview(mona, { length: 'long' });
    await press(mona, draft, 'Pin it');
    expect(shown(draft).small[0]).toBe(wording.noMorePins('#general'));
    expect([cards(), places(card).length]).toEqual([[card], 3]);
  });

  test('is changed in an archived thread, which is opened for it', async () => {
    const thread = on.discord.thread(on.channel);
    const mona = moderator();
    await pin(mona, { length: 'short' }, thread);
    const draft = await preview(mona, { length: 'long' }, thread);
    on.discord.meanwhile(/^PATCH .*messages/, () => on.discord.setThread(thread, { archived: true }));
    await press(mona, draft, 'Pin it');
    expect([thread.archived, places((cards(thread) as [Message])[0]).length]).toEqual([false, 8]);
  });

  test('is left alone in an archived thread that the bot may not open', async () => {
    const thread = on.discord.thread(on.channel);
    const mona = moderator('Mona', PIN_MESSAGES | MANAGE_THREADS);
    await pin(mona, { length: 'short' }, thread);
    const draft = await preview(mona, { length: 'long' }, thread);
    on.discord.setThread(thread, { archived: true, locked: true }); // whoever presses there opens it, but for the bot it is locked
    await press(mona, draft, 'Pin it');
    expect(shown(draft).small[0]).toBe(wording.archived('#general'));
    expect(places((cards(thread) as [Message])[0])).toHaveLength(3);
  });

  test('that another moderator has changed since is theirs, until that was said', async () => {
    const [mona, nora] = [moderator(), moderator('Nora')];
    const draft = await preview(mona, { length: 'short' });
    await pin(nora, { length: 'long' });
    await press(mona, draft, 'Pin it');
    expect(shown(draft).small[0]).toBe(wording.changedBy('Nora'));
    expect(places((cards() as [Message])[0])).toHaveLength(8);
    await press(mona, draft, 'Pin it');
    expect(places((cards() as [Message])[0])).toHaveLength(3);
    expect(notices()).toHaveLength(1);
  });

  test('is one where two pin at the same moment: the later choice', async () => {
    const [mona, nora] = [moderator(), moderator('Nora')];
    const [first, second] = [await preview(mona, { length: 'short' }), await preview(nora, { length: 'long' })];
    await Promise.all([press(mona, first, 'Pin it'), press(nora, second, 'Pin it')]);
    expect(cards()).toHaveLength(1);
    expect(on.discord.pinned(on.channel)).toEqual(cards());
    expect(places((cards() as [Message])[0])).toHaveLength(8);
  });

  test('is pinned from a preview that is older than a restart', async () => {
    const mona = moderator();
    const draft = await preview(mona);
    await on.restart();
    await press(mona, draft, 'Pin it');
    expect(on.discord.pinned(on.channel)).toHaveLength(1);
  });

  test('says that the article has changed since: when the bot starts, and when it is looked at', async () => {
    const mona = moderator();
    await pin(mona);
    const [card] = cards() as [Message];
    await on.changeArticle();
    await until('the card says so', () => shown(card).small.at(-1) === wording.outdated);
    expect(labels(card)).toEqual([]);
    const draft = await preview(mona);
    expect(shown(draft).small[0]).toBe(wording.outdated);
    await press(mona, draft, 'Pin it');
    expect(card.content).not.toContain(wording.outdated);
  });
});
