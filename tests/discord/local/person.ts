import { messageBody, placeBody } from './bodies.ts';
import type { Gateway } from './gateway.ts';
import { type Messages, mentioned } from './messages.ts';
import { submission } from './modals.ts';
import { botMayIn } from './permissions.ts';
import { until } from './until.ts';
import { type Channel, type Component, type Interaction, type Message, snowflake, type User, type World } from './world.ts';

type Options = Readonly<Record<string, string | number | boolean>>;

/** Somebody who uses Discord's client. What the client doesn't let one do throws. */
export interface Person {
  readonly user: User;
  /** Uses a command, and waits until it is acknowledged. */
  asks(where: Channel, command: string, options?: Options): Promise<Interaction>;
  /** Types into an option, and gets what is offered there. */
  types(where: Channel, command: string, option: string, typed: string): Promise<string[]>;
  /** Presses a button below a message, and waits until that is acknowledged. */
  presses(message: Message, label: string): Promise<Interaction>;
  /** Sends a press that no button of the client would. */
  forges(message: Message, customId: string): Promise<Interaction>;
  /** Fills in the form that answers an interaction, and sends it. */
  submits(shown: Interaction, texts: Readonly<Record<string, string>>): Promise<Interaction>;
  /** Writes a message; a reply has its ping on unless it is switched off. */
  says(where: Channel, text: string, as?: { replyTo?: Message; ping?: boolean }): Message;
  /** The commands that the client offers. */
  commands(where: Channel): string[];
  /** A direct conversation with the bot. */
  readonly direct: Channel;
}

/** What the client knows of an option's type. */
const VALUE: Record<number, (value: unknown) => boolean> = {
  3: (value) => typeof value === 'string',
  4: (value) => Number.isSafeInteger(value),
  5: (value) => typeof value === 'boolean',
};

export function personOf(username: string, permissions: bigint, world: World, gateway: Gateway, messages: Messages): Person {
  const user: User = { id: snowflake(), username };
  const direct: Channel = { id: snowflake(), type: 1, recipient: user };
  world.channels.push(direct);
  const available = ({ guild }: Channel) =>
    [...(world.commands.get('global') ?? []), ...(guild ? (world.commands.get(guild.id) ?? []) : [])].filter(({ contexts }) =>
      contexts?.includes(guild ? 0 : 1),
    );

  async function send(
    type: Interaction['type'],
    channel: Channel,
    data: object,
    from: Pick<Interaction, 'source' | 'trigger'> = {},
  ): Promise<Interaction> {
    const id = snowflake();
    const interaction: Interaction = { id, token: `token-${id}`, type, user, channel, sentAt: Date.now(), followUps: [], ...from };
    world.interactions.push(interaction);
    world.onInteraction?.(interaction);
    gateway.dispatch('INTERACTION_CREATE', {
      ...{ id, token: interaction.token, type, version: 1, application_id: world.applicationId, data, locale: 'en-US', entitlements: [] },
      ...placeBody(channel, user, permissions, botMayIn(channel, world), world),
      ...{ authorizing_integration_owners: {}, attachment_size_limit: 0, ...(from.source && { message: messageBody(from.source) }) },
    });
    await until(
      `${username}'s interaction ${JSON.stringify(data)} was acknowledged`,
      () => interaction.acknowledgedAt !== undefined || interaction.refused === true || interaction.forgotten === true,
    );
    return interaction;
  }

  function commandNamed(where: Channel, name: string) {
    const found = available(where).filter((command) => command.name === name);
    if (found.length !== 1) throw new Error(`${username} sees /${name} ${found.length} times`);
    return found[0] as NonNullable<(typeof found)[number]>;
  }

  const data = (name: string, options: object[]) => ({ id: snowflake(), name, type: 1, options });

  return {
    user,
    direct,
    asks: async (where, name, options = {}) => {
      const { options: known = [] } = commandNamed(where, name);
      for (const { name: option, required } of known)
        if (required && options[option] === undefined) throw new Error(`/${name} needs ${option}`);
      const given = Object.entries(options).map(([option, value]) => {
        const one = known.find((other) => other.name === option);
        if (!one || !VALUE[one.type]?.(value)) throw new Error(`/${name} does not take ${option}: ${value}`);
        if (typeof value === 'string' && value.length > (one.max_length ?? 6000)) throw new Error(`${option} is too long`);
        if (typeof value === 'number' && value < (one.min_value ?? 0)) throw new Error(`${option} is too small`);
        return { name: option, type: one.type, value };
      });
      return send(2, where, data(name, given));
    },
    types: async (where, name, option, value) => {
      if (!commandNamed(where, name).options?.find((one) => one.name === option)?.autocomplete) throw new Error(`${option} offers nothing`);
      const interaction = await send(4, where, data(name, [{ name: option, type: 3, value, focused: true }]));
      return (interaction.choices ?? []).map((choice) => choice.name);
    },
    presses: async (message, label) => {
      if (message.deleted || (message.onlyFor && message.onlyFor !== user)) throw new Error(`${username} doesn't see that message`);
      const button = buttonsOf(message).find((one) => one.label === label);
      if (!button?.custom_id) throw new Error(`there is no button ${label}, only ${buttonsOf(message).map((one) => one.label)}`);
      return send(3, message.channel, { custom_id: button.custom_id, component_type: 2 }, { source: message });
    },
    forges: (message, customId) => send(3, message.channel, { custom_id: customId, component_type: 2 }, { source: message }),
    submits: async (shown, texts) => {
      if (!shown.modal) throw new Error(`${username} sees no form`);
      const from = { trigger: shown, ...(shown.source && { source: shown.source }) };
      return send(5, shown.channel, submission(shown.modal, texts), from);
    },
    says: (channel, content, { replyTo, ping = true } = {}) => {
      // Discord leaves out the ping of a reply to what answers an interaction.
      const pinged = replyTo && ping && !replyTo.interaction ? [replyTo.author] : [];
      const mentions = [...new Set([...mentioned(content, world), ...pinged])];
      return messages.create({ channel, author: user, content, mentions, ...(replyTo && { replyTo }) });
    },
    commands: (where) => available(where).map(({ name }) => name),
  };
}

/** The buttons below a message, from the first. */
export function buttonsOf({ components }: Message): Component[] {
  return components.flatMap((row) => row.components ?? []);
}
