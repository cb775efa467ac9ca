import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Limits } from './cooldown.ts';
import { LIMITS, type Limits as ShelfLimits } from './library/shelf.ts';

/** What the host has set. */
export interface Config {
  /** The folder of the articles. */
  readonly contentDir: string;
  /** The file name of the article to use, with or without its extension. */
  readonly article?: string;
  readonly model: ModelConfig;
  /** "127.0.0.1:PORT", which pages may be fetched from though it is private: for tests, and so no guide names it. */
  readonly fetchLocal?: string;
  /** Undefined: the bot talks in the terminal. */
  readonly discord?: DiscordConfig;
}

export interface ModelConfig {
  /** The folder of the reading model; undefined: the one that ships. */
  readonly folder?: string;
  /** How many threads it computes with. */
  readonly threads: number;
}

export interface DiscordConfig extends Connection {
  readonly logLevel: LogLevel;
  /** The folder of what is kept. */
  readonly dataDir: string;
  /** The address of the Redis that keeps it instead. */
  readonly redis?: string;
  /** A conversation is let go after so many milliseconds of silence. */
  readonly silence: number;
  /** Whether questions that were asked in vain are kept. */
  readonly gaps: boolean;
  /** Undefined: as many questions as people like. */
  readonly cooldown?: Limits;
  /** Whether pages that texts came from are looked at each day. */
  readonly watch: boolean;
  /** How many texts each server may bring in, and how long; undefined: none. */
  readonly library?: ShelfLimits;
  /** How many connections there are, each with a process of its own; undefined: one, in this process. */
  readonly shards?: number | 'auto';
  /** Where the bot says how it is; undefined: nowhere. */
  readonly monitoring?: { readonly port: number; readonly host: string };
}

/** Of so many connections, each of which serves its part of the servers, this one, from 0. */
export interface Shard {
  readonly id: number;
  readonly count: number;
}

/** What it takes to talk with Discord. */
export interface Connection {
  readonly token: string;
  /** Where Discord's API is, without its version. */
  readonly api: string;
  /** The only server to register the commands in; undefined: everywhere. */
  readonly guildId?: string;
  /** Undefined: the only one. */
  readonly shard?: Shard;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A year, in hours. */
const LONGEST_SILENCE = 8760;

/** The model computes with so many threads at most where nobody says how many, and at most with so many at all. */
const MOST_THREADS_UNASKED = 2;
const MOST_THREADS = 64;

/** So many questions a minute a person, a channel and a guild may ask where nobody says how many. */
const COOLDOWN = '10/30/120';
const MOST_A_MINUTE = 10_000;

/** So many texts, and so many megabytes, a host may set at most for each server. */
const MOST_ON_A_SHELF = 1000;

/** So many connections at most: each has a process, with a model. */
const MOST_SHARDS = 256;

/** A variable that is wrong, and why. */
export interface BadVariable {
  readonly variable:
    | 'ARTICLE'
    | 'CONTENT_DIR'
    | 'DISCORD_TOKEN'
    | 'DISCORD_GUILD_ID'
    | 'DISCORD_API_URL'
    | 'LOG_LEVEL'
    | 'CONVERSATION_TTL'
    | 'DATA_DIR'
    | 'REDIS_URL'
    | 'GAPS'
    | 'COOLDOWN'
    | 'PORT'
    | 'SHARDS'
    | 'HOST'
    | 'MODEL_DIR'
    | 'MODEL_THREADS'
    | 'FETCH_LOCAL'
    | 'LIBRARY'
    | 'WATCH';
  /** Undefined where it is a secret. */
  readonly value?: string;
  readonly kind:
    | 'a path'
    | 'no folder'
    | 'no token'
    | 'no id'
    | 'no address'
    | 'no redis'
    | 'no level'
    | 'no hours'
    | 'no switch'
    | 'no limits'
    | 'no port'
    | 'no host'
    | 'no shards'
    | 'no count'
    | 'not local'
    | 'no shelf';
  /** What it may be, where there are few. */
  readonly choices?: readonly string[];
}

export type Loaded = { kind: 'config'; config: Config } | { kind: 'bad variables'; variables: readonly BadVariable[] };

/** Reads environment variables: a config, or all that is wrong with them at once. An empty variable counts as unset. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Loaded {
  const variables: BadVariable[] = [];
  const read = (name: BadVariable['variable']) => env[name]?.trim() || undefined;
  const contentDir = read('CONTENT_DIR') ?? 'content';
  if (!statSync(contentDir, { throwIfNoEntry: false })?.isDirectory())
    variables.push({ variable: 'CONTENT_DIR', value: contentDir, kind: 'no folder' });
  const article = read('ARTICLE');
  if (article && /[/\\]/.test(article)) variables.push({ variable: 'ARTICLE', value: article, kind: 'a path' });
  const token = read('DISCORD_TOKEN');
  if (token && !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) variables.push({ variable: 'DISCORD_TOKEN', kind: 'no token' });
  const guildId = read('DISCORD_GUILD_ID');
  if (guildId && !/^\d{17,20}$/.test(guildId)) variables.push({ variable: 'DISCORD_GUILD_ID', value: guildId, kind: 'no id' });
  const api = read('DISCORD_API_URL')?.replace(/\/+$/, '') ?? 'https://discord.com/api';
  if (!/^https?:\/\//.test(api) || !URL.canParse(api) || /\/v\d+$/.test(api))
    variables.push({ variable: 'DISCORD_API_URL', value: api, kind: 'no address' });
  const level = read('LOG_LEVEL') ?? 'info';
  const logLevel = LOG_LEVELS.find((one) => one === level.toLowerCase());
  if (!logLevel) variables.push({ variable: 'LOG_LEVEL', value: level, kind: 'no level', choices: LOG_LEVELS });
  const hours = Number(read('CONVERSATION_TTL') ?? '24');
  if (!(hours > 0 && hours <= LONGEST_SILENCE))
    variables.push({ variable: 'CONVERSATION_TTL', value: read('CONVERSATION_TTL') ?? '', kind: 'no hours' });
  const gaps = (read('GAPS') ?? 'on').toLowerCase();
  if (gaps !== 'on' && gaps !== 'off') variables.push({ variable: 'GAPS', value: gaps, kind: 'no switch' });
  const cooldown = limitsIn(read('COOLDOWN') ?? COOLDOWN);
  if (cooldown === undefined) variables.push({ variable: 'COOLDOWN', value: read('COOLDOWN') ?? '', kind: 'no limits' });
  const shelf = read('LIBRARY');
  const library = shelf === undefined ? LIMITS : shelfIn(shelf);
  if (library === undefined) variables.push({ variable: 'LIBRARY', value: shelf ?? '', kind: 'no shelf' });
  const watch = (read('WATCH') ?? 'on').toLowerCase();
  if (watch !== 'on' && watch !== 'off') variables.push({ variable: 'WATCH', value: watch, kind: 'no switch' });
  const port = read('PORT');
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535))
    variables.push({ variable: 'PORT', value: port, kind: 'no port' });
  const host = read('HOST') ?? '127.0.0.1';
  if (!/^[\w.:-]+$/.test(host)) variables.push({ variable: 'HOST', value: host, kind: 'no host' });
  const sharding = shardsIn(env);
  if (sharding === undefined) variables.push({ variable: 'SHARDS', value: read('SHARDS') ?? '', kind: 'no shards' });
  const dataDir = read('DATA_DIR') ?? 'data';
  const redis = read('REDIS_URL');
  if (redis && !(/^rediss?:\/\/[^/]/.test(redis) && URL.canParse(redis))) variables.push({ variable: 'REDIS_URL', kind: 'no redis' });
  const modelDir = read('MODEL_DIR');
  const threads = Number(read('MODEL_THREADS') ?? Math.min(MOST_THREADS_UNASKED, availableParallelism()));
  if (!(Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS))
    variables.push({ variable: 'MODEL_THREADS', value: read('MODEL_THREADS') ?? '', kind: 'no count' });
  const fetchLocal = read('FETCH_LOCAL');
  if (fetchLocal && !/^127\.0\.0\.1:\d+$/.test(fetchLocal))
    variables.push({ variable: 'FETCH_LOCAL', value: fetchLocal, kind: 'not local' });
  if (variables.length > 0 || !logLevel) return { kind: 'bad variables', variables };
  const kept = { dataDir, ...(redis && { redis }), silence: hours * 60 * 60 * 1000, gaps: gaps === 'on', watch: watch === 'on' };
  const limits = { ...(cooldown && cooldown !== 'off' && { cooldown }), ...(library && library !== 'off' && { library }) };
  const monitoring = port !== undefined && { monitoring: { port: Number(port) + (sharding?.shard?.id ?? 0), host } }; // each process has its own
  const discord = token && {
    discord: {
      token,
      api,
      logLevel,
      ...kept,
      ...limits,
      ...monitoring,
      ...sharding,
      ...(guildId && { guildId }),
    },
  };
  const model = { threads, ...(modelDir && { folder: modelDir }) };
  return { kind: 'config', config: { contentDir, model, ...(article && { article }), ...(fetchLocal && { fetchLocal }), ...discord } };
}

/** The process of a shard finds its number and how many there are in the environment that discord.js gives it. */
function shardsIn(env: Readonly<Record<string, string | undefined>>): Pick<DiscordConfig, 'shard' | 'shards'> | undefined {
  const shards = env.SHARDS?.trim() || '1';
  if (env.SHARDING_MANAGER) return { shard: { id: Number(shards), count: Number(env.SHARD_COUNT) } };
  if (shards.toLowerCase() === 'auto') return { shards: 'auto' };
  const count = /^\d+$/.test(shards) ? Number(shards) : 0;
  if (count < 1 || count > MOST_SHARDS) return undefined;
  return count === 1 ? {} : { shards: count };
}

/** "10/30/120" */
function limitsIn(text: string): Limits | 'off' | undefined {
  if (text.toLowerCase() === 'off') return 'off';
  const [person = 0, channel = 0, guild = 0] = /^\d+\/\d+\/\d+$/.test(text) ? text.split('/').map(Number) : [];
  return [person, channel, guild].every((one) => one >= 1 && one <= MOST_A_MINUTE) ? { person, channel, guild } : undefined;
}

/** "50/5/50" */
function shelfIn(text: string): ShelfLimits | 'off' | undefined {
  if (text.toLowerCase() === 'off') return 'off';
  const [texts = 0, each = 0, all = 0] = /^\d+\/\d+\/\d+$/.test(text) ? text.split('/').map(Number) : [];
  const isRight = [texts, each, all].every((one) => one >= 1 && one <= MOST_ON_A_SHELF);
  return isRight ? { texts, bytes: each * 2 ** 20, allBytes: all * 2 ** 20 } : undefined;
}

/** The bot's id: a token's first part is its digits in Base64. */
export function botIdIn(token: string): string {
  return Buffer.from(token.split('.')[0] ?? '', 'base64url').toString();
}
