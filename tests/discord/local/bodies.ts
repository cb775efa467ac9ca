import { EVERYTHING, MANAGE_MESSAGES } from './permissions.ts';
import { type Attached, type Channel, type Guild, type Interaction, type Message, snowflake, type User, type World } from './world.ts';

/** Shapes as Discord sends them. */

export function userBody(user: User): object {
  return { ...user, discriminator: '0', avatar: null, global_name: user.bot ? null : user.username };
}

/** A member without its user, as messages have it along. */
export function memberBody(roles: readonly string[] = []): object {
  return { roles, joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0, nick: null, avatar: null };
}

export function channelBody(channel: Channel, bot?: User): object {
  const { id, type, guild, parent, recipient, botMay = EVERYTHING, archived = false, locked = false, lastPinAt } = channel;
  const last_pin_timestamp = lastPinAt === undefined ? null : new Date(lastPinAt).toISOString();
  const state = { flags: 0, last_message_id: null, last_pin_timestamp };
  if (!guild) return { id, type, ...state, recipients: recipient ? [userBody(recipient)] : [] };
  const common = { id, type, guild_id: guild.id, name: 'general', ...state };
  if (type === 11) {
    const metadata = { archived, auto_archive_duration: 1440, archive_timestamp: new Date(0).toISOString(), locked };
    return { ...common, parent_id: parent?.id ?? null, owner_id: guild.id, message_count: 0, member_count: 1, thread_metadata: metadata };
  }
  const denied = EVERYTHING & ~botMay;
  const own = bot && denied ? [{ id: bot.id, type: 1, allow: '0', deny: String(denied) }] : [];
  const voice = type === 2 ? { bitrate: 64_000, user_limit: 0, rtc_region: null } : {};
  return { ...common, parent_id: null, position: 0, nsfw: false, permission_overwrites: own, ...voice };
}

/** A guild with what the bot sees of it: as large guilds, without its members but for the bot itself. */
export function guildBody({ id, name, botRole, moderators, botMay = EVERYTHING }: Guild, channels: readonly Channel[], bot: User): object {
  const common = { permissions: String(botMay), color: 0, hoist: false, mentionable: false, flags: 0 };
  const everyone = { ...common, id, name: '@everyone', position: 0, managed: false };
  const own = { ...common, id: botRole, name: bot.username, position: 1, managed: true, tags: { bot_id: bot.id } };
  const managing = { ...common, id: moderators, name: 'Moderators', position: 2, managed: false, permissions: String(MANAGE_MESSAGES) };
  return {
    ...{
      id,
      name,
      unavailable: false,
      owner_id: id,
      member_count: 100_000,
      large: true,
      roles: [everyone, own, managing],
    },
    ...{ emojis: [], stickers: [], voice_states: [], presences: [], stage_instances: [], guild_scheduled_events: [], features: [] },
    members: [{ ...memberBody(), roles: [botRole], user: userBody(bot) }],
    channels: channels.filter(({ type }) => type === 0 || type === 2).map((channel) => channelBody(channel, bot)),
    threads: channels.filter(({ type, parent, archived }) => type === 11 && parent && !archived).map((channel) => channelBody(channel)),
  };
}

/**
 * A message; what it replies to comes along, but not what that replies to.
 * @param sees whether the bot sees what a message says
 */
export function messageBody(message: Message, sees: (one: Message) => boolean = () => true, nested = false): object {
  const { id, channel, author, content, components, flags, interaction, replyTo, pins, pinnedAt } = message;
  const reference = replyTo ?? pins;
  const answersCommand = interaction && !interaction.source;
  const visible = sees(message);
  return {
    id,
    channel_id: channel.id,
    author: userBody(author),
    content: visible ? content : '',
    components: visible ? components : [],
    flags,
    type: pins ? 6 : answersCommand ? 20 : replyTo || interaction ? 19 : 0,
    timestamp: new Date(message.sentAt).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: message.mentions.map((user) => ({ ...userBody(user), ...(channel.guild && { member: memberBody() }) })),
    mention_roles: channel.guild && content.includes(`<@&${channel.guild.botRole}>`) ? [channel.guild.botRole] : [], // seen whatever is hidden
    attachments: visible ? (message.files ?? []).map((file) => attachmentBody(snowflake(), file)) : [],
    embeds: [],
    pinned: pinnedAt !== undefined,
    ...(reference && {
      message_reference: {
        type: 0,
        channel_id: channel.id,
        message_id: reference.id,
        ...(channel.guild && { guild_id: channel.guild.id }),
      },
    }),
    ...(replyTo && !nested && { referenced_message: replyTo.deleted ? null : messageBody(replyTo, sees, true) }),
    ...(interaction && { interaction_metadata: metadataBody(interaction) }),
  };
}

/** A file as Discord tells of it. */
export function attachmentBody(id: string, { name, url }: Attached): object {
  return { id, filename: name, size: 1, url, proxy_url: url };
}

function metadataBody({ id, type, user, source, trigger }: Interaction): object {
  return {
    ...{ id, type, user: userBody(user), authorizing_integration_owners: {} },
    ...(type === 3 && source && { interacted_message_id: source.id }),
    ...(trigger && { triggering_interaction_metadata: metadataBody(trigger) }),
  };
}

/** An interaction's place and who is there, with what the person and the bot may do. */
export function placeBody(channel: Channel, user: User, permissions: bigint, app: bigint, { bot }: Pick<World, 'bot'>): object {
  const who = channel.guild
    ? { guild_id: channel.guild.id, context: 0, member: { ...memberBody(), user: userBody(user), permissions: String(permissions) } }
    : { user: userBody(user), context: 1 };
  return { channel_id: channel.id, channel: channelBody(channel, bot), app_permissions: String(app), ...who };
}
