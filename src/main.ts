import 'dotenv/config';
import type { Article } from './article/article.ts';
import { chooseArticle } from './article/choose.ts';
import { botIdIn, type DiscordConfig, loadConfig } from './config.ts';
import { openCooldown } from './cooldown.ts';
import { openDesk } from './desk.ts';
import { leave, leaveWhereNobodyListens } from './leave.ts';
import type { Monitoring } from './monitoring/server.ts';
import { atMostOnceAMinute } from './once-a-minute.ts';
import { type Loaded, type ModelReader, openModel } from './reading/model-reader.ts';
import type { Opened } from './store/file.ts';
import type { Connected } from './store/redis.ts';
import { within } from './store/store.ts';
import { talk } from './terminal/terminal.ts';
import { wording } from './wording.ts';

/** So many milliseconds are left for the last lines, where somebody reads them. */
const LAST_LINES = 500;

let reader: ModelReader | undefined;
leaveWhereNobodyListens(() => reader);
await start();

async function start(): Promise<void> {
  const loaded = loadConfig(process.env);
  if (loaded.kind !== 'config') return fail(loaded.variables.map(wording.badVariable));
  const choice = await chooseArticle(loaded.config.contentDir, loaded.config.article);
  if (choice.kind !== 'article') return fail([wording.badArticle(choice)]);
  const notes = [
    ...(choice.assumed ? [wording.assumedEncoding(choice.file, choice.assumed)] : []),
    ...(choice.others.length > 0 && !loaded.config.article ? [wording.otherArticles(choice.others)] : []),
    ...(loaded.config.article ? [] : choice.bad.map(wording.badArticle)),
    ...(/\p{Sentence_Terminal}/u.test(choice.article.text) ? [] : [wording.noFullStop]),
  ];
  const { model, discord } = loaded.config;
  const opened = openModel(model);
  if (opened.kind !== 'reader') return fail([wording.badModel(opened)]);
  reader = opened.reader;
  if (discord) {
    for (const note of notes) console.log(note);
    const problem = await onDiscord(choice.article, reader, discord);
    if (problem !== undefined) fail([problem]);
  } else await inTerminal(choice.article, reader, notes);
  await reader.close();
  if (discord) setTimeout(() => process.exit(), LAST_LINES).unref();
}

/** The prompt is there before the model is. */
async function inTerminal(article: Article, reader: ModelReader, notes: readonly string[]): Promise<void> {
  const later = reader.loaded.then((tried) => {
    if (tried.kind === 'loaded') return notesOn(tried);
    fail([wording.badModel(tried)]);
    return leave(1, reader);
  });
  await talk(openDesk(article, reader), notes, process.stdin, process.stdout, later);
}

/** What the host should know of the model. */
function notesOn({ slow }: Loaded): string[] {
  return slow ? [wording.slowHost(slow.ms, slow.windows)] : [];
}

/** Only a host with a token waits for Discord's code, and that of the store, to load. */
async function onDiscord(article: Article, reader: ModelReader, config: DiscordConfig): Promise<string | undefined> {
  const monitoring = config.monitoring && (await (await import('./monitoring/server.ts')).openMonitoring(config.monitoring));
  if (monitoring?.kind === 'no port') return wording.noPort(monitoring);
  try {
    return await talkOnDiscord(article, reader, config, monitoring);
  } finally {
    await monitoring?.close();
  }
}

async function talkOnDiscord(
  article: Article,
  reader: ModelReader,
  config: DiscordConfig,
  monitoring: Monitoring | undefined,
): Promise<string | undefined> {
  const [{ runBot }, { openLog, problemOf }, { takeFolder }] = await Promise.all([
    import('./discord/bot.ts'),
    import('./discord/log.ts'),
    import('./store/door.ts'),
  ]);
  const giveBack = config.redis === undefined ? await takeFolder(config.dataDir, botIdIn(config.token)) : () => undefined;
  if (!giveBack) return wording.dataTaken(config.dataDir);
  const tried = await reader.loaded;
  if (tried.kind !== 'loaded') return wording.badModel(tried);
  monitoring?.loaded();
  if (monitoring) reader.watch(monitoring.metrics.window);
  for (const note of notesOn(tried)) console.log(note);
  const opened = await openKept(config);
  if (opened.kind === 'unreachable store') return wording.noRedis(opened.address, opened.reason);
  if (opened.kind !== 'store') return wording.badStore(opened);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const log = openLog(config.logLevel);
  process.on('unhandledRejection', (error) => log.error(problemOf(error), 'something went wrong that nobody waited for'));
  const own = within(opened.store, `${botIdIn(config.token)}/`); // several bots may share the folder
  const desk = openDesk(article, monitoring?.metrics.metered(reader) ?? reader, {
    store: own,
    silence: config.silence,
    gaps: config.gaps,
    report: atMostOnceAMinute((error, before) =>
      log.error({ ...problemOf(error), ...(before > 0 && { before }) }, 'could not keep something, or look it up'),
    ),
  });
  const problem = await runBot(desk, config, {
    log,
    print: console.log,
    stop: stop.signal,
    ...(config.cooldown && { cooldown: openCooldown(config.cooldown) }),
    ...(monitoring && { meter: monitoring.metrics.meter }),
  });
  await opened.close();
  giveBack();
  return problem;
}

/** The store of what is kept; only the one that is used is loaded. */
async function openKept({ redis, dataDir }: DiscordConfig): Promise<Opened | Connected> {
  if (redis !== undefined) return (await import('./store/redis.ts')).connectStore(redis);
  return (await import('./store/file.ts')).openStore(dataDir);
}

function fail(problems: readonly string[]): void {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
}
