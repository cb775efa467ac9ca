/** What Discord sends: the name of an event, and its data. */
export interface Packet {
  readonly t: string;
  readonly d: unknown;
}

type Data = Record<string, unknown>;

/** Threads are there only in channels for text or announcements, and in forums. */
const HAVE_THREADS: readonly unknown[] = [0, 5, 15, 16];
const DIRECT = 1;

/**
 * What Discord has sent as discord.js can parse it: what the bot needs nothing of is left out where it is large or odd, and what may be
 * missing by Discord's documentation is filled in.
 * @throws Error where it lacks what it takes to answer
 */
export function readable(packet: Packet): Packet {
  const { t, d } = packet;
  if (!isData(d)) return packet;
  const lacking = NEEDED[t]?.filter((key) => typeof d[key] !== 'string') ?? [];
  if (lacking.length > 0) throw new Error(`no ${lacking.join(', ')}`);
  if (t === 'READY' && ![d.user, d.application, ...[d.guilds].flat()].every(hasId))
    throw new Error('no user, no application or no servers');
  const fill = FILL[t];
  return fill ? { ...packet, d: { ...d, ...fill(d) } } : packet;
}

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  INTERACTION_CREATE: ['id', 'token'],
  MESSAGE_CREATE: ['id', 'channel_id'],
};

const FILL: Readonly<Record<string, (d: Data) => Data>> = {
  READY: ({ application }) => ({ application: isData(application) ? { id: application.id } : application }),
  GUILD_CREATE: ({ channels, threads }) => ({
    ...NOT_NEEDED,
    ...(Array.isArray(channels) && { channels: channels.map((one) => (isData(one) ? { ...one, topic: undefined } : one)) }),
    ...(Array.isArray(threads) && { threads: inTheirPlace(threads, channels) }),
  }),
  INTERACTION_CREATE: ({ channel_id: id, channel, entitlements, authorizing_integration_owners: owners }) => ({
    channel: channel ?? (typeof id === 'string' ? { id } : undefined),
    entitlements: entitlements ?? [],
    authorizing_integration_owners: owners ?? {},
  }),
  MESSAGE_CREATE: ({ guild_id: guild, channel_type: type }) => (guild === undefined && type === undefined ? { channel_type: DIRECT } : {}),
};

/** Of a guild, the bot needs its roles and channels alone, and its own member. */
const NOT_NEEDED = {
  emojis: [],
  stickers: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
};

function inTheirPlace(threads: readonly unknown[], channels: unknown): unknown[] {
  const parents = new Map(Array.isArray(channels) ? channels.filter(isData).map(({ id, type }) => [id, type]) : []);
  return threads.filter((one) => isData(one) && (!parents.has(one.parent_id) || HAVE_THREADS.includes(parents.get(one.parent_id))));
}

function hasId(value: unknown): boolean {
  return isData(value) && typeof value.id === 'string';
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null;
}
