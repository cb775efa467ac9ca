/** Keeps small records, each behind a key. What has been set survives the end of the process, however it comes. */
export interface Store {
  /** Undefined where there is no such record. */
  get(key: string): unknown;
  /** @returns when the record is kept */
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** The records whose keys begin so, in the order of their keys. */
  list(prefix: string): readonly (readonly [key: string, value: unknown])[];
}

/** A store that lasts as long as the process. */
export function memoryStore(): Store {
  const records = new Map<string, string>();
  const read = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));
  return {
    get: (key) => read(records.get(key)),
    set: async (key, value) => void records.set(key, JSON.stringify(value)),
    delete: async (key) => void records.delete(key),
    list: (prefix) =>
      [...records]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, text]) => [key, read(text)] as const),
  };
}

/** The part of a store whose keys begin with a prefix, without it. */
export function within(store: Store, prefix: string): Store {
  return {
    get: (key) => store.get(prefix + key),
    set: (key, value) => store.set(prefix + key, value),
    delete: (key) => store.delete(prefix + key),
    list: (start) => store.list(prefix + start).map(([key, value]) => [key.slice(prefix.length), value] as const),
  };
}
