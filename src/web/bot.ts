import type { Command, File, Here, Request } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { customId } from '../action.ts';
import { goesOnFrom, wantedBy } from '../chat/mention.ts';
import { aboutWhich, messageOf } from '../chat/message.ts';
import { commandNamed, runCommand, suggestedFor, type Typed } from '../chat/run-command.ts';
import { takeOffer } from '../chat/take-offer.ts';
import { write } from '../chat/write.ts';
import type { Place } from '../conversation/conversations.ts';
import type { Library } from '../library/library.ts';
import { type Reply, tell } from '../reply.ts';
import type { Permission } from '../surface.ts';
import { wording } from '../wording.ts';
import { channelOf, sentOf } from './channel.ts';
import { PEOPLE, type Person } from './people.ts';
import type { Room, RoomMessage } from './room.ts';

/** The only server and its only channel. */
const [GUILD, CHANNEL] = ['1', '2'];

/** What comes behind the name of who is mentioned. */
const MENTION = /@verbatim\b[,:]?/gi;

/** What somebody sets behind a command. */
export interface Behind {
  /** By the options' names. */
  readonly set: Readonly<Record<string, string>>;
  readonly file?: File | undefined;
  /** The message that a command for messages is used on. */
  readonly on?: string | undefined;
}

/** A form that is to be filled in: what is typed comes back with its `custom_id`. */
export interface Form {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly customId: string;
  /** The message that it belongs to. */
  readonly message: string;
}

/** The bot in the channel. What it does is seen there; a form is for who asked alone. */
export interface Bot {
  command(person: Person, name: string, behind: Behind): Promise<void>;
  /** Somebody writes a message: the bot answers where it is mentioned, or replied to. */
  say(person: Person, text: string, replyTo?: string): Promise<void>;
  /** Somebody presses a button, chooses in a menu, or fills in a form. */
  take(
    person: Person,
    message: string,
    taken: { customId: string; by: 'button' | 'menu' | 'form'; values: readonly string[]; text: string },
  ): Promise<Form | undefined>;
  suggest(person: Person, command: string, typed: Typed): Promise<readonly string[]>;
  /** Who is alone in seeing a message takes it away. */
  dismiss(person: Person, message: string): void;
}

/** What a reply belongs to. */
interface Origin {
  readonly person: Person;
  readonly asked?: NonNullable<RoomMessage['asked']>;
  /** The message that was acted on. */
  readonly on?: string;
  readonly replyTo?: string;
}

/** @param now in milliseconds since 1970 */
export function openBot(library: Library, room: Room, now: () => number): Bot {
  const placeOf = ({ id }: Person): Place => ({ user: id, channel: CHANNEL, guild: GUILD });
  const hereOf = (person: Person, fingerprint: string): Here => ({
    surface: 'discord',
    place: placeOf(person),
    name: person.name,
    at: now(),
    channel: channelOf(room, fingerprint),
    elsewhere: () => channelOf(room, fingerprint),
  });
  const refusal = ({ may }: Person, needs: Permission | undefined) =>
    needs === undefined || may.includes(needs) ? undefined : tell(wording.youLack([needs], wording.web.channel), 'refused');

  /** Shows what came of something, or asks for what a form asks. */
  function show(reply: Reply, origin: Origin): Form | undefined {
    const { person, asked, on, replyTo } = origin;
    if (reply.kind === 'leave') return undefined;
    if (reply.kind === 'remove') {
      if (on !== undefined) room.remove(on);
      return undefined;
    }
    const { article = library.host.fingerprint } = reply;
    if (reply.kind === 'form') {
      const { title, label, hint, offer } = reply;
      return { title, label, hint, customId: customId(offer, article), message: on ?? '' };
    }
    const sheet = write(reply.blocks, reply.offers, article, reply);
    if (!sheet) return show(tell(wording.noRoom), origin);
    if (reply.kind === 'update' && on !== undefined) room.edit(on, { ...sheet, edited: room.get(on)?.to === undefined });
    else {
      const alone = reply.kind === 'reply' && reply.audience === 'asker';
      room.post({ ...sheet, ...(alone && { to: person.id }), ...(asked && { asked }), ...(replyTo && !alone && { replyTo }) });
    }
    return undefined;
  }

  async function run(person: Person, command: Command, { set, file }: Behind, on: RoomMessage | undefined): Promise<Reply> {
    const refused = refusal(person, command.needs);
    if (refused) return refused;
    const place = placeOf(person);
    const here = (fingerprint: string) => hereOf(person, fingerprint);
    const { find = '', article = '' } = set;
    const typed = set[command.option?.name ?? ''] ?? '';
    const text = command.also && find.trim() !== '' ? `${typed} find ${find}` : typed;
    const choice = set[command.choice?.name ?? ''];
    const request: Request = {
      ...here(library.host.fingerprint),
      text,
      private: set.private === 'true',
      ...(file && { file }),
      ...(choice && { choice }),
      ...(article && { article }),
    };
    if (!on) {
      const wanted = command.name === 'ask' ? wantedBy(text) : undefined; // "summarise this" asks for /summary
      const meant = wanted && 'command' in wanted ? wanted : { command };
      return runCommand(meant.command, { ...request, ...meant }, library, { hereOf: here });
    }
    const sent = on.by === undefined ? sentOf(on) : undefined;
    const desk = (sent && (await aboutWhich(sent.customIds, place, library))?.now) || library.host;
    const author = PEOPLE.find(({ id }) => id === on.by && id !== person.id);
    const theirs = author && { message: on.id, text: on.content, author };
    const taken = { files: [], ...(theirs ? { theirs } : { text: on.content }) };
    return runCommand(command, { ...request, taken, ...(sent && { message: messageOf(sent, desk.fingerprint) }) }, library, {
      known: { desk },
      hereOf: here,
    });
  }

  /** Whatever goes wrong, who asks is told. */
  const orFailed = (work: () => Promise<readonly Reply[]>) => work().catch((): readonly Reply[] => [tell(wording.failed, 'failed')]);

  return {
    command: async (person, name, behind) => {
      const command = commandNamed(name, commands);
      const message = command?.kind === 'message' ? room.get(behind.on ?? '') : undefined;
      const replies = await orFailed(async () => {
        if (!command) return [tell(wording.noSuchCommand(`/${name}`))];
        if (command.kind === 'message' && !message) return [tell(wording.noLongerApplies)];
        return [await run(person, command, behind, message)];
      });
      const asked = { by: person.id, with: command?.kind === 'message' ? name : `/${name}` };
      for (const reply of replies) show(reply, { person, asked });
    },
    say: async (person, text, replyTo) => {
      const before = replyTo === undefined ? undefined : room.get(replyTo);
      const message = room.post({ by: person.id, content: text, menus: [], buttons: [], ...(before && { replyTo: before.id }) });
      const isReply = before !== undefined && before.by === undefined && before.to === undefined;
      if (!isReply && !new RegExp(MENTION.source, 'i').test(text)) {
        if (!room.get(message.id)) return;
        show(tell(wording.web.notMentioned), { person });
        return;
      }
      const replies = await orFailed(async () => {
        const place = placeOf(person);
        const wanted = wantedBy(text.replace(MENTION, ' ').trim());
        if (!('command' in wanted)) return [wanted];
        const from = isReply ? await goesOnFrom(sentOf(before).customIds, place, library) : undefined;
        const { channel: _, ...here } = hereOf(person, library.host.fingerprint);
        const { command, ...typed } = wanted;
        return [await runCommand(command, { ...here, private: false, open: true, ...typed, ...(from && { from }) }, library)];
      });
      for (const reply of replies.slice(0, 1))
        show('audience' in reply ? { ...reply, audience: 'everyone' } : reply, {
          person,
          replyTo: message.id,
          asked: { by: person.id, with: '' },
        });
    },
    take: async (person, id, taken) => {
      const message = room.get(id);
      const replies = await orFailed(() =>
        takeOffer({ ...taken, place: placeOf(person), message: message && sentOf(message) }, library, {
          here: (fingerprint) => hereOf(person, fingerprint),
          refusal: (needs) => refusal(person, needs),
          acknowledge: async () => undefined,
          mayDelete: message?.asked?.by === person.id || message?.to === person.id || person.may.includes('Manage Messages'),
          read: (_, work) => work(),
        }),
      );
      const forms = replies.map((reply) => show(reply, { person, on: id, asked: { by: person.id, with: '' } }));
      return forms.find((form) => form !== undefined);
    },
    suggest: (person, name, typed) => suggestedFor(commandNamed(name, commands), typed, placeOf(person), library),
    dismiss: (person, id) => {
      if (room.get(id)?.to === person.id) room.remove(id);
    },
  };
}
