import { setImmediate as breathe } from 'node:timers/promises';

/** A key and its value; where something is written, undefined deletes the record. */
export type Entry = readonly [key: string, value: unknown];

/** Keeps small records, each behind a key. What has been set survives the end of the process, however it comes. */
export interface Store {
  /** Undefined where there is no such record. */
  get(key: string): Promise<unknown>;
  /** @returns when the record is kept */
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** Writes all of it, or nothing. */
  write(entries: readonly Entry[]): Promise<void>;
  /**
   * The records whose keys begin so, in the order of their keys, some hundreds at a time: others get on with their work between them.
   * @param after only those whose keys come after this one
   */
  list(prefix: string, after?: string): AsyncIterable<readonly Entry[]>;
  /**
   * Reads a record, and writes what is to follow. Nobody gets between, in this process or in another.
   * @param next what is to be kept: undefined deletes, the same as before leaves it as it is. It may be called several times
   * @param also what else is to be written then: all of it, or nothing
   * @returns what is kept now
   */
  change(key: string, next: (now: unknown) => unknown, also?: (now: unknown, next: unknown) => readonly Entry[]): Promise<unknown>;
}

/** So many records are listed at a time. */
export const PAGE = 256;

/** What a store does that can do the rest. */
type Basics = Omit<Store, 'set' | 'delete'>;

export function storeOf(basics: Basics): Store {
  return {
    ...basics,
    set: (key, value) => basics.write([[key, value]]),
    delete: (key) => basics.write([[key, undefined]]),
  };
}

/**
 * Lists by pages.
 * @param page the next PAGE records after a key, fewer where there are no more; without a value where one has gone meanwhile
 */
export async function* byPages(
  page: (after: string | undefined) => readonly Entry[] | Promise<readonly Entry[]>,
  after?: string,
): AsyncGenerator<readonly Entry[]> {
  for (let last = after; ; await breathe()) {
    const entries = await page(last);
    if (entries.length > 0) yield entries.filter(([, value]) => value !== undefined);
    if (entries.length < PAGE) return;
    last = entries.at(-1)?.[0];
  }
}

/** All records of a list that is known to be short. */
export async function allOf<T>(list: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of list) all.push(...page);
  return all;
}

/** A store that lasts as long as the process. */
export function memoryStore(): Store {
  const records = new Map<string, string>();
  const read = (key: string): unknown => {
    const text = records.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  };
  const apply = (entries: readonly Entry[]) => {
    for (const [key, value] of entries) {
      if (value === undefined) records.delete(key);
      else records.set(key, JSON.stringify(value));
    }
  };
  return storeOf({
    get: async (key) => read(key),
    write: async (entries) => apply(entries),
    list: async function* (prefix, after = '') {
      const keys = [...records.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
      for (let at = 0; at < keys.length; at += PAGE)
        yield keys.slice(at, at + PAGE).flatMap((key) => (records.has(key) ? [[key, read(key)] as const] : []));
    },
    change: async (key, next, also = () => []) => {
      const now = read(key);
      const value = next(now);
      if (value !== now) apply([[key, value], ...also(now, value)]);
      return value;
    },
  });
}

/** The part of a store whose keys begin with a prefix, without it. */
export function within(store: Store, prefix: string): Store {
  const inside = (entries: readonly Entry[]) => entries.map(([key, value]) => [prefix + key, value] as const);
  return storeOf({
    get: (key) => store.get(prefix + key),
    write: (entries) => store.write(inside(entries)),
    list: async function* (start, after) {
      for await (const page of store.list(prefix + start, after === undefined ? undefined : prefix + after))
        yield page.map(([key, value]) => [key.slice(prefix.length), value] as const);
    },
    change: (key, next, also) => store.change(prefix + key, next, also && ((now, then) => inside(also(now, then)))),
  });
}
