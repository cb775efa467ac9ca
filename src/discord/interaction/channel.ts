import type { Client, Message, PermissionsBitField, SendableChannels } from 'discord.js';
import type { Logger } from 'pino';
import { messageOf } from '../../chat/message.ts';
import type { Channel, Outcome, Permission, Post, Posted } from '../../surface.ts';
import { wording } from '../../wording.ts';
import { problemOf } from '../log.ts';
import { sentOf } from './message.ts';
import { lacking } from './permissions.ts';
import { refusedBy } from './refused.ts';
import { render } from './render.ts';

/**
 * A channel of a guild, for commands.
 * @param id the channel's
 * @param fingerprint of the article that is talked about
 * @param bot what the bot may do there
 */
export function channelOf(
  client: Client<true>,
  id: string,
  fingerprint: string,
  bot: Readonly<PermissionsBitField> | null,
  log: Logger,
): Channel {
  const isThread = () => client.channels.cache.get(id)?.isThread() ?? false;
  const named = client.channels.cache.get(id);

  /** Does something in the channel, which is opened for it where it is an archived thread. */
  async function attempt<Result>(needs: Permission, work: (channel: SendableChannels) => Promise<Result>): Promise<Outcome<Result>> {
    try {
      const channel = await client.channels.fetch(id);
      if (!channel?.isSendable()) return { kind: 'gone' };
      return { kind: 'done', result: await inOpenThread(channel, () => work(channel)) };
    } catch (error) {
      const refused = refusedBy(error);
      if (refused === 'gone' || refused === 'full') return { kind: refused };
      if (refused === 'archived' || refused === 'locked') return { kind: 'archived' };
      if (refused === 'not allowed') return { kind: 'not allowed', permissions: [needs] };
      log.warn(problemOf(error), 'Discord did not do what a moderator wanted');
      return { kind: 'failed' };
    }
  }

  const posted = (message: Message): Posted => {
    const { content, offers } = messageOf(sentOf(message), fingerprint);
    return { message: message.id, content, offers, pinned: message.pinned };
  };
  const write = (post: Post) => render(post.blocks, post.offers, post.article ?? fingerprint, post);
  const posting = (): Permission => (isThread() ? 'Send Messages in Threads' : 'Send Messages');
  return {
    name: named && 'name' in named && named.name ? `#${named.name}` : wording.thisChannel,
    lacks: (needs) => lacking(bot, needs),
    get posting() {
      return posting();
    },
    fits: (post) => write(post) !== undefined,
    post: async (post, once) => {
      const message = write(post);
      if (!message) return { kind: 'no room' };
      const { repliesTo } = post;
      const reply = repliesTo !== undefined && { reply: { messageReference: repliesTo, failIfNotExists: false } };
      return attempt(posting(), async (channel) => posted(await channel.send({ ...message, ...reply, nonce: once, enforceNonce: true })));
    },
    read: (message) => attempt('Read Message History', async (channel) => posted(await channel.messages.fetch({ message, force: true }))),
    edit: async (message, post) => {
      const written = write(post);
      if (!written) return { kind: 'no room' };
      return attempt('View Channel', async (channel) => posted(await channel.messages.edit(message, written)));
    },
    pin: (message, reason) => attempt('Pin Messages', (channel) => channel.messages.pin(message, reason)),
    unpin: (message, reason) => attempt('Pin Messages', (channel) => channel.messages.unpin(message, reason)),
    remove: (message) => attempt('View Channel', (channel) => channel.messages.delete(message)),
  };
}

/** Does something, and where an archived thread refuses it, once more after opening that. */
async function inOpenThread<T>(channel: SendableChannels, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!channel.isThread() || refusedBy(error) !== 'archived') throw error;
    await channel.setArchived(false).catch(() => {
      throw error; // it may not: that it is archived says more
    });
    return work();
  }
}
