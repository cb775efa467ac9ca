import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildBody, messageBody, placeBody, userBody } from '../tests/discord/local/bodies.ts';
import { EVERYTHING } from '../tests/discord/local/permissions.ts';
import { type Channel, type Component, type Guild, type Message, snowflake, type User } from '../tests/discord/local/world.ts';

/** What became of an interaction. All times are of `performance.now()`. */
export interface Sent {
  readonly sentAt: number;
  acknowledgedAt?: number;
  answeredAt?: number;
  /** What the answer says, and its components. */
  content?: string;
  components?: Component[];
}

/** A Discord without rules, for measuring: it takes whatever the bot sends, and costs next to nothing itself. */
export interface LeanDiscord {
  readonly api: string;
  readonly token: string;
  readonly channels: readonly Channel[];
  /** Somebody uses a command (2), a button of an answer (3) or is offered choices (4) in a channel. */
  interact(type: 2 | 3 | 4, channel: Channel, user: User, data: object, source?: Sent): Sent;
  /** Somebody writes something that isn't for the bot. */
  chat(channel: Channel, author: User, content: string): void;
  /** Waits until the bot has taken all that was sent. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Callbacks that only acknowledge: the answer comes later. */
const DEFERS = [5, 6];
const USE_APPLICATION_COMMANDS = 1n << 31n;

/** Opens one that has so many guilds with so many channels each. */
export async function openLeanDiscord(guildCount: number, channelsEach: number): Promise<LeanDiscord> {
  const bot: User = { id: snowflake(), username: 'Verbatim', bot: true };
  const token = `${Buffer.from(bot.id).toString('base64url')}.lean.${'x'.repeat(27)}`;
  const guilds = Array.from(
    { length: guildCount },
    (_, i): Guild => ({ id: idOf(i * 100), name: `Guild ${i}`, moderators: '0', botRole: idOf(i * 100 + 1) }),
  );
  const channels = guilds.flatMap((guild, i) =>
    Array.from({ length: channelsEach }, (_, j): Channel => ({ id: idOf(i * 100 + 2 + j), type: 0, guild })),
  );
  const sent = new Map<string, Sent>();
  let socket: WebSocket | undefined;
  let sequence = 0;
  const dispatch = (t: string, d: object) => socket?.send(JSON.stringify({ op: 0, t, d, s: ++sequence }));

  const server = createServer(async (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').replace(/^\/api\/v10/, '').split('?');
    const [first, second, third, fourth] = path.split('/').slice(1);
    const body = await bodyOf(request);
    if (first === 'interactions' && fourth === 'callback') {
      answered(sent.get(third ?? ''), body);
      return query.includes('with_response=true')
        ? reply(response, { interaction: { id: second, type: 2 }, resource: { type: 4 } })
        : nothing(response);
    }
    if (first === 'webhooks') {
      answered(sent.get(third ?? ''), { type: 4, data: body });
      return request.method === 'DELETE' ? nothing(response) : reply(response, written(channels[0] as Channel, body.content ?? '', bot));
    }
    if (path === '/gateway/bot') return reply(response, gatewayOf((server.address() as AddressInfo).port));
    if (path === '/applications/@me') return reply(response, { id: bot.id, name: bot.username });
    if (path === '/users/@me') return reply(response, userBody(bot));
    reply(response, []);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (opened) => {
    opened.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 45_000 } }));
    opened.on('message', (data) => {
      const { op } = JSON.parse(String(data));
      if (op === 1) opened.send(JSON.stringify({ op: 11 }));
      if (op !== 2) return;
      socket = opened;
      dispatch('READY', {
        ...{ v: 10, user: userBody(bot), session_id: 'lean', application: { id: bot.id, flags: 0 } },
        ...{ guilds: guilds.map(({ id }) => ({ id, unavailable: true })), resume_gateway_url: `ws://${addressOf(server.address())}` },
      });
      for (const [i, guild] of guilds.entries())
        dispatch('GUILD_CREATE', furnished(guildBody(guild, channels.slice(i * channelsEach, (i + 1) * channelsEach), bot)));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    api: `http://${addressOf(server.address())}/api`,
    token,
    channels,
    interact: (type, channel, user, data, source) => {
      const id = snowflake();
      const one: Sent = { sentAt: performance.now() };
      sent.set(`token-${id}`, one);
      dispatch('INTERACTION_CREATE', {
        ...{ id, token: `token-${id}`, type, version: 1, application_id: bot.id, data, locale: 'en-US', entitlements: [] },
        ...placeBody(channel, user, 0n, EVERYTHING | USE_APPLICATION_COMMANDS, { bot }),
        ...{ authorizing_integration_owners: {}, attachment_size_limit: 0 },
        ...(source && { message: written(channel, source.content ?? '', bot, source.components) }),
      });
      return one;
    },
    chat: (channel, author, content) =>
      dispatch('MESSAGE_CREATE', { ...written(channel, content, author), guild_id: channel.guild?.id, channel_type: 0 }),
    idle: async () => {
      while ((socket?.bufferedAmount ?? 0) > 0) await pause(10);
      socket?.ping();
      if (socket) await once(socket, 'pong');
    },
    close: async () => {
      for (const one of sockets.clients) one.terminate();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** So many roles a guild has beside those of everybody and of the bot. */
const ROLES = 18;

/** A guild as they are: with more roles, and channels with a topic, and permissions of their own for two of the roles. */
function furnished(guild: { roles?: readonly object[]; channels?: readonly object[] }): object {
  const [first] = guild.roles ?? [];
  const roles = Array.from({ length: ROLES }, (_, i) => ({ ...first, id: snowflake(), name: `Role ${i}`, position: i + 2 }));
  const own = roles.slice(0, 2).map(({ id }) => ({ id, type: 0, allow: '0', deny: '2048' }));
  const channels = guild.channels?.map((channel) => ({ ...channel, topic: 'What is talked about here', permission_overwrites: own }));
  return { ...guild, roles: [...(guild.roles ?? []), ...roles], channels };
}

interface Body {
  readonly type?: number;
  readonly content?: string;
  readonly data?: { readonly content?: string; readonly components?: Component[] };
}

function answered(one: Sent | undefined, { type = 0, data }: Body): void {
  if (!one) return;
  const now = performance.now();
  one.acknowledgedAt ??= now;
  if (DEFERS.includes(type)) return;
  one.answeredAt ??= now;
  Object.assign(one, { content: data?.content, components: data?.components });
}

/** An id that says that something was made this many milliseconds after Discord's first second: so that they differ, and are older than what is asked. */
const idOf = (number: number): string => String(BigInt(number + 1) << 22n);

function written(channel: Channel, content: string, author: User, components: Component[] = []): object {
  const message: Message = {
    ...{ id: snowflake(), channel, author, content, components, mentions: [] },
    ...{ sentAt: Date.now(), flags: 0, deleted: false },
  };
  return messageBody(message);
}

function gatewayOf(port: number): object {
  const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
  return { url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit };
}

function addressOf(address: AddressInfo | string | null): string {
  return `127.0.0.1:${(address as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : JSON.parse(text);
}

function reply(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function nothing(response: ServerResponse): void {
  response.writeHead(204).end();
}
