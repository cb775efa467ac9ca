import { messageOf } from '../chat/message.ts';
import { write } from '../chat/write.ts';
import type { Channel, Outcome, Post, Posted } from '../surface.ts';
import { wording } from '../wording.ts';
import type { Room, RoomMessage } from './room.ts';

/** A message as the rest of the bot knows one. */
export function sentOf({ id, content, menus, buttons, to }: RoomMessage) {
  return { id, content, customIds: [...menus, ...buttons].map(({ customId }) => customId), private: to !== undefined };
}

/** The channel, for commands: nothing there is too much for the bot. @param fingerprint of the article that is talked about */
export function channelOf(room: Room, fingerprint: string): Channel {
  const written = (post: Post) => write(post.blocks, post.offers, post.article ?? fingerprint, post);
  const posted = (message: RoomMessage | undefined): Outcome<Posted> => {
    if (!message) return { kind: 'gone' };
    const { content, offers } = messageOf(sentOf(message), fingerprint);
    return { kind: 'done', result: { message: message.id, content, offers, pinned: message.pinned === true } };
  };
  const done = (there: unknown): Outcome => (there ? { kind: 'done', result: undefined } : { kind: 'gone' });
  return {
    name: wording.web.channel,
    lacks: () => [],
    posting: 'Send Messages',
    fits: (post) => written(post) !== undefined,
    post: async (post) => {
      const sheet = written(post);
      return sheet
        ? posted(room.post({ ...sheet, ...(post.repliesTo !== undefined && { replyTo: post.repliesTo }) }))
        : { kind: 'no room' };
    },
    read: async (message) => posted(room.get(message)),
    edit: async (message, post) => {
      const sheet = written(post);
      return sheet ? posted(room.edit(message, sheet)) : { kind: 'no room' };
    },
    pin: async (message) => done(room.edit(message, { pinned: true })),
    unpin: async (message) => done(room.edit(message, { pinned: false })),
    remove: async (message) => done(room.remove(message)),
  };
}
