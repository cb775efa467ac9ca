import type { Command, File, Request } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { noSuchCommand } from '../../commands/line.ts';
import { wantedBy } from '../chat/mention.ts';
import { aboutWhich, messageOf } from '../chat/message.ts';
import { commandNamed, runCommand, suggestedFor, type Typed } from '../chat/run-command.ts';
import { type Taken, takeOffer } from '../chat/take-offer.ts';
import { type Reply, tell } from '../reply.ts';
import { wording } from '../wording.ts';
import { sentOf } from './channel.ts';
import { PEOPLE, type Person } from './people.ts';
import type { RoomMessage } from './room.ts';
import type { Form, Stage } from './stage.ts';
import { openWritten, type Written } from './written.ts';

/** What somebody sets behind a command. */
export interface Behind {
  /** By the options' names. */
  readonly set: Readonly<Record<string, string>>;
  readonly file?: File | undefined;
  /** The message that a command for messages is used on. */
  readonly on?: string | undefined;
}

/** The bot in the channel. Everybody sees there what it does; only the person who asked gets a form. */
export interface Bot extends Written {
  command(person: Person, name: string, behind: Behind): Promise<void>;
  /** Somebody presses a button, chooses in a menu, or fills in a form. */
  take(person: Person, message: string, taken: Omit<Taken, 'place' | 'message'>): Promise<Form | undefined>;
  suggest(person: Person, command: string, typed: Typed): Promise<readonly string[]>;
  /** The only person who sees a message dismisses it. */
  dismiss(person: Person, message: string): void;
}

export function openBot(stage: Stage): Bot {
  const { library, room, placeOf, hereOf, refusal, show, tried } = stage;

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

  /** What a line gets that begins with "/" and is no command: perhaps one that this person may not use is at its beginning. */
  function unknown(person: Person, line: string): Reply {
    const known = commands.filter(({ only }) => only !== 'terminal');
    const begun = known.find(({ name }) => line.toLowerCase().startsWith(`${name} `));
    const offered = known.filter(({ needs }) => !refusal(person, needs));
    const [typed = ''] = line.split(' ');
    return (
      refusal(person, begun?.needs) ??
      noSuchCommand(
        typed,
        offered.map(({ name }) => name),
      )
    );
  }

  /** Whether somebody may take a message away: they asked for it, or may manage messages. */
  function mayDelete(person: Person, { asked, to, replyTo = '' }: RoomMessage): boolean {
    const asker = asked?.by ?? to ?? room.get(replyTo)?.by;
    return asker === person.id || person.may.includes('Manage Messages');
  }

  return {
    ...openWritten(stage),
    command: async (person, name, behind) => {
      const command = commandNamed(name, commands);
      const message = command?.kind === 'message' ? room.seenBy(person.id, behind.on ?? '') : undefined;
      const replies = await tried(async () => {
        if (!command) return [unknown(person, name)];
        if (command.kind === 'message' && !message) return [tell(wording.noLongerApplies)];
        return [await run(person, command, behind, message)];
      });
      const asked = { by: person.id, with: command?.kind === 'message' ? name : `/${name}` };
      for (const reply of replies) show(reply, { person, asked });
    },
    take: async (person, id, taken) => {
      const message = room.seenBy(person.id, id);
      const replies = await tried(() =>
        takeOffer({ ...taken, place: placeOf(person), message: message && sentOf(message) }, library, {
          here: (fingerprint) => hereOf(person, fingerprint),
          refusal: (needs) => refusal(person, needs),
          acknowledge: async () => undefined,
          mayDelete: message !== undefined && mayDelete(person, message),
          read: (_, work) => work(),
        }),
      );
      const forms = replies.map((reply) => show(reply, { person, asked: { by: person.id }, ...(message && { on: message.id }) }));
      return forms.find((form) => form !== undefined);
    },
    suggest: (person, name, typed) => suggestedFor(commandNamed(name, commands), typed, placeOf(person), library),
    dismiss: (person, id) => {
      if (room.get(id)?.to === person.id) room.remove(id);
    },
  };
}
