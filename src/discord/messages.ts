import { type Message, MessageFlags, MessageType } from 'discord.js';
import type { Logger } from 'pino';
import { ask } from '../../commands/ask.ts';
import { commands } from '../../commands/index.ts';
import { fingerprint } from '../article/fingerprint.ts';
import type { Desk } from '../desk.ts';
import { type Reply, tell } from '../reply.ts';
import { wording } from '../wording.ts';
import { customIdsOf, guarded, offersIn, placeOf } from './dispatch.ts';
import { problemOf } from './log.ts';
import { render } from './render.ts';

/**
 * Answers messages that are for the bot: in a direct conversation each, elsewhere those that mention it, as a reply does with its ping on.
 * It never throws: what goes wrong is a line in the log, without what people wrote.
 */
export function listener(desk: Desk, log: Logger): (message: Message) => Promise<void> {
  const article = fingerprint(desk.article);
  return async (message) => {
    const started = performance.now();
    const line = () => ({ interaction: 'message', guild: message.guildId, ms: Math.round(performance.now() - started) });
    try {
      const reply = await replyTo(message);
      if (!reply) return;
      await send(message, reply);
      log.info(line(), 'answered');
    } catch (error) {
      log.warn({ ...line(), ...problemOf(error) }, 'not answered');
    }
  };

  async function replyTo(message: Message): Promise<Reply | undefined> {
    if (message.author.bot || (message.type !== MessageType.Default && message.type !== MessageType.Reply)) return undefined;
    const before = repliedTo(message);
    if (!message.inGuild() || message.mentions.users.has(message.client.user.id))
      return (await guarded(log, () => answer(message, before)))[0];
    const hidden = before?.author.id === message.client.user.id && before.interactionMetadata !== null;
    return hidden && (await desk.hint(message.author.id)) ? tell(wording.hint) : undefined;
  }

  async function answer(message: Message, before: Message | undefined): Promise<readonly Reply[]> {
    const text = message.content.replaceAll(new RegExp(`<@!?${message.client.user.id}>`, 'g'), ' ').trim();
    const place = placeOf({ user: message.author, channelId: message.channelId, guildId: message.guildId });
    const request = { text, private: false, open: true, surface: 'discord', place } as const;
    const help = commands.find(({ name }) => name === 'help');
    if (text === '' && help) return [await help.run(request, desk)];
    const [follow] = offersIn(before ? customIdsOf(before) : [], article).filter(({ action }) => action === 'follow');
    const from = desk.given(follow?.args[1] ?? -1);
    return [await ask.run({ ...request, ...(from && { from }) }, desk)];
  }

  async function send(message: Message, reply: Reply): Promise<void> {
    const sent = 'blocks' in reply && reply.kind !== 'leave' ? render(reply.blocks, reply.offers, article) : undefined;
    const pings = { parse: [], repliedUser: false };
    if (sent) await message.reply({ ...sent, flags: MessageFlags.SuppressEmbeds, allowedMentions: pings, failIfNotExists: false });
  }
}

/** The message that another is a reply to: Discord sends it along, and it is kept for so long. */
function repliedTo({ reference, channel }: Message): Message | undefined {
  return channel.messages.cache.get(reference?.messageId ?? '');
}
