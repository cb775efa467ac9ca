import { answersOf } from './answers.ts';
import { userBody } from './bodies.ts';
import { channelsOf } from './channels.ts';
import type { Parts } from './parts.ts';
import { EVERYTHING, problem } from './permissions.ts';
import type { Answer, Call } from './rest.ts';
import { breaks, commandBreaks } from './rules.ts';
import { type Problem, type Registered, snowflake } from './world.ts';

/** The permissions that a command asks for are a number in a string, as everywhere: here, the schema would have a number. */
function asInSchema({ default_member_permissions, ...command }: Registered): object {
  return command;
}

/** Discord's routes. `broken` is told of each rule that a request breaks; the request is refused then, as Discord would. */
export function routes(parts: Parts, broken: (rule: string) => void): (call: Call) => Answer {
  const { world } = parts;
  const refuse = (rules: readonly string[]): Problem | undefined => {
    rules.forEach(broken);
    return rules.length > 0 ? problem(400, 50035, 'Invalid Form Body') : undefined;
  };
  const answers = answersOf(parts, broken, refuse);
  const channels = channelsOf(parts, refuse);

  function commands(call: Call, scope: string): Answer {
    if (world.closed.has(scope)) return problem(403, 50001, 'Missing Access');
    if (call.method === 'PUT') {
      const bodies = call.body as Registered[];
      const refused = refuse([
        ...bodies.flatMap((one) => breaks('ApplicationCommandUpdateRequest', asInSchema(one))),
        ...commandBreaks(bodies as never),
      ]);
      if (refused) return refused;
      world.commands.set(scope, bodies);
    }
    return { body: (world.commands.get(scope) ?? []).map((one) => ({ id: snowflake(), application_id: world.applicationId, ...one })) };
  }

  function guilds({ query }: Call): Answer {
    const after = BigInt(query.get('after') ?? 0);
    const limit = Number(query.get('limit') ?? 200);
    const page = world.guilds.filter(({ id }) => BigInt(id) > after).slice(0, limit);
    return {
      body: page.map(({ id, name, botMay = EVERYTHING }) => ({ id, name, owner: false, permissions: String(botMay), features: [] })),
    };
  }

  function application(): Answer {
    const { applicationId: id, guilds: all, settings } = world;
    return { body: { id, name: 'Verbatim', flags: 0, approximate_guild_count: all.length, bot_require_code_grant: false, ...settings } };
  }

  function route(call: Call): Answer | undefined {
    const [first, second, third, fourth, fifth] = call.path.split('/').slice(1);
    const at = `${call.method} ${call.path}`;
    if (first === 'interactions' && fourth === 'callback')
      return answers.callback(
        world.interactions.find(({ id, token }) => id === second && token === third),
        call,
      );
    if (first === 'webhooks' && third) return answers.webhook(call, third, fifth);
    if (first === 'channels' && second) return channels.at(call, second, call.path.split('/').slice(3));
    if (first === 'applications' && third === 'commands') return commands(call, 'global');
    if (first === 'applications' && third === 'guilds' && fourth) return commands(call, fourth);
    if (at === 'GET /applications/@me') return application();
    if (at === 'GET /users/@me') return { body: userBody(world.bot) };
    if (at === 'GET /users/@me/guilds') return guilds(call);
    if (at === 'POST /users/@me/channels') return channels.open(call);
    return undefined;
  }

  return (call) => {
    const answer = route(call);
    if (answer) return answer;
    broken(`no such route: ${call.method} ${call.path}`);
    return problem(404, 0, '404: Not Found');
  };
}
