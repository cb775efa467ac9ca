/** What a local Discord knows: people, guilds, channels, messages, interactions. Shapes are Discord's own. */

export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot?: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
}

export interface Channel {
  readonly id: string;
  /** 0: text, 1: direct messages, 11: a public thread. */
  readonly type: 0 | 1 | 11;
  readonly guild?: Guild;
  /** Whether the bot sees it. */
  readonly hidden?: boolean;
}

export interface Component {
  readonly type: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly components?: Component[];
}

export interface Message {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  content: string;
  components: Component[];
  flags: number;
  deleted: boolean;
  /** Who sees it, where it is ephemeral. */
  readonly onlyFor?: User;
  /** The interaction that it answers. */
  readonly interaction: Interaction;
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2: a command, 3: a component, 4: autocomplete. */
  readonly type: 2 | 3 | 4;
  readonly user: User;
  readonly channel: Channel;
  readonly sentAt: number;
  /** The message whose component was used. */
  readonly source?: Message;
  acknowledgedAt?: number;
  /** Its answer broke a rule. */
  refused?: boolean;
  /** Discord doesn't know it any more. */
  forgotten?: boolean;
  /** What `@original` means: the answer, or the message whose component was used. */
  original?: Message;
  choices?: { name: string; value: string }[];
  readonly followUps: Message[];
}

/** Discord's error: a number, what it means, and the status of the response. */
export interface Problem {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

const EPOCH = 1_420_070_400_000n;
let count = 0n;

/** An id as Discord makes them: the time, and a number. */
export function snowflake(at = Date.now()): string {
  count = (count + 1n) & 0xfffn;
  return String(((BigInt(at) - EPOCH) << 22n) | count);
}

export const EPHEMERAL = 1 << 6;
export const SUPPRESS_EMBEDS = 1 << 2;

/** A message as Discord sends it along with an interaction. */
export function messageBody({ id, channel, author, content, components, flags, interaction }: Message): object {
  return {
    id,
    channel_id: channel.id,
    author: { ...author, discriminator: '0', avatar: null, global_name: null },
    content,
    components,
    flags,
    type: interaction.type === 2 ? 20 : 19,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      user: { ...interaction.user, discriminator: '0', avatar: null, global_name: null },
      authorizing_integration_owners: {},
    },
  };
}
