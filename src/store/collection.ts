import type { Entry, Store } from './store.ts';

/** What a record belongs to. */
export interface Belongs {
  readonly guild?: string | undefined;
  /** Who has something to do with it: it changes, or goes, when they want nothing kept about them. */
  readonly users?: readonly string[];
  /** When it was used last, in milliseconds since 1970, where it goes after some time. */
  readonly at?: number;
}

/** Records of which: of a guild, of somebody, or those that were not used after a time. */
export type Which = { readonly guild: string } | { readonly user: string } | { readonly until: number };

/**
 * Records of one kind. With each record, marks are written: keys that begin with its guild, its users or its time,
 * so that nobody has to look through all records for those of one.
 */
export interface Collection<R> {
  get(id: string): Promise<R | undefined>;
  keep(id: string, record: R): Promise<void>;
  remove(id: string): Promise<void>;
  /** Reads a record and writes the next one, undefined for none; nobody gets between. @returns what is kept now */
  change(id: string, next: (now: R | undefined) => R | undefined): Promise<R | undefined>;
  /** What has to be written for a record that is new. */
  entries(id: string, record: R): readonly Entry[];
  /** The records whose ids begin so, by pages. */
  list(start?: string): AsyncIterable<readonly (readonly [id: string, record: R])[]>;
  /** The ids of some records, some at a time; also of what was left behind. */
  idsOf(which: Which): AsyncIterable<readonly string[]>;
  /** Some records, some at a time. */
  listOf(which: Which): AsyncIterable<readonly R[]>;
  /** Changes or removes some records, a page at a time. @param during is given each change to make, where that has to wait for something */
  changeEach(
    which: Which,
    next: (now: R) => R | undefined,
    during?: (id: string, change: () => Promise<unknown>) => Promise<unknown>,
  ): Promise<void>;
  /** Removes some records of a kind that never changes, some at once, which is quicker. @param also what has to be written then */
  removeEach(which: Which, also?: (id: string, record: R) => Promise<readonly Entry[]>): Promise<void>;
  /** Takes in the records that earlier versions kept, which made no marks. */
  adopt(): Promise<void>;
}

const RECORDS = 'record/';
const GUILDS = 'guild/';
const USERS = 'user/';
const TIMES = 'at/';

/** So many records are changed at once: more of them would hold up the loop. */
const AT_ONCE = 64;

/** A mark, and the record that it is of. */
interface Marked {
  readonly mark: string;
  readonly id: string;
}

/** Keys are ordered as texts: so many digits hold every time. */
const DIGITS = 15;

/** @param kind the name of the kind */
export function openCollection<R>(store: Store, kind: string, belongs: (record: R) => Belongs): Collection<R> {
  const keyOf = (id: string) => `${RECORDS}${kind}/${id}`;
  const startOf = (which: Which) => {
    if ('guild' in which) return `${GUILDS}${which.guild}/${kind}/`;
    return 'user' in which ? `${USERS}${which.user}/${kind}/` : `${TIMES}${kind}/`;
  };
  const marksOf = (id: string, record: unknown): string[] => {
    if (record === undefined) return [];
    const { guild, users = [], at } = belongs(record as R);
    return [
      ...(guild === undefined ? [] : [startOf({ guild }) + id]),
      ...users.map((user) => startOf({ user }) + id),
      ...(at === undefined ? [] : [`${TIMES}${kind}/${timeKey(at)}/${id}`]),
    ];
  };
  const remarked = (id: string) => (now: unknown, next: unknown) => {
    const [before, after] = [marksOf(id, now), marksOf(id, next)];
    return [...marks(before, after, undefined), ...marks(after, before, true)];
  };
  const change = (id: string, next: (now: R | undefined) => R | undefined) =>
    store.change(keyOf(id), next as (now: unknown) => unknown, remarked(id)) as Promise<R | undefined>;
  const entries = (id: string, record: R): Entry[] => [[keyOf(id), record], ...marks(marksOf(id, record), [], true)];
  const holds = (mark: string, id: string, record: unknown) => marksOf(id, record).includes(mark);
  /** What is marked, some at a time. */
  async function* marked(which: Which): AsyncGenerator<Marked[]> {
    const start = startOf(which);
    const isTime = 'until' in which;
    const end = isTime ? start + timeKey(which.until + 1) : undefined;
    for await (const page of store.list(start)) {
      const found = page.map(([mark]) => mark).filter((mark) => end === undefined || mark < end);
      const all = found.map((mark) => ({ mark, id: mark.slice(isTime ? start.length + DIGITS + 1 : start.length) }));
      for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
      if (found.length < page.length) return;
    }
  }
  const adopted = async ([key, record]: Entry): Promise<readonly Entry[]> => {
    const id = key.slice(kind.length + 1);
    const isKnown = (await store.get(keyOf(id))) !== undefined; // what was kept since is newer
    return [[key, undefined], ...(isKnown ? [] : entries(id, record as R))];
  };
  return {
    get: (id) => store.get(keyOf(id)) as Promise<R | undefined>,
    keep: async (id, record) => void (await change(id, () => record)),
    remove: async (id) => void (await change(id, () => undefined)),
    change,
    entries,
    list: async function* (start = '') {
      for await (const page of store.list(keyOf(start)))
        yield page.map(([key, record]) => [key.slice(keyOf('').length), record as R] as const);
    },
    idsOf: async function* (which) {
      for await (const some of marked(which)) yield some.map(({ id }) => id);
    },
    listOf: async function* (which) {
      for await (const some of marked(which)) {
        const records = await Promise.all(some.map(({ id }) => store.get(keyOf(id))));
        yield records.filter((record, at) => some[at] && holds(some[at].mark, some[at].id, record)) as R[];
      }
    },
    changeEach: async (which, next, during = (_id, work) => work()) => {
      const work = async ({ mark, id }: Marked) => {
        if (!holds(mark, id, await store.get(keyOf(id)))) return store.delete(mark); // it was left behind
        return during(id, () => change(id, (now) => (holds(mark, id, now) ? next(now as R) : now)));
      };
      for await (const some of marked(which)) await Promise.all(some.map(work));
    },
    removeEach: async (which, also = async () => []) => {
      const gone = async ({ mark, id }: Marked): Promise<Entry[]> => {
        const record = await store.get(keyOf(id));
        if (!holds(mark, id, record)) return [[mark, undefined]];
        return [[keyOf(id), undefined], ...marks(marksOf(id, record), [], undefined), ...(await also(id, record as R))];
      };
      for await (const some of marked(which)) await store.write((await Promise.all(some.map(gone))).flat());
    },
    adopt: async () => {
      for await (const page of store.list(`${kind}/`)) await store.write((await Promise.all(page.map(adopted))).flat());
    },
  };
}

function timeKey(at: number): string {
  return String(Math.max(0, Math.floor(at))).padStart(DIGITS, '0');
}

/** Those that the others lack. */
function marks(some: readonly string[], others: readonly string[], value: true | undefined): Entry[] {
  return some.filter((mark) => !others.includes(mark)).map((mark) => [mark, value]);
}

/** The ids of the guilds of which something is kept. */
export async function* guildsIn(store: Store): AsyncGenerator<string> {
  let last: string | undefined;
  for (let goes = true; goes; ) {
    goes = false;
    for await (const page of store.list(GUILDS, last && `${GUILDS}${last}/\uffff`)) {
      for (const guild of new Set(page.map(([key]) => key.split('/')[1] ?? ''))) {
        last = guild;
        goes = true;
        yield guild;
      }
      break; // the last one may have very many: those behind it are next
    }
  }
}

/** Does something in one after another: all at once would hold up the loop. */
export async function inEach<T>(rooms: readonly T[], work: (room: T) => Promise<void>): Promise<void> {
  for (const room of rooms) await work(room);
}
