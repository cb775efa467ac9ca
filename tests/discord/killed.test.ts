import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSite, type Site, sends } from '../fetching/site.ts';
import { type Running, start } from '../processes.ts';
import { smallModel } from '../small-model.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { MANAGE_MESSAGES, MANAGE_SERVER, PIN_MESSAGES } from './local/permissions.ts';
import type { Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Channel, Message } from './local/world.ts';
import { answered, answerTo, labels, shown } from './scene.ts';

// What moderators do while the bot's process is killed, at each step. One bot is killed and started again all the time; each test has a server of its own.
const MODEL_DIR = smallModel();
let discord: LocalDiscord;
let channel: Channel;
let folder: string;
let mona: Person;
let site: Site;
let bot: Running;

const POOL = 'The pool opens in May. Children swim for free.';
const NEWER = 'The pool opens in June. Children swim for free.';
let pool = POOL;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  discord = await openDiscord();
  site = await openSite({ '/pool.txt': (...at) => sends(pool, { 'content-type': 'text/plain' })(...at) });
  await online();
});

beforeEach(() => {
  channel = discord.channel(discord.guild('Readers'));
  pool = POOL;
  mona = discord.person('Mona', PIN_MESSAGES | MANAGE_MESSAGES | MANAGE_SERVER);
});

afterEach(() => {
  expect(discord.broken).toEqual([]);
});

afterAll(async () => {
  bot.child.kill('SIGKILL');
  await bot.ended;
  await discord.close();
  await site[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function online(): Promise<void> {
  bot = start('src/main.ts', [], {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    DATA_DIR: folder,
    MODEL_DIR,
    FETCH_LOCAL: site.host,
  });
  await until('the bot is online', () => bot.out.includes('is online') || bot.child.exitCode !== null);
}

/** The bot is killed at a request, before or after that has done its work, and started again. */
async function killedAt(on: RegExp, when: 'before' | 'after', act: () => Promise<unknown>): Promise<void> {
  discord.meanwhile(on, () => bot.child.kill('SIGKILL'), when);
  await act();
  await bot.ended;
  await online();
}

const waitFor = (message: Message, label: string) => until(label, () => message.content.includes(label));

test.each([
  ['before the card is posted', /^POST .*\d\/messages$/, 'before'],
  ['when it is posted', /^POST .*\d\/messages$/, 'after'],
  ['before it is pinned', /^PUT .*pins/, 'before'],
  ['when it is pinned', /^PUT .*pins/, 'after'],
] as const)('a press on Pin it that is cut off %s makes one card when it is pressed again', async (_when, on, when) => {
  const draft = await mona.asks(channel, 'pin summary', { length: 'short' });
  await until('the preview is there', () => (draft.original?.content ?? '') !== '');
  await killedAt(on, when, () => mona.presses(answerTo(draft), 'Pin it'));
  await mona.presses(answerTo(draft), 'Pin it');
  await until('it is said to be pinned', () => /is pinned in|is changed/.test(answerTo(draft).content));
  const [card, ...others] = discord.seen(channel).filter(({ pins }) => !pins);
  expect([others, discord.pinned(channel)]).toEqual([[], [card]]);
  const second = await mona.asks(channel, 'pin summary');
  await until('it starts from the card', () => shown(answerTo(second)).quotes.length === 3);
});

test.each(['before', 'after'] as const)(
  'a correction that is cut off %s the message is corrected is made, and can be made again',
  async (when) => {
    const answer = await answered(mona.asks(channel, 'when', { question: 'did the clashes begin' }));
    const menu = await answered(mona.uses(answer, 'Correct this answer'));
    const choose = () => mona.chooses(menu, 'The sentence that answers', ['paragraph 9, sentence 1']);
    await killedAt(/^PATCH .*\d\/messages\/\d/, when, choose);
    expect((await answered(mona.asks(channel, 'when', { question: 'did the clashes begin' }))).content).toContain('chosen by a moderator');
    await choose();
    await waitFor(answer, 'corrected by a moderator');
    await until('it can be undone', () => labels(menu).includes('Undo'));
    await mona.presses(menu, 'Undo');
    await until('it is undone', () => !answer.content.includes('corrected'));
    expect((await answered(mona.asks(channel, 'when', { question: 'did the clashes begin' }))).content).not.toContain(
      'chosen by a moderator',
    );
  },
);

test('a question that was asked in vain is kept before it is answered', async () => {
  const ask = async () =>
    void discord
      .person('Alice')
      .asks(channel, 'ask', { question: 'who is the mayor of Berlin' })
      .catch(() => undefined);
  await killedAt(/callback 4$|^DELETE .webhooks/, 'before', ask); // nobody waits for an answer that never comes
  expect(shown(answerTo(await mona.asks(channel, 'gaps'))).bold).toEqual(['Who is the mayor of Berlin?']);
});

/** Shows a text to the manager, as a new one or as the next version of one. */
async function bringIn(command: string, options: Record<string, string> = {}): Promise<Message> {
  const interaction = await mona.asks(channel, command, { link: site.at('/pool.txt'), ...options });
  await until('it is shown', () => (interaction.original?.content ?? '') !== '');
  return answerTo(interaction);
}

/** What the server has, and what its text says. */
async function library(): Promise<{ list: string; text: string }> {
  const list = answerTo(await mona.asks(channel, 'library list')).content;
  return { list, text: list.includes('"pool"') ? answerTo(await mona.asks(channel, 'article', { article: 'pool' })).content : '' };
}

const PRESSED = /callback 6$/;
const SAID = /^PATCH .*@original$/;

test.each([
  ['when the press has come in', PRESSED, 'after', ''],
  ['when it is kept, before that is said', SAID, 'before', 'in May'],
] as const)(
  'a text whose adding is cut off %s is there whole or not at all, and once when it is added again',
  async (_when, on, when, text) => {
    const shown = await bringIn('library add');
    await killedAt(on, when, () => mona.presses(shown, 'Add it').catch(() => undefined));
    expect((await library()).text).toContain(text);
    const again = await bringIn('library add');
    if (text === '') await mona.presses(again, 'Add it');
    else expect(again.content).toBe('That text is here already: "pool".');
    await until('it is there', async () => (await library()).list.includes('"pool"'));
    const { list, text: whole } = await library();
    expect([list.match(/"pool/g)?.length, whole.includes('Children swim for free.')]).toEqual([1, true]);
  },
);

test.each([
  ['when the press has come in', PRESSED, 'after', 'in May'],
  ['when it is kept, before that is said', SAID, 'before', 'in June'],
] as const)('a new version that is cut off %s leaves the old one whole, or is there', async (_when, on, when, text) => {
  await mona.presses(await bringIn('library add'), 'Add it');
  await until('it is there', async () => (await library()).list.includes('"pool"'));
  pool = NEWER;
  const shown = await bringIn('library replace', { article: 'pool' });
  await killedAt(on, when, () => mona.presses(shown, 'Use the new version').catch(() => undefined));
  expect((await library()).text).toContain(text);
});

test.each([
  ['when the press has come in', PRESSED, 'after', true],
  ['when it is gone, before that is said', SAID, 'before', false],
] as const)('a removal that is cut off %s leaves the text whole, or nothing of it', async (_when, on, when, there) => {
  await mona.presses(await bringIn('library add'), 'Add it');
  await until('it is there', async () => (await library()).list.includes('"pool"'));
  const asked = answerTo(await mona.asks(channel, 'library remove', { article: 'pool' }));
  await killedAt(on, when, () => mona.presses(asked, 'Remove it').catch(() => undefined));
  const { list, text } = await library();
  expect([list.includes('"pool"'), text.includes('in May')]).toEqual([there, there]);
});
