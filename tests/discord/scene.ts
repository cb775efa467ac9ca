import { afterEach, beforeEach, expect } from 'vitest';
import { type Desk, openDesk } from '../../src/desk.ts';
import { memoryStore, type Store } from '../../src/store/store.ts';
import { aleppo, type Bot, startBot } from './bot.ts';
import { buttonsOf } from './local/components.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { type Displayed, displayed } from './local/displayed.ts';
import type { Person } from './local/person.ts';
import type { Channel, Guild, Interaction, Message } from './local/world.ts';

/** A local Discord with a guild, a channel and two people, and the bot there: new for each test. */
export interface Scene {
  discord: LocalDiscord;
  store: Store;
  bot: Bot;
  guild: Guild;
  channel: Channel;
  alice: Person;
  bob: Person;
  /** Ends the bot and starts it again, with the same store or with another desk. */
  restart(desk?: Desk): Promise<void>;
  /** How the bot is mentioned. */
  mention(): string;
  /** What the bot writes in reply to a message. */
  replyTo(message: Message): Promise<Message>;
}

/** Sets the scene for each test of a file; afterwards no rule of Discord's may have been broken. */
export function setScene(): Scene {
  const on = {} as Scene;
  beforeEach(async () => {
    const discord = await openDiscord();
    const guild = discord.guild('Readers');
    const [channel, store] = [discord.channel(guild), memoryStore()];
    const bot = await startBot(discord, openDesk(aleppo(), { store }));
    Object.assign(on, { discord, guild, channel, store, bot, alice: discord.person('Alice'), bob: discord.person('Bob') });
    on.restart = async (desk = openDesk(aleppo(), { store: on.store })) => {
      await on.bot.stop();
      on.bot = await startBot(on.discord, desk);
    };
    on.mention = () => `<@${discord.world.bot.id}>`;
    on.replyTo = (message) => discord.answered(message);
  });
  afterEach(async () => {
    await on.bot.stop();
    await on.discord.close();
    expect(on.discord.broken).toEqual([]);
  });
  return on;
}

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

export const shown = (message: Message): Displayed => displayed(message.content);
export const labels = (message: Message) => buttonsOf(message).map(({ label }) => label);
