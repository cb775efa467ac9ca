import { type APIApplication, type APIUser, ApplicationFlags, REST, type RESTGetAPIGatewayBotResult, Routes } from 'discord.js';
import type { Connection, DiscordConfig } from '../config.ts';
import { applicationOf, NotDiscord } from '../discord/application.ts';
import { guildsOf } from '../discord/guilds.ts';
import { inviteLink } from '../discord/invite.ts';
import { startProblem } from '../discord/start-problem.ts';
import { findings } from '../wording-doctor.ts';
import { type Check, type Finding, fine, notChecked, wrong } from './finding.ts';
import { commandsIn, permissionsIn } from './servers.ts';

/** Of Discord, in this order. */
const CHECKS: readonly Check[] = ['network', 'clock', 'token', 'gateway', 'application', 'intents', 'servers', 'permissions', 'commands'];

/** A request is given up after so many milliseconds. */
const PATIENCE = 10_000;

/** So many servers are looked at: each costs a request. */
const SERVERS = 200;

/** Discord lets a shard serve so many. */
const EACH = 2500;

/** Whoever answers later than so many milliseconds after something was asked may be taken for too late, so the clocks must agree to less. */
const CLOCKS_APART = 1000;

/** The intents that Discord grants on request only, by the flags that say that they are switched on. */
const PRIVILEGED: readonly (readonly [name: string, flags: number])[] = [
  ['Presence', ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  ['Server Members', ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited],
  ['Message Content', ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited],
];

/** What there is to say of these checks and those behind them, which were not made. */
export function skipped(from: Check, why: string): Finding[] {
  return CHECKS.slice(CHECKS.indexOf(from)).map((check) => notChecked(check, why));
}

/**
 * Looks at all that is Discord's, by asking its API and changing nothing. The token is sent to it, and shown nowhere.
 * @param most so many servers are looked at
 */
export async function* onDiscord(config: Connection & Pick<DiscordConfig, 'shards'>, most = SERVERS): AsyncGenerator<Finding> {
  const { api, token } = config;
  const rest = new REST({ api, timeout: PATIENCE, retries: 1 }).setToken(token);
  let doing: Check = 'network';
  try {
    yield* await reach(api);
    doing = 'token';
    const { username, id } = (await rest.get(Routes.user())) as APIUser;
    yield fine('token', findings.token(username, id));
    doing = 'gateway';
    yield gateway((await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult);
    doing = 'application';
    const application = await applicationOf(rest);
    yield theApplication(application);
    yield intents(application);
    doing = 'servers';
    const guilds = await guildsOf(rest, most);
    const all = Math.max(guilds.length, guilds.length < most ? 0 : (application.approximate_guild_count ?? 0));
    const isTooMany = config.shards !== 'auto' && all > EACH * (config.shards ?? 1);
    yield isTooMany
      ? wrong('servers', findings.tooManyServers(all))
      : fine('servers', findings.servers(all, guilds.length, inviteLink(application.id)));
    yield permissionsIn(guilds);
    doing = 'commands';
    yield await commandsIn(rest, application.id, guilds, config.guildId);
  } catch (error) {
    yield wrong(doing, startProblem(error, config));
    yield* skipped(doing, findings.notBefore(doing)).slice(1);
  }
}

/** Whether Discord's API answers, and what time it is there. @throws Error where it doesn't answer, or something else does */
async function reach(api: string): Promise<Finding[]> {
  const sent = Date.now();
  const answer = await fetch(`${api}/v10${Routes.gateway()}`, { signal: AbortSignal.timeout(PATIENCE) });
  const received = Date.now();
  const { headers, status } = answer;
  if (status >= 500) throw new Error(findings.outOfOrder(status));
  const { url } = ((await answer.json().catch(() => undefined)) ?? {}) as { url?: unknown };
  if (status !== 429 && typeof url !== 'string') throw new NotDiscord(status);
  return [fine('network', findings.network(api, received - sent)), clock(headers.get('date'), sent, received)];
}

/**
 * How far the clocks are apart, at least: the header has whole seconds, and was written at some time between sending and receiving.
 * @param sent in milliseconds since 1970 by the own clock, as `received` is
 */
export function clock(date: string | null, sent: number, received: number): Finding {
  const there = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(there)) return notChecked('clock', findings.noDate);
  const [ahead, behind] = [sent - (there + 999), there - received];
  if (ahead > CLOCKS_APART) return wrong('clock', findings.clockAhead(ahead));
  return behind > CLOCKS_APART ? wrong('clock', findings.clockBehind(behind)) : fine('clock', findings.clock);
}

/** A start of the bot opens a session, and Discord allows so many a day. */
function gateway({ shards, session_start_limit: { remaining, total, reset_after } }: RESTGetAPIGatewayBotResult): Finding {
  return remaining === 0
    ? wrong('gateway', findings.noStarts(total, reset_after))
    : fine('gateway', findings.gateway(remaining, total, shards));
}

/** Settings of the application that would keep interactions, or servers, from the bot. */
function theApplication({ name, id, interactions_endpoint_url: endpoint, bot_require_code_grant: grant }: APIApplication): Finding {
  if (endpoint) return wrong('application', findings.endpoint);
  return grant ? wrong('application', findings.codeGrant) : fine('application', findings.application(name, id));
}

function intents({ flags }: APIApplication): Finding {
  return fine('intents', findings.intents(PRIVILEGED.filter(([, bits]) => (flags ?? 0) & bits).map(([name]) => name)));
}
