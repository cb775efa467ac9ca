import dns from 'node:dns';
import { readFileSync } from 'node:fs';
import type { LookupFunction } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Agent } from 'undici';
import { openBuckets } from '../buckets.ts';
import { addressIn, isLocal } from './address.ts';
import { openConnections } from './connections.ts';
import { ACCEPT, contentOf } from './content.ts';
import type { Fetched, NotFetched } from './fetched.ts';
import { bodyOf, type Manner, request } from './request.ts';
import { openRobots, ROBOT } from './robots.ts';

/** Fetches what strangers name. */
export interface Fetcher {
  /** Fetches a page for a guild, as the site's robots.txt allows. */
  page(link: string, guild: string): Promise<Fetched>;
  /** Fetches a file that was attached to a message: it comes from Discord alone. */
  attachment(link: string): Promise<Fetched>;
}

/** All of it is for tests. */
export interface Options {
  /** "127.0.0.1:PORT": it is fetched from over http, though it is private. */
  readonly local?: string | undefined;
  /** In milliseconds since 1970. */
  readonly now?: () => number;
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly lookup?: LookupFunction;
  /** A page takes so many milliseconds at most. */
  readonly longest?: number;
}

/** So many bytes, unpacked, and so many milliseconds at most, robots.txt and waiting for one's turn among them. */
const MOST_BYTES = 5 * 2 ** 20;
const LONGEST = 10_000;

/** So many pages an hour for a guild, a request a second to a site, and so many pages at once. */
const AN_HOUR = 10;
const [HOUR, SECOND] = [60 * 60_000, 1000];
const AT_ONCE = 8;

const DISCORD = /^(?:cdn\.discordapp\.com|media\.discordapp\.net)$/;

export function openFetcher({
  local,
  now = Date.now,
  pause = (ms, signal) => after(ms, undefined, { signal, ref: false }),
  lookup = dns.lookup as LookupFunction,
  longest = LONGEST,
}: Options = {}): Fetcher {
  const headers = { 'user-agent': agentName(), accept: ACCEPT };
  const [guilds, sites] = [openBuckets(HOUR), openBuckets(SECOND)];
  const robots = openRobots(now);
  const queue = new PQueue({ concurrency: AT_ONCE });

  /** Waits for a site's turn. */
  async function turn({ hostname }: URL, signal: AbortSignal): Promise<NotFetched | undefined> {
    for (;;) {
      const until = sites.next(hostname, 1, now());
      if (until <= now()) break;
      await pause(until - now(), signal).catch(() => undefined);
      if (signal.aborted) return { kind: 'too often', of: 'site', until };
    }
    sites.take(hostname, 1, now());
    return undefined;
  }

  /** Nothing outlives it: neither a connection nor a timer. */
  async function within(work: (agent: Agent, signal: AbortSignal) => Promise<Fetched>): Promise<Fetched> {
    const agent = openConnections(lookup, local);
    const ended = new AbortController();
    const timer = setTimeout(() => ended.abort(), longest);
    try {
      return await work(agent, ended.signal);
    } finally {
      clearTimeout(timer);
      await agent.destroy();
    }
  }

  /** @param ofAnyType what it is, its bytes will tell */
  async function fetched(start: URL, manner: Manner, ofAnyType: boolean): Promise<Fetched> {
    const answered = await request(start, manner);
    if (answered.kind !== 'answered') return answered;
    const { response, url } = answered;
    if (!response.ok) return { kind: 'status', status: response.status };
    const { type, charset, isRead, name } = contentOf(answered);
    if (!isRead && !ofAnyType) return { kind: 'type', ...(type && { type }) };
    const body = await bodyOf(response, MOST_BYTES, manner.signal);
    if (body.kind !== 'body') return body;
    if (!body.whole) return { kind: 'too large' };
    return { kind: 'fetched', bytes: body.bytes, url: url.href, name, ...(charset && { charset }) };
  }

  return {
    page: async (link, guild) => {
      const start = addressIn(link, local);
      if ('kind' in start) return start;
      const until = guilds.next(guild, AN_HOUR, now());
      if (until > now()) return { kind: 'too often', of: 'guild', until };
      guilds.take(guild, AN_HOUR, now());
      const once = (agent: Agent, signal: AbortSignal) => {
        const manner = { agent, signal, headers, local, before: (url: URL) => turn(url, signal) };
        const before = async (url: URL) => (await robots.check(url, manner)) ?? turn(url, signal);
        return fetched(start, { ...manner, before }, false);
      };
      return queue.add(() => within(once));
    },
    attachment: async (link) => {
      const start = addressIn(link, local);
      if ('kind' in start) return start;
      const before = async (url: URL): Promise<NotFetched | undefined> =>
        isLocal(url, local) || (url.protocol === 'https:' && url.port === '' && DISCORD.test(url.hostname))
          ? undefined
          : { kind: 'not from Discord' };
      return queue.add(() => within((agent, signal) => fetched(start, { agent, signal, headers, local, before }, true)));
    },
  };
}

/** What it says that it is: it has no address of its own to name. */
function agentName(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return `${ROBOT}/${version} (fetches a page that a person asked for)`;
}
