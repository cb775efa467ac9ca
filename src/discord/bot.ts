import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import { sayWhetherOutdated } from '../../commands/outdated.ts';
import { newsOf } from '../../commands/watched.ts';
import type { Follow } from '../article/follow.ts';
import type { Connection } from '../config.ts';
import type { Cooldown } from '../cooldown.ts';
import type { Library } from '../library/library.ts';
import { lookAt } from '../library/watch.ts';
import type { Meter } from '../monitoring/meter.ts';
import { wording } from '../wording.ts';
import { atMost, persist, told } from './again.ts';
import { otherCopies } from './client/copies.ts';
import { type Line, lineTo } from './client/line.ts';
import { measure } from './client/measure.ts';
import { isOwn } from './client/own.ts';
import { followHost } from './follow-host.ts';
import { channelOf } from './interaction/channel.ts';
import { dispatcher } from './interaction/dispatch.ts';
import { listener } from './interaction/messages.ts';
import { introduce } from './introduce.ts';
import { gateOf } from './limits/cooldown.ts';
import { readerFor } from './limits/reading.ts';
import { problemOf } from './log.ts';
import type { Memory } from './register.ts';
import { startProblem } from './start-problem.ts';
import { tryingOn } from './trying.ts';

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
  readonly memory: Memory;
  /** Looks at the file of the host's text; undefined: it stays as it is. */
  readonly file?: Follow;
  /** So many milliseconds after pages were looked at, it is seen again which are due. */
  readonly watch?: number;
  /** Is told when people are answered. */
  readonly ready?: () => void;
}

/** What has been silent for too long is let go each hour. */
const TIDIED = 60 * 60 * 1000;

/** Each hour it is seen which pages have not been looked at for a day. */
const WATCHED = 60 * 60 * 1000;

/** When the bot is told to stop, what was asked is answered still, if that takes no longer than so many milliseconds. */
const ANSWERING = 2500;

/**
 * Talks on Discord until it is stopped. While Discord is out of order or can't be reached, it tries on.
 * @returns undefined when it was stopped; otherwise, in words, why it can't go on
 */
export async function runBot(library: Library, config: Connection, surroundings: Surroundings): Promise<string | undefined> {
  const { log, meter, stop, watch = WATCHED } = surroundings;
  const otherCopy = otherCopies(log);
  const pending = new Set<Promise<void>>();
  const wait = (work: Promise<void>) => {
    const waited = work.finally(() => pending.delete(waited));
    pending.add(waited);
  };
  const over = new AbortController();
  const trying = tryingOn(config, surroundings, AbortSignal.any([stop, over.signal]));
  const isFirst = (config.shard?.id ?? 0) === 0;
  const tidying = isFirst && setInterval(() => wait(letGo(library.forget.tidy, log)), TIDIED);
  let line: Line | undefined;
  let watching: NodeJS.Timeout | undefined;
  let unfollow = () => {};
  const talk = async () => {
    if (isFirst) await letGo(library.forget.tidy, log);
    const failed = isFirst ? (await introduce(config, surroundings, trying)).failed : NEVER;
    const connect = () => {
      line = lineTo(config, log, otherCopy);
      if (meter) measure(line.client, meter);
      listen(line.client, library, wait, surroundings, otherCopy);
      return line.open();
    };
    const problem = await Promise.race([failed, persist(connect, trying)]);
    if (problem !== undefined || !line) return problem;
    await start(line.client, library, config, surroundings);
    const { client } = line;
    suggest(library, log);
    unfollow = followHost(library, isFirst ? surroundings : { ...surroundings, print: () => undefined }, async () => {
      suggest(library, log);
      if (client.isReady()) await sayOutdatedOn(client, library, log);
    });
    const look = () => tellChanges(client, library, log, over.signal).finally(lookLater);
    const lookLater = () => {
      if (library.watches && !over.signal.aborted) watching = setTimeout(() => wait(look()), watch);
    };
    lookLater();
    return Promise.race([line.ended, failed]);
  };
  try {
    return await Promise.race([told(stop), talk()]);
  } catch (error) {
    return stop.aborted ? undefined : startProblem(error, config);
  } finally {
    over.abort();
    if (tidying) clearInterval(tidying);
    clearTimeout(watching);
    unfollow();
    line?.client.removeAllListeners(Events.InteractionCreate).removeAllListeners(Events.MessageCreate);
    if (!(await atMost(ANSWERING, Promise.allSettled(pending))))
      log.warn({ unanswered: pending.size }, 'closing before every question is answered');
    await line?.close();
    log.info('closed');
  }
}

/** Looks for questions that the host's text answers, while nobody waits. */
function suggest({ host }: Library, log: Logger): void {
  host.prepare().catch((error) => log.warn(problemOf(error), 'could not look for questions to suggest'));
}

const NEVER = new Promise<never>(() => undefined);

function listen(
  client: Client,
  library: Library,
  wait: (work: Promise<void>) => void,
  { log, meter, cooldown }: Surroundings,
  otherCopy: () => void,
): void {
  const read = readerFor(gateOf(cooldown), library.host.wait);
  const [dispatch, answer] = [dispatcher(library, { log, meter }, read), listener(library, { log, meter }, read, otherCopy)];
  client.on(Events.InteractionCreate, (interaction) => wait(dispatch(interaction)));
  client.on(Events.MessageCreate, (message) => wait(answer(message)));
  for (const gone of [Events.ChannelDelete, Events.ThreadDelete] as const)
    client.on(gone, ({ id }) => wait(letGo(() => library.host.moderation.cards.remove(id), log)));
  client.on(Events.GuildDelete, ({ id }) => wait(letGo(() => library.forget.forgetGuild(id), log)));
}

async function start(client: Client, library: Library, { shard }: Connection, { print, log, ready }: Surroundings): Promise<void> {
  if (!client.isReady()) throw new Error('Discord did not say who the bot is');
  print(wording.ready(client.user.tag, client.guilds.cache.size, shard));
  ready?.();
  log.info({ guilds: client.guilds.cache.size }, 'ready');
  await letGo(() => forgetThoseThatAreGone(client, library), log);
  await sayOutdatedOn(client, library, log);
}

/** The bot may have been removed while it was away. Other shards know of other guilds; one that is not available just now is listed all the same. */
async function forgetThoseThatAreGone(client: Client<true>, library: Library): Promise<void> {
  for await (const guild of library.forget.guilds())
    if (isOwn(client, guild) && !client.guilds.cache.has(guild)) await library.forget.forgetGuild(guild);
}

/** The host's text may have changed since they were pinned, while the bot was away or just now. */
async function sayOutdatedOn(client: Client<true>, library: Library, log: Logger): Promise<void> {
  const { host } = library;
  const cards = await host.moderation.cards.which(
    (card) => isOwn(client, card.guild) && (card.article !== host.fingerprint || card.outdated === true),
  );
  for (const { channel } of cards)
    await sayWhetherOutdated(channel, channelOf(client, channel, host.fingerprint, null, log), library).catch((error) =>
      log.warn(problemOf(error), 'could not mark a pinned summary as outdated'),
    );
}

/** Where the page of a text says something else than before, the channel where it was added is told, once. */
async function tellChanges(client: Client, library: Library, log: Logger, over: AbortSignal): Promise<void> {
  const { sources, host } = library;
  if (!sources || !client.isReady()) return;
  const own = async function* () {
    for await (const guild of library.forget.guilds()) {
      if (over.aborted) return;
      if (isOwn(client, guild) && client.guilds.cache.has(guild)) yield guild;
    }
  };
  const report = (error: unknown) => log.warn(problemOf(error), 'could not check the page of a text');
  try {
    for await (const changed of lookAt(own(), library, sources, Date.now(), report)) {
      const post = await newsOf(changed, library);
      const channel = channelOf(client, changed.text.channel, host.fingerprint, null, log);
      const outcome = post && (await channel.post(post, `${changed.text.id}-${changed.text.offered}`));
      if (outcome?.kind === 'done') await library.shelves.told(changed.guild, changed.text.id);
      else await library.shelves.withdraw(changed.guild, changed.text.id); // it is told again tomorrow
      if (outcome && outcome.kind !== 'done')
        log.warn({ guild: changed.guild, why: outcome.kind }, 'could not post that a page has changed');
    }
  } catch (error) {
    log.warn(problemOf(error), 'could not check the pages of texts');
  }
}

async function letGo(forget: () => Promise<void>, log: Logger): Promise<void> {
  await forget().catch((error) => log.error(problemOf(error), 'could not delete what is too old to keep'));
}
