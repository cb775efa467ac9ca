import { describe, expect, onTestFinished, test } from 'vitest';
import { openRoom } from '../../src/web/room.ts';
import { openWeb } from '../../src/web/web.ts';
import { aleppo, articleOf } from '../discord/bot.ts';
import { aleppoReader } from '../reader.ts';
import { served } from './scene.ts';

// biome-ignore lint/suspicious/noExplicitAny: as the page's own code reads it
type Told = any;

const [ADA, BEN, MO] = ['101', '102', '103'];

/** What the page asks for somebody, without a page. @returns what somebody sees of the channel then */
async function at(address: string) {
  const ask = async (what: string, as: string, body: object = {}) => {
    const response = await fetch(`${address}do/${what}?as=${as}&since=0`, { method: 'POST', body: JSON.stringify(body) });
    return (await response.json()) as { answer: Told; news: { messages: Told[]; gone: string[] } };
  };
  /** Writes a message, and waits for the answer to it. */
  const say = async (as: string, text: string, message?: string) =>
    ask('answer', as, { message: (await ask('say', as, { text, message })).answer });
  return { ask, say, seenBy: async (as: string) => (await ask('news', as)).news.messages };
}

const ASKED = { name: 'when', set: { question: 'did the clashes begin' } };
const QUIET = { name: 'when', set: { question: 'did the clashes begin', private: 'true' } };

describe('in the channel of the page', () => {
  test('an answer for one person alone is sent to nobody else', async () => {
    const { ask, seenBy } = await at((await served()).address);
    await ask('command', ADA, QUIET);
    expect(await seenBy(ADA)).toMatchObject([{ private: true }]);
    expect(await seenBy(BEN)).toEqual([]);
    await ask('dismiss', BEN, { message: '1' });
    expect(await seenBy(ADA)).toHaveLength(1);
    await ask('dismiss', ADA, { message: '1' });
    expect(await seenBy(ADA)).toEqual([]);
  });

  test.each(['pin summary', 'pin remove', 'corrections', 'gaps', 'library add', 'library list', 'Correct this answer'])(
    'who lacks the permission is not offered "%s", and refused where they ask for it all the same',
    async (name) => {
      const { ask } = await at((await served()).address);
      const offeredTo = async (as: string) => (await ask('start', as)).answer.offered.map((one: Told) => one.name);
      expect(await offeredTo(ADA)).not.toContain(name);
      expect(await offeredTo(MO)).toContain(name);
      await ask('command', BEN, ASKED);
      const { news } = await ask('command', ADA, { name, set: {}, message: '1' });
      expect(news.messages.at(-1)).toMatchObject({ private: true, pieces: [{ text: expect.stringContaining('You need the permission') }] });
    },
  );

  test('the permission is checked at each press', async () => {
    const { ask, seenBy } = await at((await served()).address);
    await ask('command', MO, { name: 'pin summary', set: {} });
    const [card] = await seenBy(MO);
    const { customId } = card.buttons[0];
    for (const as of [ADA, BEN]) {
      await ask('take', as, { message: card.id, customId });
      expect((await seenBy(MO)).some(({ pinned }) => pinned)).toBe(false);
    }
    await ask('take', MO, { message: card.id, customId });
    expect((await seenBy(BEN)).filter(({ pinned }) => pinned)).toHaveLength(1);
  });

  test('who has not asked for an answer can not take it away; who has, and who moderates, can', async () => {
    const { ask, seenBy } = await at((await served()).address);
    for (const [as, left] of [
      [BEN, 1],
      [ADA, 0],
      [MO, 0],
    ] as const) {
      await ask('command', ADA, ASKED);
      const [answer] = (await seenBy(ADA)).filter((one) => !one.private);
      const { customId } = answer.buttons.at(-1);
      await ask('take', as, { message: answer.id, customId });
      expect((await seenBy(ADA)).filter((one) => !one.private)).toHaveLength(left);
      if (left > 0) await ask('take', ADA, { message: answer.id, customId });
    }
  });

  test.each([
    ['a button that the message does not have', { customId: '1:delete:0:' }],
    ['a button that never was', { customId: 'x' }],
    ['a message that is gone', { message: '99' }],
  ])('%s does nothing, and says so', async (_, made) => {
    const { ask, seenBy } = await at((await served()).address);
    await ask('command', ADA, ASKED);
    const [answer] = await seenBy(ADA);
    const { news } = await ask('take', ADA, { message: answer.id, customId: answer.buttons[0].customId, ...made });
    expect(news.messages.at(-1)).toMatchObject({ private: true });
    expect(news.messages).toHaveLength(2);
  });

  test('a command that mods alone may use is not done because a message names it', async () => {
    const { say } = await at((await served()).address);
    const { news } = await say(ADA, '@Verbatim /pin summary');
    expect(news.messages.at(-1).pieces[0].text).toContain('/pin');
    expect(news.messages.some(({ pinned }) => pinned)).toBe(false);
  });

  test.each(['share', 'delete', 'context'])('nobody can press "%s" on a message that somebody else sees alone', async (name) => {
    const { ask, seenBy } = await at((await served()).address);
    await ask('command', ADA, QUIET);
    const [answer] = await seenBy(ADA);
    const button = answer.buttons.find(({ customId }: Told) => customId.includes(`:${name}:`)) ?? answer.buttons[0];
    const { news } = await ask('take', BEN, { message: answer.id, customId: button.customId });
    expect(news.messages).toMatchObject([{ private: true, pieces: [{ text: expect.stringContaining('no longer') }] }]);
    expect(await seenBy(MO)).toEqual([]);
    expect(await seenBy(ADA)).toEqual([answer]);
  });

  test('a message that somebody else sees alone can not be corrected, nor replied to', async () => {
    const { ask, say, seenBy } = await at((await served()).address);
    await ask('command', ADA, QUIET);
    await ask('command', MO, { name: 'Correct this answer', set: {}, message: '1' });
    expect((await seenBy(MO)).map(({ pieces }) => pieces[0].text)).toEqual([expect.stringContaining('no longer')]);
    await say(BEN, '@Verbatim and where?', '1');
    expect((await seenBy(BEN))[0].replyTo).toBeUndefined();
  });

  test('a reply to the answer of a command is not read, as on Discord, and gets a hint once', async () => {
    const { ask, say, seenBy } = await at((await served()).address);
    await ask('command', ADA, ASKED);
    await say(BEN, 'where?', '1');
    expect((await seenBy(ADA)).at(-1).pieces[0].text).toContain('Discord does not show me replies');
    await say(BEN, 'where?', '1');
    expect(await seenBy(ADA)).toHaveLength(4);
    await say(BEN, '@Verbatim where?', '1');
    expect((await seenBy(ADA)).at(-1)).toMatchObject({ replyTo: '5', private: false });
    await say(BEN, 'who fled?', '6');
    expect((await seenBy(ADA)).at(-1).pieces).toContainEqual(expect.objectContaining({ kind: 'quote' }));
  });

  test('messages are answered one after the other, each with what the one before was about', async () => {
    const { ask, seenBy } = await at((await served()).address);
    const [{ answer: one }, { answer: other }] = [
      await ask('say', ADA, { text: '@Verbatim who is Mohammad Saeed?' }),
      await ask('say', ADA, { text: '@Verbatim what did he say about the uprising?' }),
    ];
    await Promise.all([ask('answer', ADA, { message: one }), ask('answer', ADA, { message: other })]);
    const answers = (await seenBy(ADA)).filter(({ by }) => by === undefined);
    expect(answers.map(({ replyTo }) => replyTo)).toEqual([one, other]);
    expect(JSON.stringify(answers[1].pieces)).toContain('The uprising has finally reached Aleppo');
  });

  test('a message is answered once, and for who wrote it', async () => {
    const { ask, seenBy } = await at((await served()).address);
    const { answer: id } = await ask('say', ADA, { text: '@Verbatim when did the clashes begin?' });
    await ask('answer', ADA, { message: id });
    await ask('answer', ADA, { message: id });
    await ask('answer', BEN, { message: id });
    expect(await seenBy(ADA)).toHaveLength(2);
  });

  test('the oldest messages go where there are too many, but for the pinned one; those who look are told', () => {
    const room = openRoom(() => 0);
    const sheet = { content: '', menus: [], buttons: [] };
    const first = room.post({ ...sheet, pinned: true });
    for (let i = 0; i < 1005; i++) room.post(sheet);
    const { messages, gone } = room.since(0, ADA);
    expect(messages).toHaveLength(1000);
    expect(messages.some(({ id }) => id === first.id)).toBe(true);
    expect(gone).toHaveLength(6);
    for (let i = 0; i < 1005; i++) room.remove(room.post(sheet).id);
    expect(room.since(0, ADA).gone.length).toBeLessThanOrEqual(1000);
  });

  test('only what has changed since is news', () => {
    const room = openRoom();
    const sheet = { content: '', menus: [], buttons: [] };
    const [one, other] = [room.post(sheet), room.post({ ...sheet, to: BEN })];
    const { version } = room.since(0, ADA);
    expect(room.since(version, ADA)).toEqual({ version, messages: [], gone: [] });
    room.edit(one.id, { content: 'new' });
    room.remove(other.id);
    expect(room.since(version, ADA)).toMatchObject({ messages: [{ content: 'new', version: version + 1 }], gone: [other.id] });
  });
});

test('a question is answered from what the file of the article says now', async () => {
  const changed = articleOf('The clashes began on Monday.');
  let news: typeof changed | undefined;
  const web = await openWeb(aleppo(), aleppoReader(), { look: async () => news });
  onTestFinished(() => web.close());
  const { ask, seenBy } = await at(web.address);
  await ask('command', ADA, ASKED);
  news = changed;
  await ask('command', ADA, ASKED);
  const [before, after] = (await seenBy(ADA)).map(({ pieces }) => JSON.stringify(pieces));
  expect(before).toContain('on Friday');
  expect(after).toContain('The clashes began on Monday.');
});
