import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { channelBody, guildBody, userBody } from './bodies.ts';
import { GUILDS, PRIVILEGED } from './intents.ts';
import { botMayIn } from './permissions.ts';
import { type Channel, type Guild, snowflake, type World } from './world.ts';

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly events: object[];
  socket?: WebSocket;
}

export interface Gateway {
  /** Sends an event to the bot, now or when it has resumed. */
  dispatch(type: string, data: object): void;
  /** Sends an event, where a bot is there that has asked for events of this kind. */
  tell(type: string, data: object, intent: number): void;
  /** Tells that a thread is not what it was. */
  changed(thread: Channel): void;
  /** Tells of a new channel or thread, of a new guild, and of one that the bot is in no more. */
  added(place: Channel | Guild): void;
  removed(guild: Guild): void;
  /** What Discord sends instead of an event, while this is set. */
  alter?: ((type: string, data: object) => object | null) | undefined;
  /** Cuts the connection. */
  drop(code?: number): void;
  /** Sessions can't be resumed. */
  forgetSessions(): void;
  /** Whether a bot is connected and ready. */
  readonly connected: boolean;
  /** How the bot has connected so far: "identify", "resume". */
  readonly connections: readonly string[];
  /** With which codes it has closed connections. */
  readonly closes: readonly number[];
  /** What the bot has asked for. */
  readonly intents: number;
  /** How often it was turned away. */
  readonly refused: number;
  close(): void;
}

/** Discord's gateway, at the same port as its REST API. */
export function openGateway(server: Server, world: World, broken: (rule: string) => void): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const connections: string[] = [];
  const closes: number[] = [];
  let refused = 0;
  let sessions: Session[] = [];
  server.on('upgrade', (request, socket, head) => {
    if (world.down) {
      refused++;
      socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
    } else sockets.handleUpgrade(request, socket, head, (opened) => greet(opened, (request.headers.host as string) ?? ''));
  });

  function greet(socket: WebSocket, host: string): void {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 45_000 } }));
    socket.on('close', (code) => closes.push(code));
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data));
      if (op === 1) socket.send(JSON.stringify({ op: 11 }));
      if (op === 2) identify(socket, host, d);
      if (op === 6) resume(socket, d);
    });
  }

  function identify(socket: WebSocket, host: string, { token, intents }: { token: string; intents: number }): void {
    connections.push('identify');
    if (token !== world.token) {
      socket.close(4004, 'Authentication failed.');
      return;
    }
    if (intents & PRIVILEGED) broken(`privileged intents: ${intents}`);
    const session: Session = { id: snowflake(), events: [], intents, socket };
    sessions.push(session);
    const { bot, applicationId, guilds } = world;
    send(session, 'READY', {
      v: 10,
      user: userBody(bot),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `ws://${host}`,
      application: { id: applicationId, flags: 0 },
    });
    if (intents & GUILDS) for (const guild of guilds) send(session, 'GUILD_CREATE', fullBody(guild));
  }

  function fullBody(guild: Guild): object {
    return guildBody(
      guild,
      world.channels.filter((one) => one.guild === guild && isSeen(one)),
      world.bot,
    );
  }

  const isSeen = (channel: Channel) => botMayIn(channel, world) !== 0n;

  function resume(socket: WebSocket, { session_id, seq }: { session_id: string; seq: number }): void {
    connections.push('resume');
    const session = sessions.find(({ id }) => id === session_id);
    if (!session) {
      socket.send(JSON.stringify({ op: 9, d: false }));
      return;
    }
    session.socket = socket;
    for (const event of session.events.slice(seq)) socket.send(JSON.stringify(event));
    send(session, 'RESUMED', {});
  }

  function send(session: Session, t: string, d: object): void {
    const event = { op: 0, t, d: gateway.alter ? gateway.alter(t, d) : d, s: session.events.length + 1 };
    session.events.push(event);
    if (session.socket?.readyState === 1) session.socket.send(JSON.stringify(event));
  }

  function tell(type: string, data: object, intent: number): void {
    const session = sessions.at(-1);
    if (session && session.intents & intent) send(session, type, data);
  }

  const gateway: Gateway = {
    tell,
    added: (place) => {
      if (!('type' in place)) tell('GUILD_CREATE', fullBody(place), GUILDS);
      else if (isSeen(place) && (place.type === 0 || place.type === 2)) tell('CHANNEL_CREATE', channelBody(place, world.bot), GUILDS);
      else if (isSeen(place) && place.parent && !place.archived)
        tell('THREAD_CREATE', { ...channelBody(place), newly_created: true }, GUILDS);
    },
    changed: (thread) => {
      if (isSeen(thread)) tell('THREAD_UPDATE', channelBody(thread), GUILDS);
    },
    removed: ({ id }) => tell('GUILD_DELETE', { id }, GUILDS),
    dispatch: (type, data) => {
      const session = sessions.at(-1);
      if (!session) throw new Error('no bot is connected');
      send(session, type, data);
    },
    drop: (code) => {
      for (const socket of sockets.clients) code === undefined ? socket.terminate() : socket.close(code);
    },
    forgetSessions: () => {
      sessions = [];
    },
    get connected() {
      return sessions.some(({ socket }) => socket?.readyState === 1);
    },
    connections,
    closes,
    get intents() {
      return sessions.at(-1)?.intents ?? 0;
    },
    get refused() {
      return refused;
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
  return gateway;
}
