import type { Modal } from './modals.ts';

/** What a local Discord knows: people, guilds, channels, messages, interactions. */

export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot?: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  /** The role that Discord made there for the bot, named as it. */
  readonly botRole: string;
  /** An outage: Discord says that the bot is in it, and nothing else. */
  unavailable?: boolean;
  /** The role of those who manage messages there. */
  readonly moderators: string;
  /** What the bot may do there by its roles; without it, what it needs. */
  readonly botMay?: bigint;
}

export interface Channel {
  readonly id: string;
  /** 0: text, 1: direct messages, 2: voice, with a chat of its own, 11: a public thread. */
  readonly type: 0 | 1 | 2 | 11;
  readonly guild?: Guild;
  /** Where a thread belongs to. Discord tells the bot of a thread only if it has one here. */
  readonly parent?: Channel;
  /** Whom the bot talks to, in direct messages. */
  readonly recipient?: User;
  /** Whether the bot sees it. */
  readonly hidden?: boolean;
  /** What the bot may do there; without it, what it needs. */
  readonly botMay?: bigint;
  /** Of a thread: nobody has written there for a while. Nothing in it can be changed before it is opened. */
  archived?: boolean;
  /** Of a thread: only who manages threads writes there, or opens it. */
  locked?: boolean;
  /** How many messages can be pinned there; without it, as many as Discord lets be. */
  pinLimit?: number;
  /** When the latest of its pins was made, as of the last time that something was pinned or unpinned. */
  lastPinAt?: number | undefined;
}

export interface Component {
  readonly type: number;
  readonly custom_id?: string;
  readonly label?: string;
  /** 5: a link, which has a `url` and no `custom_id`. */
  readonly style?: number;
  readonly url?: string;
  readonly disabled?: boolean;
  /** What a menu says as long as nothing is chosen. */
  readonly placeholder?: string;
  readonly options?: readonly Choice[];
  readonly min_values?: number;
  readonly max_values?: number;
  readonly components?: Component[];
}

/** What can be chosen in a menu. */
export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  /** It is chosen already. */
  readonly default?: boolean;
}

/** A file that was attached, and where it can be fetched. */
export interface Attached {
  readonly name: string;
  readonly url: string;
}

export interface Message {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  /** The roles of its author in the guild, where they have some. */
  readonly roles?: readonly string[];
  readonly sentAt: number;
  content: string;
  components: Component[];
  flags: number;
  deleted: boolean;
  /** Whom it mentions: also by a reply whose ping is on, but for a reply to what answers an interaction. */
  readonly mentions: readonly User[];
  readonly replyTo?: Message;
  /** The files that came with it. */
  readonly files?: readonly Attached[];
  /** Of two messages with the same one, Discord makes only one. */
  readonly nonce?: string;
  /** Who sees it, where it is ephemeral. */
  readonly onlyFor?: User;
  /** The interaction that it answers; a regular message answers none. */
  readonly interaction?: Interaction;
  /** When it was pinned, while it is. */
  pinnedAt?: number;
  /** It says nothing itself: Discord says by it that its author has pinned this one. */
  readonly pins?: Message;
}

/** What a guild's administrators can look up later. */
export interface AuditLogEntry {
  readonly guild: Guild;
  readonly action: 'pin' | 'unpin';
  readonly message: Message;
  readonly by: User;
  /** What the bot says of why. */
  readonly reason?: string;
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2: a command, 3: a component, 4: autocomplete, 5: a form that was sent. */
  readonly type: 2 | 3 | 4 | 5;
  readonly user: User;
  readonly channel: Channel;
  readonly sentAt: number;
  /** The message whose component was used, or whose component had shown the form. */
  readonly source?: Message;
  /** The interaction that the form was shown for. */
  readonly trigger?: Interaction;
  acknowledgedAt?: number;
  /** Its answer broke a rule, or had no place in a closed thread. */
  refused?: boolean;
  /** Discord doesn't know it any more. */
  forgotten?: boolean;
  /** What `@original` means: the answer, or the message whose component was used. */
  original?: Message;
  /** The form that answers it. */
  modal?: Modal;
  choices?: { name: string; value: string }[];
  readonly followUps: Message[];
}

/** What a command's registration says of it. */
export interface Registered {
  readonly name: string;
  /** 1, or without it: a slash command; 3: one for messages. */
  readonly type?: number;
  /** 0: in guilds, 1: in direct messages with the bot. */
  readonly contexts?: readonly number[];
  /** What somebody has to be allowed in a guild to see it there, unless the guild's administrators say otherwise. */
  readonly default_member_permissions?: string | null;
  readonly options?: readonly RegisteredOption[];
}

export interface RegisteredOption {
  readonly name: string;
  readonly type: number;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly max_length?: number;
  readonly min_value?: number;
  readonly choices?: readonly { readonly value: string | number }[];
  /** Of a subcommand. */
  readonly options?: readonly RegisteredOption[];
}

export interface World {
  readonly bot: User;
  readonly token: string;
  readonly applicationId: string;
  /** Those that the bot is in. */
  readonly guilds: Guild[];
  readonly channels: Channel[];
  readonly messages: Message[];
  readonly interactions: Interaction[];
  readonly auditLog: AuditLogEntry[];
  /** By guild, or `global`. */
  readonly commands: Map<string, readonly Registered[]>;
  /** Guilds in which the application may not register commands. */
  readonly closed: Set<string>;
  /** What becomes of an interaction as soon as it is sent. */
  onInteraction?: (interaction: Interaction) => void;
  /** In how many milliseconds an interaction has to be acknowledged. Discord's own three seconds are too few for a bot on a machine that others work on. */
  patience: number;
  /** An outage: nothing works. */
  down: boolean;
  /** What else its owner has set for the application. */
  settings: Settings;
  /** Its clock is so many milliseconds ahead of this machine's. */
  clockAhead: number;
  /** So many starts of a session are left for the day, and so many shards it wants. */
  starts: number;
  shards: number;
}

export interface Settings {
  readonly flags?: number;
  readonly interactions_endpoint_url?: string | null;
  readonly bot_require_code_grant?: boolean;
  readonly approximate_guild_count?: number;
}

/** Discord's error: a number, what it means, and the status of the response. */
export interface Problem {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

const EPOCH = 1_420_070_400_000n;
let [count, last] = [0n, 0n];

/** An id as Discord makes them: the time, and a number. Where no time is given, it is greater than all before. */
export function snowflake(at?: number): string {
  count = (count + 1n) & 0xfffn;
  const id = ((BigInt(at ?? Date.now()) - EPOCH) << 22n) | count;
  if (at !== undefined) return String(id);
  last = id > last ? id : last + 1n;
  return String(last);
}
