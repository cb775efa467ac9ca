import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Article } from './article/article.ts';
import type { Choice } from './article/choose.ts';
import type { Config, DiscordConfig } from './config.ts';
import type { Told } from './discord/shards.ts';
import { leave, leaveWhereNobodyListens, toldToStop } from './leave.ts';
import type { Monitoring } from './monitoring/server.ts';
import type { Loaded, ModelReader } from './reading/model-reader.ts';
import type { Opened } from './store/file.ts';
import type { Connected } from './store/redis.ts';
import type { Web } from './web/server.ts';

let reader: ModelReader | undefined;
leaveWhereNobodyListens(() => reader);
const isShard = process.env.SHARDING_MANAGER !== undefined; // discord.js has started this process, in shards.ts
const stop = toldToStop(() => reader, isShard); // before the rest, which takes a while to load
const atOnce = () => leave(0, reader);
stop.addEventListener('abort', atOnce);

const { argumentsOf, fromWhereTyped, misused } = await import('./arguments.ts');
const { startUsage, usageWording } = await import('./wording-usage.ts');
const { web, file } = await startArguments();
await import('dotenv/config');
const { chooseArticle, onlyArticle } = await import('./article/choose.ts');
const { follow } = await import('./article/follow.ts');
const { botIdIn, loadConfig } = await import('./config.ts');
const { openCooldown } = await import('./cooldown.ts');
const { openLibrary } = await import('./library/library.ts');
const { openTexts } = await import('./library/open-texts.ts');
const { readOwnPage } = await import('./library/own-page.ts');
const { openSources } = await import('./library/sources.ts');
const { atMostOnceAMinute } = await import('./once-a-minute.ts');
const { openModel } = await import('./reading/model-reader.ts');
const { within } = await import('./store/store.ts');
const { openSign } = await import('./terminal/sign.ts');
const { talk } = await import('./terminal/terminal.ts');
const { wording } = await import('./wording.ts');
const sign = openSign(process.stdin.isTTY ? process.stdout : {});
await start();

/** What was typed behind `npm start`. */
async function startArguments(): Promise<{ readonly web: boolean; readonly file?: string }> {
  const { options, rest } = await argumentsOf(startUsage, process);
  if (rest.length > 1) return misused(startUsage, usageWording.oneFile(rest.length));
  const [typed] = rest;
  return { ...options, ...(typed !== undefined && { file: fromWhereTyped(typed, process.env) }) };
}

async function start(): Promise<void> {
  const loaded = loadConfig(process.env);
  if (loaded.kind !== 'config') return fail(loaded.variables.map(wording.badVariable));
  const { model } = loaded.config;
  const discord = web ? undefined : loaded.config.discord;
  if (discord?.shards) return inShards(discord, discord.shards);
  const choice = await sign.during('file', () =>
    file === undefined ? chooseArticle(loaded.config.contentDir, loaded.config.article) : onlyArticle(file),
  );
  if (choice.kind !== 'article') return fail([wording.badArticle(choice)]);
  const notes = [
    ...(choice.assumed ? [wording.assumedEncoding(choice.file, choice.assumed)] : []),
    ...(choice.others.length > 0 && !loaded.config.article ? [wording.otherArticles(choice.others)] : []),
    ...(loaded.config.article ? [] : choice.bad.map(wording.badArticle)),
    ...(/\p{Sentence_Terminal}/u.test(choice.article.text) ? [] : [wording.noFullStop]),
  ];
  const opened = openModel(model);
  if (opened.kind !== 'reader') return fail([wording.badModel(opened)]);
  reader = opened.reader;
  if (discord) {
    if (isFirst(discord)) for (const note of notes) console.log(note);
    const { fetchLocal } = loaded.config;
    const problem = await onDiscord(choice, reader, { ...discord, ...(fetchLocal && { fetchLocal }) });
    if (problem !== undefined) fail([problem]);
    await leave(problem === undefined ? 0 : 1, reader); // whatever is still waiting for Discord
  } else if (web) await inBrowser(choice, reader, notes, loaded.config);
  else await inTerminal(choice, reader, notes, loaded.config);
  await reader.close();
}

/** The page is there before the model is, and until the process is told to stop. */
async function inBrowser(
  choice: Chosen,
  reader: ModelReader,
  notes: readonly string[],
  { fetchLocal }: Pick<Config, 'fetchLocal'>,
): Promise<void> {
  const { openWeb } = await import('./web/web.ts');
  const written = follow(choice.article, choice);
  const look = async () => {
    const read = await written();
    if (!read) return undefined;
    console.log(read.kind === 'article' ? wording.readAgain(read.file) : wording.staysAsItWas(wording.badArticle(read)));
    return read.kind === 'article' ? read.article : undefined;
  };
  const { address } = await openWeb(choice.article, reader, { sources: await openSources(fetchLocal), report: reportOnPage, look });
  for (const note of [...notes, wording.web.at(address)]) console.log(note);
  const tried = await reader.loaded;
  if (tried.kind !== 'loaded') {
    fail([wording.badModel(tried)]);
    return leave(1, reader);
  }
  for (const note of notesOn(tried)) console.log(note);
  await new Promise(() => undefined);
}

function reportOnPage(error: unknown): void {
  console.error(wording.web.problem(error instanceof Error ? error.message : String(error)));
}

/** The prompt is there before the model is. */
async function inTerminal(
  choice: Chosen,
  reader: ModelReader,
  notes: readonly string[],
  { fetchLocal }: Pick<Config, 'fetchLocal'>,
): Promise<void> {
  const later = reader.loaded.then((tried) => {
    if (tried.kind === 'loaded') return notesOn(tried);
    fail([wording.badModel(tried)]);
    return leave(1, reader);
  });
  const sources = () => openSources(fetchLocal);
  const library = await sign.during('file', async () => openLibrary(choice.article, reader, { ownPage: readOwnPage }));
  const texts = openTexts(library, sources, choice);
  const pages = new Map<Article, Promise<Web>>();
  const openPage = async () => {
    const about = texts.current.desk.article;
    const page =
      pages.get(about) ?? import('./web/web.ts').then(async ({ openWeb }) => openWeb(about, reader, { sources: await sources() }));
    pages.set(about, page);
    page.catch(() => pages.delete(about)); // it is tried again
    return (await page).address;
  };
  await talk(texts, notes, process.stdin, process.stdout, later, openPage, sign);
  if (process.stdin.isTTY) await leave(0, reader); // whatever is still waiting for a page
  for (const page of await Promise.allSettled(pages.values())) if (page.status === 'fulfilled') await page.value.close();
}

/** What the host should know of the model. */
function notesOn({ slow }: Loaded): string[] {
  return slow ? [wording.slowHost(slow.ms, slow.windows)] : [];
}

type Chosen = Extract<Choice, { kind: 'article' }>;
type OnDiscord = DiscordConfig & Pick<Config, 'fetchLocal'>;

/** Only a host with a token waits for Discord's code, and that of the store, to load. */
async function onDiscord(choice: Chosen, reader: ModelReader, config: OnDiscord): Promise<string | undefined> {
  const monitoring = config.monitoring && (await (await import('./monitoring/server.ts')).openMonitoring(config.monitoring));
  if (monitoring?.kind === 'no port') return wording.noPort(monitoring);
  try {
    return await talkOnDiscord(choice, reader, config, monitoring);
  } finally {
    await monitoring?.close();
  }
}

async function talkOnDiscord(
  choice: Chosen,
  reader: ModelReader,
  config: OnDiscord,
  monitoring: Monitoring | undefined,
): Promise<string | undefined> {
  const [{ runBot }, { openLog, problemOf }] = await Promise.all([import('./discord/bot.ts'), import('./discord/log.ts')]);
  const giveBack = isShard ? () => undefined : await take(config);
  if (!giveBack) return wording.dataTaken(config.dataDir);
  const tried = await sign.during('model', () => reader.loaded);
  if (tried.kind !== 'loaded') return wording.badModel(tried);
  monitoring?.loaded();
  if (monitoring) reader.watch(monitoring.metrics.window);
  if (isFirst(config)) for (const note of notesOn(tried)) console.log(note);
  const opened = await openKept(config);
  if (opened.kind === 'unreachable store') return wording.noRedis(opened.address, opened.reason);
  if (opened.kind !== 'store') return wording.badStore(opened);
  const log = openLog(config.logLevel, config.shard && { shard: config.shard.id });
  process.on('unhandledRejection', (error) => log.error(problemOf(error), 'something went wrong in the background'));
  const own = within(opened.store, `${botIdIn(config.token)}/`); // several bots may share the folder
  const sources = config.library && (await openSources(config.fetchLocal));
  const library = openLibrary(choice.article, monitoring?.metrics.metered(reader) ?? reader, {
    store: own,
    silence: config.silence,
    gaps: config.gaps,
    ownPage: readOwnPage,
    watch: config.watch,
    ...(sources && { sources }),
    ...(config.library && { limits: config.library }),
    report: atMostOnceAMinute((error, before) =>
      log.error({ ...problemOf(error), ...(before > 0 && { before }) }, 'could not save something, or look it up'),
    ),
  });
  stop.removeEventListener('abort', atOnce); // from here on, what was asked is answered first
  const problem = await runBot(library, config, {
    log,
    print: console.log,
    stop,
    memory: own,
    file: follow(choice.article, choice, true),
    ready: () => tellParent({ ready: true }),
    ...(config.cooldown && { cooldown: openCooldown(config.cooldown) }),
    ...(monitoring && { meter: monitoring.metrics.meter }),
  });
  await sources?.reader.close();
  await opened.close();
  giveBack();
  return problem;
}

/** A process for each shard. This one starts them and ends them, and loads no model. */
async function inShards(config: DiscordConfig, shards: number | 'auto'): Promise<void> {
  const [{ runShards }, { openLog }] = await Promise.all([import('./discord/shards.ts'), import('./discord/log.ts')]);
  const giveBack = await take(config);
  if (!giveBack) return fail([wording.dataTaken(config.dataDir)]);
  stop.removeEventListener('abort', atOnce); // from here on, the shards end first
  const around = { log: openLog(config.logLevel), print: console.log, stop };
  const script = { file: fileURLToPath(import.meta.url), args: process.argv.slice(2) };
  const problem = await runShards(script, shards, config, around);
  giveBack();
  if (problem !== undefined) fail([problem]);
  await leave(problem === undefined ? 0 : 1, undefined);
}

/** What is said once, the first of several shards says. */
function isFirst({ shard }: DiscordConfig): boolean {
  return (shard?.id ?? 0) === 0;
}

function tellParent(told: Told): void {
  if (isShard) process.send?.(told);
}

/** Takes the data folder for this bot alone. @returns how to give it back; undefined where another process has it */
async function take({ redis, dataDir, token }: DiscordConfig): Promise<(() => void) | undefined> {
  if (redis !== undefined) return () => undefined;
  return (await import('./store/door.ts')).takeFolder(dataDir, botIdIn(token));
}

/** The store of what is kept; only the one that is used is loaded. A Redis that can't be reached is tried again and again, as Discord is. */
async function openKept({ redis, dataDir }: DiscordConfig): Promise<Opened | Connected> {
  if (redis === undefined) return (await import('./store/file.ts')).openStore(dataDir);
  const [{ connectStore }, { pauseAfter }] = await Promise.all([import('./store/redis.ts'), import('./discord/again.ts')]);
  for (let failures = 1; ; failures++) {
    const connected = await connectStore(redis);
    if (connected.kind === 'store' || !connected.passes) return connected;
    if (failures === 1) console.log(wording.triesOn(wording.noRedis(connected.address, connected.reason)));
    await pause(pauseAfter(failures));
  }
}

/** A shard leaves it to its parent to say why all end. */
function fail(problems: readonly string[]): void {
  if (isShard) tellParent({ problem: problems.join('\n') });
  else for (const problem of problems) console.error(problem);
  process.exitCode = 1;
}
