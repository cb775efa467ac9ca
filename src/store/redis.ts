import { setTimeout as pause, setImmediate as soon } from 'node:timers/promises';
import { createClient, defineScript, ErrorReply } from '@redis/client';
import { wording } from '../wording.ts';
import { byPages, type Entry, PAGE, type Store, storeOf } from './store.ts';
import { NotKept } from './writes.ts';

export type Connected =
  | { kind: 'store'; store: Store; close: () => Promise<void> }
  /** `passes`: it may be there later. It may be wrong for good where Redis itself refuses: the password, say. */
  | { kind: 'unreachable store'; address: string; reason: string; passes: boolean };

/** Stands before all keys: others may use the same Redis. */
const OURS = 'verbatim:';
/** The set of all keys, in their order: Redis itself keeps none. */
const KEYS = `${OURS}keys`;
const RECORDS = `${OURS}kept:`;

/**
 * After so many milliseconds without an answer a connection counts as lost; so many after the last answer it is asked for one.
 * Together they are less than the three seconds that Discord waits.
 */
const SILENCE = 2000;
const PING = 400;
/** The longest pause between two tries to connect again, in milliseconds. */
const PAUSE = 2000;

/** Stands for whatever the record is: no JSON begins so. */
const ANYTHING = '*';

/** Writes records, and the set of their keys with them, where the first record is what it is said to be; empty is none. */
const WRITE = defineScript({
  SCRIPT: `
    if ARGV[1] ~= '${ANYTHING}' and (redis.call('GET', KEYS[2]) or '') ~= ARGV[1] then return 0 end
    for i = 2, #KEYS do
      local key = string.sub(KEYS[i], ${RECORDS.length + 1})
      if ARGV[i] == '' then
        redis.call('DEL', KEYS[i])
        redis.call('ZREM', KEYS[1], key)
      else
        redis.call('SET', KEYS[i], ARGV[i])
        redis.call('ZADD', KEYS[1], 0, key)
      end
    end
    return 1`,
  parseCommand: (parser, expected: string, entries: readonly Entry[]) => {
    parser.pushKeysLength([KEYS, ...entries.map(([key]) => RECORDS + key)]);
    parser.push(expected, ...entries.map(([, value]) => written(value)));
  },
  transformReply: (reply: number) => reply === 1,
});

/**
 * Opens the store in Redis, or Valkey, which several processes may share. Where the connection is lost, whatever is asked of it fails at once,
 * until it is back.
 */
export async function connectStore(url: string): Promise<Connected> {
  const { host } = new URL(url);
  let wasThere = false;
  const client = createClient({
    url,
    RESP: 2, // what the oldest servers speak, too
    scripts: { writeRecords: WRITE },
    disableOfflineQueue: true,
    socket: { socketTimeout: SILENCE, reconnectStrategy: (tries) => wasThere && Math.min(tries * 100, PAUSE) },
  });
  client.on('error', () => undefined); // what could not be kept is said where it was to be kept
  try {
    await client.connect();
    wasThere = true;
    await client.zCard(KEYS); // it may be there, and not to be used
  } catch (error) {
    if (client.isOpen) client.destroy();
    return { kind: 'unreachable store', address: host, reason: reasonOf(error), passes: !isRefused(error) };
  }
  const tried = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw new NotKept(wording.redisAway(host, reasonOf(error)));
    });
  const store = storeOf({
    get: async (key) => read(await tried(client.get(RECORDS + key))),
    write: async (entries) => {
      if (entries.length > 0) await tried(client.writeRecords(ANYTHING, entries));
    },
    list: (prefix, from) => {
      const page = async (after: string | undefined): Promise<Entry[]> => {
        const start = after === undefined ? `[${prefix}` : `(${after}`;
        const keys = await tried(client.zRange(KEYS, start, endOf(prefix), { BY: 'LEX', LIMIT: { offset: 0, count: PAGE } }));
        const values = keys.length > 0 ? await tried(client.mGet(keys.map((key) => RECORDS + key))) : [];
        return keys.map((key, i) => [key, read(values[i] ?? null)] as const);
      };
      return byPages(page, from);
    },
    change: async (key, next, also = () => []) => {
      for (;;) {
        const text = await tried(client.get(RECORDS + key));
        const now = read(text);
        const value = next(now);
        if (value === now || (await tried(client.writeRecords(text ?? '', [[key, value], ...also(now, value)])))) return value;
      }
    },
  });
  const closed = new AbortController();
  leaveTheSilent(client, closed.signal).catch(() => undefined); // it ends so when it is closed
  const close = async () => {
    closed.abort();
    await (client.isReady ? client.close() : client.destroy());
  };
  return { kind: 'store', store, close };
}

type Lost = Pick<ReturnType<typeof createClient>, 'isOpen' | 'isReady' | 'ping' | 'destroy'> & { connect(): Promise<unknown> };

/** Connects again where nothing is answered any more. The client's own limit begins anew with whatever is sent: while much is asked, it never comes. */
async function leaveTheSilent(client: Lost, closed: AbortSignal): Promise<void> {
  for (;;) {
    await pause(PING, undefined, { signal: closed });
    if (client.isReady && !(await answers(client)) && client.isOpen) client.destroy();
    if (!client.isOpen && !closed.aborted) await client.connect().catch(() => undefined); // it tries on by itself
  }
}

async function answers(client: Lost): Promise<boolean> {
  let answered = false;
  const over = new AbortController();
  const heard = () => {
    answered = true; // an error is a sign of life, or of a connection that is lost already
    over.abort();
  };
  client.ping().then(heard, heard);
  await pause(SILENCE, undefined, { signal: over.signal }).catch(() => undefined);
  await soon(); // where the loop was held up, what has come meanwhile is read first
  return answered;
}

function read(text: string | null): unknown {
  return text === null ? undefined : JSON.parse(text);
}

function written(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

/** Stands behind every key that begins with a prefix: no UTF-8 has such a byte. */
function endOf(prefix: string): Buffer | string {
  return prefix === '' ? '+' : Buffer.concat([Buffer.from(`(${prefix}`), Buffer.from([0xff])]);
}

/** Whether Redis has answered that it won't. While it reads its file after a start, it answers LOADING. */
function isRefused(error: unknown): boolean {
  return error instanceof ErrorReply && !error.message.startsWith('LOADING');
}

/** Why it can't be reached: of several addresses that a name has, each has its own reason. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
