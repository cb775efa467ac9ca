import type { AddressInfo } from 'node:net';
import { type Gateway, openGateway } from './gateway.ts';
import { messagesOf } from './messages.ts';
import type { Parts } from './parts.ts';
import { type Is, type Permissions, type Person, personOf } from './person.ts';
import { pinsOf } from './pins.ts';
import { type Fault, openRest } from './rest.ts';
import { routes } from './routes.ts';
import { threadsOf } from './threads.ts';
import { until } from './until.ts';
import { type Channel, type Guild, type Message, snowflake, type World } from './world.ts';

/** A Discord on this machine that a real client logs in to. It is strict: `broken` has each rule that was broken. */
export interface LocalDiscord {
  /** For `DISCORD_API_URL`. */
  readonly api: string;
  readonly token: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly broken: readonly string[];
  /** Requests of this kind go wrong from now on, so many times. */
  fail(on: RegExp, status: number, times?: number, retryAfter?: number): void;
  /** The next request of this kind finds that something has happened meanwhile. With `cut`, its connection ends before or after it has done its work. */
  meanwhile(on: RegExp, happens: () => void, cut?: 'before' | 'after'): void;
  /** How often a request of this kind was made. */
  count(on: RegExp): number;
  guild(name: string, is?: Pick<Guild, 'botMay'>): Guild;
  channel(guild: Guild, is?: Partial<Pick<Channel, 'type' | 'hidden' | 'botMay' | 'parent' | 'pinLimit'>>): Channel;
  /** A thread in a channel; the bot may there what it may in the channel, unless something else is said. */
  thread(parent: Channel, is?: Partial<Pick<Channel, 'hidden' | 'botMay' | 'archived' | 'locked' | 'pinLimit'>>): Channel;
  /** Somebody archives, opens, locks or unlocks a thread. */
  setThread(thread: Channel, is: Partial<Pick<Channel, 'archived' | 'locked'>>): void;
  /** Somebody removes the bot from a guild. */
  removeBot(guild: Guild): void;
  /** Somebody; without permissions in a channel they may just use commands there. */
  person(name: string, permissions?: Permissions, is?: Is): Person;
  /** The pinned messages of a channel, the latest pin first. */
  pinned(channel: Channel): Message[];
  /** The messages in a channel that everyone sees, the oldest first: also those by which Discord says that something was pinned. */
  seen(channel: Channel): Message[];
  /** Another process with the same token replies to a message. */
  copyReplies(message: Message, content: string): Message;
  /** What the bot says to a message, as soon as it does: a reply, and in a direct conversation whatever it says next. */
  answered(message: Message): Promise<Message>;
  close(): Promise<void>;
}

export async function openDiscord(): Promise<LocalDiscord> {
  const world: World = {
    bot: { id: snowflake(), username: 'Verbatim', bot: true },
    token: `${Buffer.from(snowflake()).toString('base64url')}.local.${'x'.repeat(27)}`,
    applicationId: snowflake(),
    ...{ guilds: [], channels: [], messages: [], interactions: [], auditLog: [], commands: new Map(), closed: new Set(), down: false },
    ...{ patience: 60_000, settings: {}, clockAhead: 0, starts: 1000, shards: 1 },
  };
  const broken: string[] = [];
  const faults: Fault[] = [];
  const calls: string[] = [];
  const server = openRest(world, faults, (call) => {
    calls.push(`${call.method} ${call.path}`);
    const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    if (call.path === '/gateway') return { body: { url } };
    if (call.path !== '/gateway/bot') return route(call);
    const { starts: remaining, shards } = world;
    return { body: { url, shards, session_start_limit: { total: 1000, remaining, reset_after: 3_600_000, max_concurrency: 1 } } };
  });
  const gateway = openGateway(server, world, (rule) => broken.push(rule));
  const [messages, threads] = [messagesOf(world, gateway), threadsOf(world, gateway)];
  const parts: Parts = { world, gateway, messages, threads, pins: pinsOf(world, messages, gateway) };
  const route = routes(parts, (rule) => broken.push(rule));
  const channel = (guild: Guild, is: Partial<Channel> = {}): Channel => {
    const added: Channel = { id: snowflake(), type: 0, guild, ...is };
    world.channels.push(added);
    gateway.added(added);
    return added;
  };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    token: world.token,
    world,
    gateway,
    broken,
    fail: (on, status, times = 1, retryAfter) => faults.push({ on, status, times, ...(retryAfter !== undefined && { retryAfter }) }),
    meanwhile: (on, happens, cut) => faults.push({ on, times: 1, meanwhile: happens, ...(cut && { cut }) }),
    count: (on) => calls.filter((call) => on.test(call)).length,
    guild: (name, is = {}) => {
      const guild = { id: snowflake(), name, botRole: snowflake(), moderators: snowflake(), ...is };
      world.guilds.push(guild);
      gateway.added(guild);
      return guild;
    },
    channel,
    thread: (parent, is = {}) => {
      if (!parent.guild) throw new Error('there are no threads in direct messages');
      return channel(parent.guild, { ...is, type: 11, parent });
    },
    setThread: threads.set,
    removeBot: (guild) => {
      if (!world.guilds.includes(guild)) throw new Error(`the bot is not in ${guild.name}`);
      world.guilds.splice(world.guilds.indexOf(guild), 1);
      world.closed.add(guild.id);
      gateway.removed(guild);
    },
    person: (name, permissions = 0n, is = {}) => personOf(name, permissions, is, parts),
    pinned: parts.pins.of,
    seen: (channel) => world.messages.filter((one) => one.channel === channel && !one.onlyFor && !one.deleted),
    copyReplies: (message, content) =>
      messages.create({ channel: message.channel, author: world.bot, content, replyTo: message, nonce: message.id }),
    answered: async (message) => {
      const answer = () => world.messages.slice(world.messages.indexOf(message) + 1).find((one) => isAnswer(one, message, world));
      await until(`the bot answered ${JSON.stringify(message.content)}`, () => answer() !== undefined);
      return answer() as Message;
    },
    close: async () => {
      gateway.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function isAnswer(one: Message, message: Message, { bot }: World): boolean {
  if (one.author !== bot || one.channel !== message.channel || one.pins) return false;
  return one.replyTo === message || (!message.channel.guild && !one.replyTo && !one.interaction);
}
