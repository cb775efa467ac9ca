import { afterEach, beforeEach, expect } from 'vitest';
import type { Desk } from '../../src/desk.ts';
import type { Library } from '../../src/library/library.ts';
import { allOf, type Entry, memoryStore, type Store } from '../../src/store/store.ts';
import { aleppo, type Bot, deskOn, libraryOn, type More, startBot } from './bot.ts';
import { buttonsOf } from './local/components.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { type Displayed, displayed } from './local/displayed.ts';
import { isLoading } from './local/flags.ts';
import { MANAGE_MESSAGES, PIN_MESSAGES } from './local/permissions.ts';
import type { Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Channel, Guild, Interaction, Message } from './local/world.ts';

/** A local Discord with a guild, a channel and two people, and the bot there: new for each test. */
export interface Scene extends Moderating {
  discord: LocalDiscord;
  store: Store;
  /** The records whose keys begin so. */
  kept(prefix?: string): Promise<readonly Entry[]>;
  bot: Bot;
  guild: Guild;
  channel: Channel;
  alice: Person;
  bob: Person;
  /** Ends the bot and starts it again, with the same store or with another desk. */
  restart(desk?: Desk | Library, more?: More): Promise<void>;
  /** Ends the bot and starts it again, with the same store and another text. */
  changeArticle(): Promise<void>;
  /** Does something while no record can be kept whose key begins so. */
  whileFull<T>(prefix: string, work: () => Promise<T>): Promise<T>;
  /** How the bot is mentioned. */
  mention(): string;
  /** What the bot writes in reply to a message. */
  replyTo(message: Message): Promise<Message>;
  /** The answer to a question, which Alice asks where nothing else is said. */
  ask(question: string, by?: Person, more?: { private?: boolean }): Promise<Message>;
}

/** What moderators do in the scene. */
interface Moderating {
  /** Somebody who may pin messages and manage those of others, where nothing else is said. */
  moderator(name?: string, may?: bigint): Person;
  /** The card as it would be, as soon as it is there. */
  preview(by: Person, options?: Record<string, string>, where?: Channel): Promise<Message>;
  /** Pins a card, or changes the one that is there. */
  pin(by: Person, options?: Record<string, string>, where?: Channel): Promise<Interaction>;
  /** What the bot has posted in a channel. */
  cards(where?: Channel): Message[];
  /** By which Discord says that something was pinned. */
  notices(where?: Channel): Message[];
  /** The list of what was asked in vain. */
  gaps(by?: Person): Promise<Message>;
}

/** Sets the scene for each test of a file; afterwards no rule of Discord's may have been broken. */
export function setScene(): Scene {
  const on = {} as Scene;
  Object.assign(on, moderating(on));
  beforeEach(async () => {
    const discord = await openDiscord();
    const guild = discord.guild('Readers');
    const [channel, store] = [discord.channel(guild), memoryStore()];
    const bot = await startBot(discord, libraryOn(aleppo(), { store }));
    Object.assign(on, { discord, guild, channel, store, bot, alice: discord.person('Alice'), bob: discord.person('Bob') });
    on.restart = async (desk: Desk | Library = libraryOn(aleppo(), { store: on.store }), more = {}) => {
      await on.bot.stop();
      on.bot = await startBot(on.discord, desk, {}, more);
    };
    on.kept = (prefix = '') => allOf(on.store.list(prefix));
    on.changeArticle = () => on.restart(deskOn(changed(), { store: on.store }));
    on.whileFull = (prefix, work) => {
      const { write, change } = store;
      const full = async (key = '') => (key.startsWith(`record/${prefix}`) ? Promise.reject(new Error('disk full')) : undefined);
      store.write = async (entries) => (await full(entries[0]?.[0])) ?? write(entries);
      store.change = async (key, ...more) => (await full(key)) ?? change(key, ...more);
      return work().finally(() => Object.assign(store, { write, change }));
    };
    on.mention = () => `<@${discord.world.bot.id}>`;
    on.replyTo = (message) => discord.answered(message);
    on.ask = async (question, by = on.alice, more = {}) => answerTo(await by.asks(on.channel, 'ask', { question, ...more }));
  });
  afterEach(async () => {
    await on.bot.stop();
    await on.discord.close();
    expect(on.discord.broken).toEqual([]);
    expect(on.discord.world.messages.filter(isLoading)).toEqual([]); // nobody waits for what never comes
  });
  return on;
}

function moderating(on: Scene): Moderating {
  return {
    moderator: (name = 'Mona', may = PIN_MESSAGES | MANAGE_MESSAGES) => on.discord.person(name, may),
    preview: async (by, options = {}, where = on.channel) => {
      const interaction = await by.asks(where, 'pin summary', options);
      await until('the preview is there', () => (interaction.original?.content ?? '') !== '');
      expect(interaction.original?.onlyFor).toBe(by.user);
      return answerTo(interaction);
    },
    pin: async (by, options, where) => press(by, await on.preview(by, options, where), 'Pin it'),
    notices: (where = on.channel) => on.discord.seen(where).filter(({ pins }) => pins),
    cards: (where = on.channel) => on.discord.seen(where).filter(({ author, pins }) => author === on.discord.world.bot && !pins),
    gaps: async (by = on.moderator()) => answerTo(await by.asks(on.channel, 'gaps')),
  };
}

/** The article that ships, with another text. */
export const changed = () => ({ ...aleppo(), text: `${aleppo().text} ` });

/** Presses a button whose work takes a while, and waits until the bot has said how it went. */
export function press(by: Person, message: Message, label: string): Promise<Interaction> {
  return untilAnswered(message, () => by.presses(message, label));
}

/** Chooses in a menu likewise. */
export function choose(by: Person, message: Message, menu: string, label: string): Promise<Interaction> {
  return untilAnswered(message, () => by.chooses(message, menu, [label]));
}

async function untilAnswered(message: Message, act: () => Promise<Interaction>): Promise<Interaction> {
  const before = message.content;
  const interaction = await act();
  await until('it was answered', () => message.content !== before || interaction.followUps.length > 0);
  return interaction;
}

export const CORRECT = 'Correct this answer';
export const MENU = 'The sentence that answers';
/** A sentence that answers none of the questions that are asked here. */
export const OTHER = 'paragraph 9, sentence 1';
export const NOT_SAID = "As far as I can find, the article doesn't say";

/** Corrects an answer. @returns what the moderator sees then */
export async function correct(by: Person, answer: Message, sentence = OTHER): Promise<Message> {
  const menu = answerTo(await by.uses(answer, CORRECT));
  expect(menu.onlyFor).toBe(by.user);
  await choose(by, menu, MENU, sentence);
  return menu;
}

export const CLASHES = 'The clashes began on Friday and continued throughout the night until Saturday morning,most of it in Salaheddine.';
export const SAEED = 'who is Mohammad Saeed';
export const UPRISING = 'what did he say about the uprising';

/** Whether a message answers UPRISING, and says whom it takes "he" for. */
export function isFollowUp(message: Message): void {
  const { quotes, small } = shown(message);
  expect([quotes, small[0]]).toEqual([['The uprising has finally reached Aleppo, Saeed said.'], 'about: Mohammad Saeed']);
}

/** The message that answers an interaction. */
export function answerTo({ original }: Interaction): Message {
  if (!original) throw new Error('no answer');
  return original;
}

/** The same, as soon as it says something: where that takes longer than a second, it was acknowledged before. */
export async function answered(interaction: Promise<Interaction>): Promise<Message> {
  const answer = answerTo(await interaction);
  await until('it is answered', () => !isLoading(answer));
  return answer;
}

export const isPrivate = (interaction: Interaction) => answerTo(interaction).onlyFor === interaction.user;
export const shown = (message: Message): Displayed => displayed(message.content);
/** The places of a message's quotes, in words. */
export const places = (message: Message) => shown(message).small.filter((line) => line.startsWith('paragraph'));
export const labels = (message: Message) => buttonsOf(message).map(({ label }) => label);
