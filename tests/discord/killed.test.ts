import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Running, start } from '../processes.ts';
import { smallModel } from '../small-model.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { MANAGE_MESSAGES, PIN_MESSAGES } from './local/permissions.ts';
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
let bot: Running;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  discord = await openDiscord();
  await online();
});

beforeEach(() => {
  channel = discord.channel(discord.guild('Readers'));
  mona = discord.person('Mona', PIN_MESSAGES | MANAGE_MESSAGES);
});

afterEach(() => {
  expect(discord.broken).toEqual([]);
});

afterAll(async () => {
  bot.child.kill('SIGKILL');
  await bot.ended;
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
});

async function online(): Promise<void> {
  bot = start('src/main.ts', [], { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, DATA_DIR: folder, MODEL_DIR });
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
  await waitFor(answerTo(draft), 'is pinned');
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
