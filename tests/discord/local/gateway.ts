import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { channelBody, guildBody, userBody } from './bodies.ts';
import { GUILDS, PRIVILEGED } from './intents.ts';
import { botMayIn } from './permissions.ts';
import { type Channel, type Guild, snowflake, type World } from './world.ts';

interface Session {
  readonly id: string;
  /** Which of how many it is. */
  readonly shard: Shard;
  readonly intents: number;
  readonly events: object[];
  socket?: WebSocket;
}

type Shard = readonly [id: number, count: number];

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
  /** Cuts the connections, or that of one shard. */
  drop(code?: number, shard?: number): void;
  /** It can't be reached, though the rest can. */
  down?: boolean;
  /** Closes each new connection that says who it is with this code, while it is set. */
  refuse?: number | undefined;
  /** What Discord sends instead of an event, while this is set. */
  alter?: ((type: string, data: object) => object | null) | undefined;
  /** Sessions can't be resumed. */
  forgetSessions(): void;
  /** Whether a bot is connected and ready. */
  readonly connected: boolean;
  /** Which shards of how many are. */
  readonly shards: readonly Shard[];
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
    if (world.down || gateway.down) {
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

  function identify(socket: WebSocket, host: string, { token, intents, shard = [0, 1] }: Identify): void {
    connections.push('identify');
    const refusal = token === world.token ? gateway.refuse : 4004;
    if (refusal !== undefined) {
      socket.close(refusal);
      return;
    }
    if (intents & PRIVILEGED) broken(`privileged intents: ${intents}`);
    const session: Session = { id: snowflake(), shard, events: [], intents, socket };
    sessions.push(session);
    const { bot, applicationId } = world;
    const guilds = world.guilds.filter(({ id }) => isOf(shard, id));
    send(session, 'READY', {
      v: 10,
      user: userBody(bot),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      shard,
      resume_gateway_url: `ws://${host}`,
      application: { id: applicationId, flags: 0 },
    });
    if (intents & GUILDS) for (const guild of guilds) if (!guild.unavailable) send(session, 'GUILD_CREATE', fullBody(guild));
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

  /** The latest session of the shard that a guild belongs to; direct messages go to the first one. */
  function sessionFor(guild: string | undefined): Session | undefined {
    return sessions.findLast(({ shard }) => isOf(shard, guild ?? '0'));
  }

  function tell(type: string, data: object, intent: number): void {
    const session = sessionFor(guildOf(type, data));
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
      const session = sessionFor(guildOf(type, data));
      if (!session) throw new Error('no bot is connected');
      send(session, type, data);
    },
    drop: (code, shard) => {
      const dropped = shard === undefined ? sockets.clients : sessions.flatMap((one) => (one.shard[0] === shard ? (one.socket ?? []) : []));
      for (const socket of dropped) code === undefined ? socket.terminate() : socket.close(code);
    },
    forgetSessions: () => {
      sessions = [];
    },
    get connected() {
      return sessions.some(({ socket }) => socket?.readyState === 1);
    },
    get shards() {
      return sessions.filter(({ socket }) => socket?.readyState === 1).map(({ shard }) => shard);
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

interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard?: Shard;
}

interface Placed {
  readonly id?: string;
  readonly guild_id?: string;
}

/** The guild that an event belongs to: those of guilds are named by their own id. */
function guildOf(type: string, data: object): string | undefined {
  const { id, guild_id } = data as Placed;
  return type.startsWith('GUILD_') ? id : guild_id;
}

function isOf([shard, count]: Shard, guild: string): boolean {
  return Number((BigInt(guild) >> 22n) % BigInt(count)) === shard;
}
