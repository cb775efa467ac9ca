import type { Answer, Call } from './rest.ts';
import { breaks, choiceBreaks, commandBreaks, messageBreaks } from './rules.ts';
import {
  type Channel,
  type Component,
  EPHEMERAL,
  type Guild,
  type Interaction,
  type Message,
  messageBody,
  type Problem,
  snowflake,
  type User,
} from './world.ts';

/** What a command's registration says of it. */
export interface Registered {
  readonly name: string;
  readonly type?: number;
  /** 0: in guilds, 1: in direct messages with the bot. */
  readonly contexts?: readonly number[];
  readonly options?: readonly {
    name: string;
    type: number;
    required?: boolean;
    autocomplete?: boolean;
    max_length?: number;
    min_value?: number;
  }[];
}

export interface World {
  readonly bot: User;
  readonly token: string;
  readonly applicationId: string;
  readonly guilds: Guild[];
  readonly channels: Channel[];
  readonly messages: Message[];
  readonly interactions: Interaction[];
  /** By guild, or `global`. */
  readonly commands: Map<string, readonly Registered[]>;
  /** Guilds in which the application may not register commands. */
  readonly closed: Set<string>;
  /** What becomes of an interaction as soon as it is sent. */
  onInteraction?: (interaction: Interaction) => void;
  /** An outage: nothing works. */
  down: boolean;
}

interface Data {
  content?: string;
  components?: Component[];
  flags?: number;
  choices?: { name: string; value: string }[];
}

const problem = (status: number, code: number, message: string): Problem => ({ status, code, message });
const UNKNOWN_MESSAGE = problem(404, 10008, 'Unknown Message');
const UNKNOWN_INTERACTION = problem(404, 10062, 'Unknown interaction');

const SECONDS = 1000;
const MINUTES = 60 * SECONDS;

/** Discord's routes. `broken` is told of each rule that a request breaks; the request is refused then, as Discord would. */
export function routes(world: World, broken: (rule: string) => void): (call: Call) => Answer {
  const refuse = (rules: readonly string[]): Problem | undefined => {
    rules.forEach(broken);
    return rules.length > 0 ? problem(400, 50035, 'Invalid Form Body') : undefined;
  };

  function callback(interaction: Interaction | undefined, body: { type: number; data?: Data }): Answer {
    if (!interaction || interaction.forgotten || Date.now() - interaction.sentAt > 3 * SECONDS) {
      if (interaction && !interaction.forgotten) broken('an interaction that was answered after 3 seconds');
      return UNKNOWN_INTERACTION;
    }
    if (interaction.acknowledgedAt !== undefined) return problem(400, 40060, 'Interaction has already been acknowledged.');
    const kinds = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8] }[interaction.type];
    const schema = { 8: 'ApplicationCommandAutocompleteCallbackRequest', 9: 'ModalInteractionCallbackRequest' }[body.type];
    const update = body.type === 6 || body.type === 7;
    const wrong = [
      ...(kinds.includes(body.type) ? [] : [`answer ${body.type} to an interaction ${interaction.type}`]),
      ...breaks(schema ?? (update ? 'UpdateMessageInteractionCallbackRequest' : 'CreateMessageInteractionCallbackRequest'), body),
      ...(body.type === 4 || body.type === 7 ? messageBreaks(body.data ?? {}) : []),
      ...choiceBreaks(body.data?.choices ?? []),
    ];
    const refused = refuse(wrong);
    interaction.refused = refused !== undefined;
    if (refused) return refused;
    if (update && (!interaction.source || interaction.source.deleted)) return UNKNOWN_MESSAGE;
    interaction.acknowledgedAt = Date.now();
    if (body.type === 4) interaction.original = create(interaction, body.data ?? {});
    if (update && interaction.source) interaction.original = interaction.source;
    if (body.type === 7 && interaction.source) edit(interaction.source, body.data ?? {});
    if (body.type === 8) interaction.choices = body.data?.choices ?? [];
    return { nothing: true };
  }

  function create(interaction: Interaction, { content = '', components = [], flags = 0 }: Data): Message {
    const message: Message = {
      ...{ id: snowflake(), channel: interaction.channel, author: world.bot, content, components, flags, deleted: false, interaction },
      ...(flags & EPHEMERAL && { onlyFor: interaction.user }),
    };
    world.messages.push(message);
    return message;
  }

  function edit(message: Message, { content, components }: Data): void {
    message.content = content ?? message.content;
    message.components = components ?? message.components;
  }

  function webhook(call: Call, token: string, target: string | undefined): Answer {
    const interaction = world.interactions.find((one) => one.token === token);
    if (!interaction) return problem(404, 10015, 'Unknown Webhook');
    if (Date.now() - interaction.sentAt > 15 * MINUTES) return problem(401, 50027, 'Invalid Webhook Token');
    if (interaction.acknowledgedAt === undefined) return problem(404, 10015, 'Unknown Webhook');
    const body = (call.body ?? {}) as Data;
    if (call.method === 'POST') {
      const refused = refuse([...breaks('IncomingWebhookRequestPartial', body), ...messageBreaks(body)]);
      if (refused) return refused;
      const message = create(interaction, body);
      interaction.followUps.push(message);
      return { body: messageBody(message) };
    }
    const message = target === '@original' ? interaction.original : interaction.followUps.find(({ id }) => id === target);
    if (!message || message.deleted) return UNKNOWN_MESSAGE;
    if (call.method === 'DELETE') {
      message.deleted = true;
      return { nothing: true };
    }
    const refused = call.method === 'PATCH' && refuse([...breaks('IncomingWebhookUpdateRequestPartial', body), ...messageBreaks(body)]);
    if (refused) return refused;
    if (call.method === 'PATCH') edit(message, body);
    return { body: messageBody(message) };
  }

  function commands(call: Call, scope: string): Answer {
    if (world.closed.has(scope)) return problem(403, 50001, 'Missing Access');
    if (call.method === 'PUT') {
      const bodies = call.body as Registered[];
      const refused = refuse([
        ...bodies.flatMap((one) => breaks('ApplicationCommandUpdateRequest', one)),
        ...commandBreaks(bodies as never),
      ]);
      if (refused) return refused;
      world.commands.set(scope, bodies);
    }
    return { body: (world.commands.get(scope) ?? []).map((one) => ({ id: snowflake(), application_id: world.applicationId, ...one })) };
  }

  return (call) => {
    const [first, second, third, fourth, fifth] = call.path.split('/').slice(1);
    const at = `${call.method} ${call.path}`;
    if (first === 'interactions' && fourth === 'callback')
      return callback(
        world.interactions.find(({ id, token }) => id === second && token === third),
        call.body as { type: number },
      );
    if (first === 'webhooks' && third) return webhook(call, third, fifth);
    if (first === 'applications' && third === 'commands') return commands(call, 'global');
    if (first === 'applications' && third === 'guilds' && fourth) return commands(call, fourth);
    if (at === 'GET /applications/@me') return { body: { id: world.applicationId, name: 'Verbatim' } };
    if (at === 'GET /users/@me/guilds') {
      const after = BigInt(call.query.get('after') ?? 0);
      const limit = Number(call.query.get('limit') ?? 200);
      return { body: world.guilds.filter(({ id }) => BigInt(id) > after).slice(0, limit) };
    }
    broken(`no such route: ${at}`);
    return problem(404, 0, '404: Not Found');
  };
}
