import type { Sheet } from '../chat/write.ts';

/** A message in the channel. */
export interface RoomMessage extends Sheet {
  readonly id: string;
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number;
  /** The id of who wrote it; undefined: the bot. */
  readonly by?: string;
  /** The id of the only one who sees it. */
  readonly to?: string;
  /** Who asked for it with a command or a press, and with which command. */
  readonly asked?: { readonly by: string; readonly with?: string };
  /** The message that it replies to. */
  readonly replyTo?: string;
  readonly edited?: boolean;
  readonly pinned?: boolean;
}

/** What has changed: messages as they are now, and the ids of those that are gone. */
export interface Changes {
  readonly version: number;
  readonly messages: readonly (RoomMessage & { readonly version: number })[];
  readonly gone: readonly string[];
}

/** The only channel, in memory alone. */
export interface Room {
  post(message: Omit<RoomMessage, 'id' | 'at'>): RoomMessage;
  /** Undefined where it is not there. */
  get(id: string): RoomMessage | undefined;
  /** A message that somebody sees. */
  seenBy(person: string, id: string): RoomMessage | undefined;
  edit(id: string, change: Partial<RoomMessage>): RoomMessage | undefined;
  remove(id: string): boolean;
  /** What somebody sees that has changed since a version. */
  since(version: number, person: string): Changes;
}

/** At most this many messages are kept: beyond that, the oldest that aren't pinned go. */
const MOST = 1000;

export function openRoom(now: () => number = Date.now): Room {
  const kept = new Map<string, { message: RoomMessage; version: number }>();
  const gone = new Map<string, number>();
  let [version, last] = [0, 0];
  const put = (message: RoomMessage) => {
    kept.set(message.id, { message, version: ++version });
    return message;
  };
  const remove = (id: string) => {
    if (!kept.delete(id)) return false;
    gone.set(id, ++version);
    const [oldest] = gone.keys();
    if (gone.size > MOST && oldest !== undefined) gone.delete(oldest);
    return true;
  };
  const tidy = () => {
    if (kept.size <= MOST) return;
    const oldest = [...kept.values()].find(({ message }) => !message.pinned);
    if (oldest) remove(oldest.message.id);
  };
  return {
    post: (message) => {
      const posted = put({ ...message, id: String(++last), at: now() });
      tidy();
      return posted;
    },
    get: (id) => kept.get(id)?.message,
    seenBy: (person, id) => {
      const message = kept.get(id)?.message;
      return (message?.to ?? person) === person ? message : undefined;
    },
    edit: (id, change) => {
      const before = kept.get(id)?.message;
      return before && put({ ...before, ...change });
    },
    remove,
    since: (before, person) => ({
      version,
      messages: [...kept.values()]
        .filter((one) => one.version > before && (one.message.to ?? person) === person)
        .map((one) => ({ ...one.message, version: one.version })),
      gone: [...gone].flatMap(([id, at]) => (at > before ? id : [])),
    }),
  };
}
