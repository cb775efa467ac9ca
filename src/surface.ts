import type { Block, Offer } from './reply.ts';

export type SurfaceName = 'terminal' | 'discord';

/** What may be needed for something, by the name that Discord's settings have for it. */
export type Permission =
  | 'View Channel'
  | 'Send Messages'
  | 'Send Messages in Threads'
  | 'Read Message History'
  | 'Pin Messages'
  | 'Manage Messages'
  | 'Manage Server';

/** A message that everybody in a channel sees. */
export interface Post {
  readonly blocks: readonly Block[];
  readonly offers: readonly Offer[];
  /** The fingerprint of the article that the offers are about, where it is another than the one that is talked about. */
  readonly article?: string;
  /** The message that it is a reply to, where that is still there. */
  readonly repliesTo?: string;
  /** Nothing of it may be left out. */
  readonly whole?: true;
  /** So many UTF-16 units are left free, for what may have to be added later. */
  readonly reserve?: number;
}

/** What became of something that was to be done in a channel. */
export type Outcome<Result = unknown> = { kind: 'done'; result: Result } | Failure;

/** A message as it is there: `message` is its id, `content` what it says, as its surface writes it. */
export interface Posted {
  readonly message: string;
  readonly content: string;
  readonly offers: readonly Offer[];
  readonly pinned: boolean;
}

export type Failure =
  /** The message is not there any more, or the channel. */
  | { kind: 'gone' }
  | { kind: 'not allowed'; permissions: readonly Permission[] }
  /** No more messages can be pinned there. */
  | { kind: 'full' }
  /** It is an archived thread, and the bot may not open it. */
  | { kind: 'archived' }
  /** A message has no room for it. */
  | { kind: 'no room' }
  /** Discord had a problem. */
  | { kind: 'failed' };

/** What a command may do in the channel that it is used in. Everything names a message by its id. */
export interface Channel {
  /** "#general" */
  readonly name: string;
  /** What of these the bot lacks there. */
  lacks(needs: readonly Permission[]): readonly Permission[];
  /** What it takes to post there. */
  readonly posting: Permission;
  /** Whether a message has room for it. */
  fits(post: Post): boolean;
  /** @param once of two posts with the same one, of at most 25 characters, only one is made */
  post(post: Post, once: string): Promise<Outcome<Posted>>;
  read(message: string): Promise<Outcome<Posted>>;
  edit(message: string, post: Post): Promise<Outcome<Posted>>;
  /** @param reason for the guild's audit log */
  pin(message: string, reason: string): Promise<Outcome>;
  unpin(message: string, reason: string): Promise<Outcome>;
  remove(message: string): Promise<Outcome>;
}
