import { type Message, MessageFlags, MessageType, type PermissionsBitField } from 'discord.js';
import type { Request } from '../../../commands/command.ts';
import { goesOnFrom, wantedBy } from '../../chat/mention.ts';
import { runCommand } from '../../chat/run-command.ts';
import type { Library } from '../../library/library.ts';
import { type Reply, tell } from '../../reply.ts';
import { wording } from '../../wording.ts';
import { openLines } from '../limits/lines.ts';
import type { Read } from '../limits/reading.ts';
import { problemOf } from '../log.ts';
import { guarded, logged, resultOf, type Watchers } from './guard.ts';
import { placeOf } from './here.ts';
import { customIdsOf } from './message.ts';
import { lacksToReply } from './permissions.ts';
import { render } from './render.ts';

/** Who or what is mentioned in a message: people, roles, channels, and emojis of a server. None of them is a word of a question. */
const MENTION = /<(?:@[!&]?|#|a?:\w+:)\d+>/g;

/** Discord shows for ten seconds that somebody types: as often as this, in milliseconds, it is told again. */
const TYPING = 9000;

/** In each channel one message is answered after the other; of more than so many that wait, the oldest is let go. */
const WAITING = 5;

/** Answers messages that are for the bot: in a direct conversation each, elsewhere those that mention it, as a reply does with its ping on. */
export function listener(library: Library, watchers: Watchers, read: Read, otherCopy: () => void): (message: Message) => Promise<void> {
  const { log } = watchers;
  const lines = openLines(WAITING);
  const working = new Set<string>(); // what the bot has not replied to yet
  return (message) =>
    logged(watchers, { kind: 'message', interaction: 'message', guild: message.guildId }, async () => {
      if (message.author.id === message.client.user.id && working.has(message.reference?.messageId ?? '')) otherCopy();
      const reply = await replyFor(message);
      if (!reply) return undefined;
      const lacking = message.inGuild() ? lacksToReply(message.channel) : [];
      if (lacking.length > 0) {
        log.warn({ guild: message.guildId, lacking }, 'not answered: the bot is not allowed to reply there');
        return undefined;
      }
      working.add(message.id);
      const done = await lines(message.channelId, async () => {
        const replies = await reply();
        working.delete(message.id);
        for (const one of replies.slice(0, 1)) await send(message, one);
        return { result: replies.length > 0 ? resultOf(replies) : ('refused' as const) };
      });
      working.delete(message.id);
      return done ? done.result : 'dropped';
    });

  /** How a message is replied to; undefined where it isn't for the bot. */
  async function replyFor(message: Message): Promise<(() => Promise<readonly Reply[]>) | undefined> {
    const me = message.client.user.id;
    const may = message.inGuild() ? message.channel.permissionsFor(message.author) : null; // at once, while who wrote it is in the cache
    const isByPerson = !message.author.bot && message.webhookId === null;
    if (!isByPerson || (message.type !== MessageType.Default && message.type !== MessageType.Reply)) return undefined;
    const before = message.mentions.repliedUser?.id === me ? await repliedTo(message) : undefined;
    const byRole = message.mentions.roles.some(({ tags }) => tags?.botId === me);
    if (byRole && message.content === '') return async () => [tell(wording.hintAtRole)];
    if (!message.inGuild() || byRole || message.mentions.users.has(me)) return () => guarded(log, () => answer(message, before, may));
    const hidden = before !== undefined && before.interactionMetadata !== null;
    return hidden && (await library.host.hint(message.author.id)) ? async () => [tell(wording.hint)] : undefined;
  }

  async function answer(
    message: Message,
    before: Message | undefined,
    may: Readonly<PermissionsBitField> | null,
  ): Promise<readonly Reply[]> {
    const text = message.content.replaceAll(MENTION, ' ').trim();
    const place = placeOf({ user: message.author, channel: message.channel, channelId: message.channelId, guildId: message.guildId });
    const name = message.author.displayName;
    const request = { text, private: false, open: true, surface: 'discord', place, name, at: Date.now() } as const;
    const from = before && (await goesOnFrom(customIdsOf(before), place, library));
    const wanted = wantedBy(text);
    if (!('command' in wanted)) return [wanted];
    const { command, ...typed } = wanted;
    const asked: Request = { ...request, ...typed, ...(from && { from }) };
    const work = async () => [await runCommand(command, asked, library)];
    if (!command.reads) return work();
    let typing: NodeJS.Timeout | undefined;
    const sign = () => {
      typing = setInterval(() => showTyping(message), TYPING);
      return showTyping(message);
    };
    return read({ place, may, work, sign, seenByAll: true }).finally(() => clearInterval(typing));
  }

  async function showTyping({ channel }: Message): Promise<void> {
    if (channel.isSendable())
      await channel.sendTyping().catch((error) => log.warn(problemOf(error), 'could not show that the bot is typing'));
  }

  async function send(message: Message, reply: Reply): Promise<void> {
    const full =
      'blocks' in reply && reply.kind !== 'leave'
        ? render(reply.blocks, reply.offers, ('article' in reply && reply.article) || library.host.fingerprint, reply)
        : undefined;
    const sent = full ?? render([{ kind: 'words', text: wording.noRoom }], [], library.host.fingerprint);
    const once = { nonce: message.id, enforceNonce: true }; // also where it is sent again, or by another copy of the bot
    if (sent) await message.reply({ ...sent, ...once, flags: MessageFlags.SuppressEmbeds, failIfNotExists: false });
  }
}

/** The message that another is a reply to: Discord sends it along, and it is kept for a while. */
async function repliedTo(message: Message): Promise<Message | undefined> {
  return message.channel.messages.cache.get(message.reference?.messageId ?? '') ?? message.fetchReference().catch(() => undefined);
}
