import { memberBody, messageBody } from './bodies.ts';
import { EPHEMERAL, SUPPRESS_EMBEDS } from './flags.ts';
import type { Gateway } from './gateway.ts';
import { DIRECT_MESSAGES, GUILD_MESSAGES, MESSAGE_CONTENT } from './intents.ts';
import { botMayIn } from './permissions.ts';
import { type Channel, type Component, type Message, snowflake, type World } from './world.ts';

/** What a message begins with; the rest follows from it. */
export type Draft = Pick<Message, 'channel' | 'author' | 'content'> &
  Partial<
    Pick<Message, 'components' | 'flags' | 'mentions' | 'replyTo' | 'onlyFor' | 'interaction' | 'pins' | 'nonce' | 'roles' | 'files'>
  >;

/** What happens to messages, and what the gateway tells the bot of it. */
export interface Messages {
  create(draft: Draft): Message;
  edit(message: Message, data: { content?: string | null; components?: Component[] | null; flags?: number | null }): void;
  remove(message: Message): void;
  /** Tells that a message is not what it was. */
  changed(message: Message): void;
  /** A message of a channel, by its id. What only one person sees is not among them. */
  regular(channel: Channel, id: string): Message | undefined;
  /** A message as the bot gets it: without the privileged intent, what others say is hidden. */
  body(message: Message): object;
}

export function messagesOf(world: World, gateway: Gateway): Messages {
  /** Discord's exceptions: direct messages, mentions, and what the bot says itself. */
  const sees = ({ channel, author, mentions }: Message) =>
    (gateway.intents & MESSAGE_CONTENT) !== 0 || !channel.guild || author === world.bot || mentions.includes(world.bot);

  /** What only one person sees does not come from the guild: Discord tells the bot of it as of a direct message. */
  function tell(type: string, { channel, onlyFor, roles }: Message, body: object, member = false): void {
    const { guild } = channel;
    const direct = !guild || onlyFor !== undefined;
    if (!direct && botMayIn(channel, world) === 0n) return;
    const place = direct ? {} : { guild_id: guild.id, ...(member && { member: memberBody(roles) }) };
    gateway.tell(type, { ...body, ...place }, direct ? DIRECT_MESSAGES : GUILD_MESSAGES);
  }

  const body = (message: Message) => messageBody(message, sees);
  const full = (message: Message) => ({ ...body(message), channel_type: message.channel.type });

  const changed = (message: Message) => tell('MESSAGE_UPDATE', message, full(message), true);

  return {
    body,
    changed,
    regular: (channel, id) => world.messages.find((one) => one.id === id && one.channel === channel && !one.deleted && !one.onlyFor),
    create: (draft) => {
      const defaults = { components: [], flags: 0, deleted: false, mentions: [] };
      const message: Message = { ...defaults, ...draft, id: snowflake(), sentAt: Date.now() };
      world.messages.push(message);
      tell('MESSAGE_CREATE', message, full(message), true);
      return message;
    },
    edit: (message, { content, components, flags }) => {
      message.content = content ?? message.content;
      message.components = components ?? message.components;
      message.flags = (message.flags & EPHEMERAL) | ((flags ?? message.flags) & SUPPRESS_EMBEDS); // that is all that can be changed
      changed(message);
    },
    remove: (message) => {
      message.deleted = true;
      tell('MESSAGE_DELETE', message, { id: message.id, channel_id: message.channel.id });
    },
  };
}

/** Those whom a text mentions by their ids. */
export function mentioned(text: string, { bot, messages, channels }: World): Message['mentions'] {
  const known = new Set([bot, ...messages.map(({ author }) => author), ...channels.flatMap(({ recipient }: Channel) => recipient ?? [])]);
  const ids = new Set(Array.from(text.matchAll(/<@!?(\d+)>/g), ([, id]) => id));
  return [...known].filter(({ id }) => ids.has(id));
}
