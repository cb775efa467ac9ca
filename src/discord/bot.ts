import { once } from 'node:events';
import { type Client, Events, ShardClientUtil } from 'discord.js';
import type { Logger } from 'pino';
import { saysItWrong, sayWhetherOutdated } from '../../commands/outdated.ts';
import type { Connection } from '../config.ts';
import type { Cooldown } from '../cooldown.ts';
import type { Desk } from '../desk.ts';
import type { Meter } from '../monitoring/meter.ts';
import { wording } from '../wording.ts';
import { channelOf } from './channel.ts';
import { clientFor } from './client/client.ts';
import { endOf, watch } from './connection.ts';
import { gateOf } from './cooldown.ts';
import { dispatcher } from './dispatch.ts';
import { inviteLink } from './invite.ts';
import { problemOf } from './log.ts';
import { measure } from './measure.ts';
import { listener } from './messages.ts';
import { readerFor } from './reading.ts';
import { clearGuilds, registerCommands } from './register.ts';
import { startProblem } from './start-problem.ts';

/** What a bot needs from where it runs. */
export interface Surroundings {
  readonly log: Logger;
  /** For what the host should read, a line each. */
  readonly print: (line: string) => void;
  /** Undefined: nothing is counted. */
  readonly meter?: Meter;
  /** Undefined: people ask as much as they like. */
  readonly cooldown?: Cooldown;
  /** Aborted: the bot closes the connection and ends. */
  readonly stop: AbortSignal;
}

/** What has been silent for too long is let go each hour. */
const TIDIED = 60 * 60 * 1000;

/**
 * Talks on Discord until it is stopped.
 * @returns undefined when it was stopped; otherwise, in words, why it can't go on
 */
export async function runBot(
  desk: Desk,
  config: Connection,
  { log, meter, print, stop, cooldown }: Surroundings,
): Promise<string | undefined> {
  const client = clientFor(config, log);
  const pending = new Set<Promise<void>>();
  const wait = (work: Promise<void>) => {
    const waited = work.finally(() => pending.delete(waited));
    pending.add(waited);
  };
  if (meter) measure(client, meter);
  const read = readerFor(gateOf(cooldown), desk.wait);
  const [dispatch, listen] = [dispatcher(desk, { log, meter }, read), listener(desk, { log, meter }, read)];
  client.on(Events.InteractionCreate, (interaction) => wait(dispatch(interaction)));
  client.on(Events.MessageCreate, (message) => wait(listen(message)));
  for (const gone of [Events.ChannelDelete, Events.ThreadDelete] as const)
    client.on(gone, ({ id }) => wait(letGo(() => desk.moderation.cards.remove(id), log)));
  client.on(Events.GuildDelete, ({ id }) => wait(letGo(() => desk.forget.forgetGuild(id), log)));
  const tidying = setInterval(() => wait(letGo(desk.forget.tidy, log)), TIDIED);
  const ended = endOf(client, log);
  watch(client, log);
  try {
    await letGo(desk.forget.tidy, log);
    const ready = Promise.all([once(client, Events.ClientReady, { signal: stop }), client.login(config.token)]);
    const problem = await Promise.race([ended, ready.then(() => undefined)]);
    if (problem !== undefined) return problem;
    await start(client, desk, config, print, log);
    desk.prepare().catch((error) => log.warn(problemOf(error), 'could not look for questions to suggest'));
    return await Promise.race([ended, aborted(stop)]);
  } catch (error) {
    return stop.aborted ? undefined : startProblem(error, config);
  } finally {
    clearInterval(tidying);
    client.removeAllListeners(Events.ShardReconnecting); // a connection that is closed is not lost
    client.removeAllListeners(Events.InteractionCreate).removeAllListeners(Events.MessageCreate);
    await Promise.allSettled(pending); // what was asked is answered still
    await client.destroy();
    log.info('closed');
  }
}

async function start(client: Client, desk: Desk, config: Connection, print: (line: string) => void, log: Logger): Promise<void> {
  if (!client.isReady()) throw new Error('Discord did not say who the bot is');
  print(wording.invite(inviteLink(client.application.id)));
  await registerCommands(client.rest, client.application.id, config.guildId);
  print(wording.ready(client.user.tag, client.guilds.cache.size));
  log.info({ guilds: client.guilds.cache.size }, 'ready');
  await letGo(() => forgetThoseThatAreGone(client, desk), log);
  await sayOutdatedOn(client, desk, log);
  if (config.guildId === undefined)
    clearGuilds(client.rest, client.application.id, [...client.guilds.cache.keys()], log).catch((error) =>
      log.warn(problemOf(error), 'could not look for commands that are registered in a server'),
    );
}

/** The bot may have been removed while it was away. Other shards know of other guilds; one that is not available just now is listed all the same. */
async function forgetThoseThatAreGone(client: Client<true>, desk: Desk): Promise<void> {
  const own = (guild: string) => client.ws.shards.has(ShardClientUtil.shardIdForGuildId(guild, client.options.shardCount ?? 1));
  for await (const guild of desk.forget.guilds()) if (own(guild) && !client.guilds.cache.has(guild)) await desk.forget.forgetGuild(guild);
}

/** The article may have changed while the bot was away. */
async function sayOutdatedOn(client: Client<true>, desk: Desk, log: Logger): Promise<void> {
  const outdated = await desk.moderation.cards.which((card) => client.guilds.cache.has(card.guild) && saysItWrong(card, desk));
  for (const { channel } of outdated)
    await sayWhetherOutdated(channel, channelOf(client, channel, desk.fingerprint, null, log), desk).catch((error) =>
      log.warn(problemOf(error), 'could not say on a pinned summary that the article has changed'),
    );
}

async function letGo(forget: () => Promise<void>, log: Logger): Promise<void> {
  await forget().catch((error) => log.error(problemOf(error), 'could not let go of what was kept'));
}

async function aborted(stop: AbortSignal): Promise<undefined> {
  if (!stop.aborted) await once(stop, 'abort');
}
