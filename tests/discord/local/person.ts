import { attachmentBody, messageBody } from './bodies.ts';
import { offered, optionsOf } from './commands.ts';
import { buttonsOf } from './components.ts';
import { type Hands, handsOf } from './hands.ts';
import { interactionsOf } from './interactions.ts';
import { choice } from './menus.ts';
import { mentioned } from './messages.ts';
import { submission } from './modals.ts';
import type { Parts } from './parts.ts';
import { ADMINISTRATOR, allows, MANAGE_MESSAGES } from './permissions.ts';
import { type Attached, type Channel, type Interaction, type Message, snowflake, type User } from './world.ts';

type Options = Readonly<Record<string, string | number | boolean | Attached>>;

/** Somebody who uses Discord's client. What the client doesn't let one do throws. */
export interface Person extends Hands {
  readonly user: User;
  /** Uses a command, of one word or two, and waits until it is acknowledged. */
  asks(where: Channel, command: string, options?: Options): Promise<Interaction>;
  /** Types into an option, and gets what is offered there. */
  types(where: Channel, command: string, option: string, typed: string): Promise<string[]>;
  /** Presses a button below a message, and waits until that is acknowledged. */
  presses(message: Message, label: string): Promise<Interaction>;
  /** Chooses in the menu with this placeholder, by the options' labels or how these begin, and waits until that is acknowledged. */
  chooses(message: Message, placeholder: string, labels: readonly string[]): Promise<Interaction>;
  /** Sends a press that no button of the client would, or with values what no menu would. */
  forges(message: Message, customId: string, values?: readonly string[]): Promise<Interaction>;
  /** Fills in the form that an interaction was answered with, by its fields' `custom_id`s, and waits until that is acknowledged. */
  submits(shown: Interaction, texts: Readonly<Record<string, string>>): Promise<Interaction>;
  /** Uses a command from a message's menu. */
  uses(message: Message, command: string): Promise<Interaction>;
  /** Says something: a regular message. A reply pings, as the client's does, unless that is switched off. */
  says(where: Channel, text: string, as?: { replyTo?: Message; ping?: boolean; files?: readonly Attached[] }): Message;
  /** The slash commands that the client offers, or the ones in a message's menu (3). */
  commands(where: Channel, type?: 1 | 3): string[];
  /** A direct conversation with the bot. */
  readonly direct: Channel;
}

/** What somebody may do in a channel; in a thread, it is what they may in the channel that this belongs to. */
export type Permissions = bigint | ((where: Channel) => bigint);

/** What else there is to somebody. */
export interface Is {
  /** The guild's administrators let them use every command, whatever it asks for by default. */
  readonly mayUseEverything?: boolean;
}

export function personOf(username: string, permissions: Permissions, { mayUseEverything = false }: Is, parts: Parts): Person {
  const { world, messages, threads } = parts;
  const user: User = { id: snowflake(), username };
  const direct: Channel = { id: snowflake(), type: 1, recipient: user };
  world.channels.push(direct);
  const may = (where: Channel) => (typeof permissions === 'bigint' ? permissions : permissions(where.parent ?? where));
  const send = interactionsOf(user, may, parts);
  const available = (where: Channel, kind: 1 | 3) => offered(world, where, kind, mayUseEverything ? ADMINISTRATOR : may(where));
  const sees = ({ deleted, onlyFor, channel }: Message) =>
    !deleted && (!onlyFor || onlyFor === user) && (!channel.recipient || channel === direct);

  function commandNamed(where: Channel, name: string, type: 1 | 3 = 1) {
    const found = available(where, type).filter((command) => command.name === name);
    if (found.length !== 1) throw new Error(`${username} sees /${name} ${found.length} times`);
    return found[0] as NonNullable<(typeof found)[number]>;
  }

  const data = (name: string, options: object[]) => ({ id: snowflake(), name, type: 1, options });

  return {
    user,
    direct,
    ...handsOf(user, may, sees, parts),
    asks: async (where, name, options = {}) => {
      const [first = '', behind] = name.split(' ');
      const files = Object.values(options).flatMap((value) => (typeof value === 'object' ? { id: snowflake(), ...value } : []));
      const given = Object.entries(options).map(([option, value]) => {
        const id = files.find(({ url }) => typeof value === 'object' && url === value.url)?.id ?? '';
        return [option, typeof value === 'object' ? id : value] as const;
      });
      const resolved = { attachments: Object.fromEntries(files.map(({ id, ...file }) => [id, attachmentBody(id, file)])) };
      const used = data(first, optionsOf(commandNamed(where, first), Object.fromEntries(given), behind));
      return send(2, where, { ...used, ...(files.length > 0 && { resolved }) });
    },
    types: async (where, name, option, value) => {
      const [first = '', behind] = name.split(' ');
      const known = commandNamed(where, first).options ?? [];
      const own = behind === undefined ? known : (known.find((one) => one.name === behind)?.options ?? []);
      if (!own.find((one) => one.name === option)?.autocomplete) throw new Error(`${option} offers nothing`);
      const typed = [{ name: option, type: 3, value, focused: true }];
      const interaction = await send(4, where, data(first, behind === undefined ? typed : [{ name: behind, type: 1, options: typed }]));
      return (interaction.choices ?? []).map((choice) => choice.name);
    },
    presses: async (message, label) => {
      if (!sees(message)) throw new Error(`${username} doesn't see that message`);
      const button = buttonsOf(message).find((one) => one.label === label);
      if (!button?.custom_id) throw new Error(`there is no button ${label}, only ${buttonsOf(message).map((one) => one.label)}`);
      if (button.disabled) throw new Error(`${label} is disabled`);
      return send(3, message.channel, { custom_id: button.custom_id, component_type: 2 }, { source: message });
    },
    chooses: async (message, placeholder, labels) => {
      if (!sees(message)) throw new Error(`${username} doesn't see that message`);
      return send(3, message.channel, choice(message, placeholder, labels), { source: message });
    },
    forges: (message, custom_id, values) =>
      send(3, message.channel, { custom_id, component_type: values ? 3 : 2, ...(values && { values }) }, { source: message }),
    submits: async (shown, texts) => {
      const { modal, user: whose, channel, source } = shown;
      if (!modal || whose !== user) throw new Error(`${username} sees no form`);
      if (world.interactions.some(({ trigger, refused }) => trigger === shown && !refused)) throw new Error('the form is closed');
      return send(5, channel, submission(modal, texts), { trigger: shown, ...(source && { source }) });
    },
    uses: async (message, name) => {
      if (!sees(message)) throw new Error(`${username} doesn't see that message`);
      if (message.pins) throw new Error('there are no commands for what Discord says');
      commandNamed(message.channel, name, 3);
      // A message that somebody picks is there as it is, without the one that it replies to.
      const resolved = { messages: { [message.id]: messageBody(message, undefined, true) } };
      return send(2, message.channel, { id: snowflake(), name, type: 3, target_id: message.id, resolved });
    },
    says: (where, text, { replyTo, ping = true, files } = {}) => {
      if (where.recipient && where !== direct) throw new Error(`${username} has no part in that conversation`);
      if ((text.trim() === '' && !files) || text.length > 2000) throw new Error(`a text of ${text.length} characters`);
      if (replyTo && (!sees(replyTo) || replyTo.onlyFor || replyTo.pins || replyTo.channel !== where))
        throw new Error(`${username} can't reply to that`);
      if (!threads.openedFor(where, may(where))) throw new Error(`the thread is locked for ${username}`);
      // Who is replied to is mentioned by the ping, but not where the message answers an interaction.
      const pinged = replyTo && ping && !replyTo.interaction ? [replyTo.author] : [];
      const mentions = [...new Set([...pinged, ...mentioned(text, world)])];
      const roles = where.guild && allows(may(where), MANAGE_MESSAGES) ? { roles: [where.guild.moderators] } : {};
      return messages.create({
        channel: where,
        author: user,
        content: text,
        mentions,
        ...roles,
        ...(replyTo && { replyTo }),
        ...(files && { files }),
      });
    },
    commands: (where, type = 1) => available(where, type).map(({ name }) => name),
  };
}
