import { EPHEMERAL, isLoading, LOADING } from './flags.ts';
import { type Modal, modalBreaks } from './modals.ts';
import type { Parts } from './parts.ts';
import { problem } from './permissions.ts';
import type { Answer, Call } from './rest.ts';
import { breaks, choiceBreaks, messageBreaks } from './rules.ts';
import type { Component, Interaction, Message, Problem } from './world.ts';

interface Data {
  content?: string;
  components?: Component[];
  flags?: number;
  choices?: { name: string; value: string }[];
}

export const UNKNOWN_MESSAGE = problem(404, 10008, 'Unknown Message');
const UNKNOWN_INTERACTION = problem(404, 10062, 'Unknown interaction');

const MINUTES = 60_000;

/** How interactions are answered: at once by a callback, and later by a webhook. */
export interface Answers {
  callback(interaction: Interaction | undefined, call: Call): Answer;
  webhook(call: Call, token: string, target: string | undefined): Answer;
}

/** What each kind of interaction may be answered with. 6 and 7 change a message, so that there has to be one. */
function kindsFor({ type, source }: Interaction): number[] {
  if (type === 5) return source ? [4, 5, 6, 7] : [4, 5];
  return { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8] }[type];
}

/** What an edit says of who sees a message has to be as it is. */
function editBreaks(message: Message | undefined, { flags }: Data = {}): string[] {
  if (!message || flags === undefined || (message.flags & EPHEMERAL) === (flags & EPHEMERAL)) return [];
  return [`an edit with flags ${flags} of a message with flags ${message.flags}`];
}

export function answersOf(
  { world, messages, threads }: Parts,
  broken: (rule: string) => void,
  refuse: (rules: readonly string[]) => Problem | undefined,
): Answers {
  function callback(interaction: Interaction | undefined, call: Call): Answer {
    const body = call.body as { type: number; data?: Data };
    if (!interaction || interaction.forgotten || Date.now() - interaction.sentAt > world.patience) {
      if (interaction && !interaction.forgotten) broken('an interaction that was answered too late');
      return UNKNOWN_INTERACTION;
    }
    if (interaction.acknowledgedAt !== undefined) return problem(400, 40060, 'Interaction has already been acknowledged.');
    const schema = { 8: 'ApplicationCommandAutocompleteCallbackRequest', 9: 'ModalInteractionCallbackRequest' }[body.type];
    const update = body.type === 6 || body.type === 7;
    const refused = refuse([
      ...(kindsFor(interaction).includes(body.type) ? [] : [`answer ${body.type} to an interaction ${interaction.type}`]),
      ...breaks(schema ?? (update ? 'UpdateMessageInteractionCallbackRequest' : 'CreateMessageInteractionCallbackRequest'), body),
      ...(body.type === 4 || body.type === 7 ? messageBreaks(body.data ?? {}) : []),
      ...(body.type === 7 ? editBreaks(interaction.source, body.data) : []),
      ...(body.type === 9 ? modalBreaks(body.data as Partial<Modal>) : []),
      ...choiceBreaks(body.data?.choices ?? []),
    ]);
    interaction.refused = refused !== undefined;
    if (refused) return refused;
    if (update && (!interaction.source || interaction.source.deleted)) return UNKNOWN_MESSAGE;
    const closed = keptFrom(interaction, body.type);
    interaction.refused = closed !== undefined;
    if (closed) return closed;
    acknowledge(interaction, body.type, body.data ?? {});
    return call.query.get('with_response') === 'true' ? { body: callbackBody(interaction, body.type) } : { nothing: true };
  }

  /** What keeps an answer out of a thread. One that is only locked keeps none out. */
  function keptFrom({ channel }: Interaction, type: number): Problem | undefined {
    if (type === 4 || type === 5) return threads.keptFromWriting(channel, { locked: true });
    return type === 7 ? threads.keptFromChanging(channel, { locked: true }) : undefined;
  }

  function acknowledge(interaction: Interaction, type: number, data: Data): void {
    interaction.acknowledgedAt = Date.now();
    if (type === 4) interaction.original = create(interaction, data);
    if (type === 5) interaction.original = create(interaction, { flags: (data.flags ?? 0) | LOADING });
    if ((type === 6 || type === 7) && interaction.source) interaction.original = interaction.source;
    if (type === 7 && interaction.source) messages.edit(interaction.source, data);
    if (type === 8) interaction.choices = data.choices ?? [];
    if (type === 9) interaction.modal = data as unknown as Modal;
  }

  function callbackBody({ id, type, original }: Interaction, kind: number): object {
    const message = kind !== 6 && original;
    return {
      interaction: { id, type, ...(original && { response_message_id: original.id }) },
      resource: { type: kind, ...(message && { message: messages.body(message) }) },
    };
  }

  /** Below a message, an answer replies to that; a later one replies to the first. */
  function create(interaction: Interaction, { content = '', components = [], flags = 0 }: Data): Message {
    const { channel, original, source, user } = interaction;
    const replyTo = original ?? source;
    const private_ = flags & EPHEMERAL ? { onlyFor: user } : {};
    const draft = { channel, author: world.bot, content, components, flags, interaction };
    return messages.create({ ...draft, ...(replyTo && { replyTo }), ...private_ });
  }

  function webhook(call: Call, token: string, target: string | undefined): Answer {
    const interaction = world.interactions.find((one) => one.token === token);
    if (!interaction) return problem(404, 10015, 'Unknown Webhook');
    if (Date.now() - interaction.sentAt > 15 * MINUTES) return problem(401, 50027, 'Invalid Webhook Token');
    if (interaction.acknowledgedAt === undefined) return problem(404, 10015, 'Unknown Webhook');
    const body = (call.body ?? {}) as Data;
    if (call.method === 'POST') {
      const refused = refuse([...breaks('IncomingWebhookRequestPartial', body), ...messageBreaks(body)]);
      const kept = refused ?? threads.keptFromWriting(interaction.channel, { locked: true });
      if (kept) return kept;
      const { original } = interaction;
      if (original && isLoading(original)) {
        messages.edit(original, body); // it fills what is awaited, whoever sees that
        return { body: messages.body(original) };
      }
      const message = create(interaction, body);
      interaction.followUps.push(message);
      return { body: messages.body(message) };
    }
    const message = target === '@original' ? interaction.original : interaction.followUps.find(({ id }) => id === target);
    if (!message || message.deleted) return UNKNOWN_MESSAGE;
    const closed = call.method !== 'GET' && threads.keptFromChanging(interaction.channel, { locked: true });
    if (closed) return closed;
    if (call.method === 'DELETE') {
      messages.remove(message);
      return { nothing: true };
    }
    const refused =
      call.method === 'PATCH' &&
      refuse([...breaks('IncomingWebhookUpdateRequestPartial', body), ...messageBreaks(body), ...editBreaks(message, body)]);
    if (refused) return refused;
    if (call.method === 'PATCH') messages.edit(message, body);
    return { body: messages.body(message) };
  }

  return { callback, webhook };
}
