import { type CacheFactory, type Client, Collection, LimitedCollection } from 'discord.js';

/** So many messages of the bot's own are kept in all: what a message replies to comes along with it, and is looked up at once. */
const OWN_MESSAGES = 100;

/** So many others are kept of a server: who has just written something, for what they may do there. */
const OTHERS = 1;

/** What the bot may do somewhere follows from roles and channels. */
const KEPT = ['GuildManager', 'ChannelManager', 'GuildChannelManager', 'RoleManager', 'PermissionOverwriteManager'];

/**
 * Keeps in memory what the bot is itself and says itself, and next to nothing of other people, who bring along what is needed of them. Where nothing
 * is kept, and for messages, whose ids differ everywhere, there is one cache for all: a hundred thousand empty ones are large.
 */
export function cachesOf(client: () => Client): CacheFactory {
  const isOwn = (id: string | undefined) => id !== undefined && id === client().user?.id;
  const nothing = new LimitedCollection<string, never>({ maxSize: 0 });
  const messages = new OwnMessages(isOwn);
  const caches = (type: { readonly name: string }) => {
    if (type.name === 'MessageManager') return messages;
    if (type.name === 'GuildMemberManager' || type.name === 'UserManager')
      return new LimitedCollection<string, { id: string }>({ maxSize: OTHERS, keepOverLimit: ({ id }) => isOwn(id) });
    return KEPT.includes(type.name) ? new Collection() : nothing;
  };
  return caches as CacheFactory;
}

interface Said {
  readonly author?: { readonly id: string };
}

class OwnMessages extends LimitedCollection<string, Said> {
  readonly #isOwn: (id: string | undefined) => boolean;

  constructor(isOwn: (id: string | undefined) => boolean) {
    super({ maxSize: OWN_MESSAGES });
    this.#isOwn = isOwn;
  }

  override set(id: string, message: Said): this {
    return this.#isOwn(message.author?.id) ? super.set(id, message) : this;
  }
}
