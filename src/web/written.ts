import { goesOnFrom, wantedBy } from '../chat/mention.ts';
import { runCommand } from '../chat/run-command.ts';
import { type Reply, tell } from '../reply.ts';
import { wording } from '../wording.ts';
import { sentOf } from './channel.ts';
import type { Person } from './people.ts';
import type { RoomMessage } from './room.ts';
import type { Stage } from './stage.ts';

/** A mention of the bot, with the comma or colon after it. */
const MENTION = /@verbatim\b[,:]?/i;
const MENTIONS = new RegExp(MENTION, 'gi');

/** Whether a message was for the bot; where it wasn't, who wrote it may have meant it to be. */
export type Heard = 'heard' | 'not mentioned';

/** Messages that people write in the channel, and the bot's answers to them. */
export interface Written {
  /** @returns the message's id */
  say(person: Person, text: string, replyTo?: string): string;
  /** Answers a message that somebody has just written, if it is for the bot: one after the other, as on Discord. */
  answer(person: Person, message: string): Promise<Heard>;
}

export function openWritten({ library, room, placeOf, hereOf, show, tried }: Stage): Written {
  const waiting = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();

  /** What a message gets; undefined: nothing. */
  async function replyTo(message: RoomMessage, person: Person): Promise<{ reply: Reply; private: boolean } | undefined> {
    const before = message.replyTo === undefined ? undefined : room.get(message.replyTo);
    const repliesToBot = before !== undefined && before.by === undefined;
    const isMentioned = MENTION.test(message.content);
    if (!isMentioned && repliesToBot && before.asked)
      // the answer to a command: who replies to that pings nobody, and the bot can't read it
      return (await library.host.hint(person.id)) ? { reply: tell(wording.hint), private: false } : undefined;
    if (!isMentioned && !repliesToBot) return { reply: tell(wording.web.notMentioned), private: true };
    const place = placeOf(person);
    const wanted = wantedBy(message.content.replace(MENTIONS, ' ').trim());
    if (!('command' in wanted)) return { reply: wanted, private: false };
    const from = repliesToBot ? await goesOnFrom(sentOf(before).customIds, place, library) : undefined;
    const { channel: _, elsewhere: __, ...here } = hereOf(person, library.host.fingerprint);
    const { command, ...typed } = wanted;
    return {
      reply: await runCommand(command, { ...here, private: false, open: true, ...typed, ...(from && { from }) }, library),
      private: false,
    };
  }

  return {
    say: (person, content, to) => {
      const before = to === undefined ? undefined : room.seenBy(person.id, to);
      const { id } = room.post({ by: person.id, content, menus: [], buttons: [], ...(before && { replyTo: before.id }) });
      waiting.add(id);
      return id;
    },
    answer: (person, id) => {
      const message = waiting.delete(id) ? room.get(id) : undefined;
      if (message?.by !== person.id) return Promise.resolve('heard');
      const turn = last.then(async () => {
        let alone = false;
        const replies = await tried(async () => {
          const given = await replyTo(message, person);
          alone = given?.private ?? false;
          return given ? [given.reply] : [];
        });
        for (const reply of replies) {
          const audience = alone ? 'asker' : 'everyone';
          show('audience' in reply ? { ...reply, audience } : reply, { person, replyTo: id });
        }
        return alone ? 'not mentioned' : 'heard';
      });
      last = turn;
      return turn;
    },
  };
}
