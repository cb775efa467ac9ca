import 'dotenv/config';
import type { Article } from './article/article.ts';
import { chooseArticle } from './article/choose.ts';
import { botIdIn, type DiscordConfig, loadConfig } from './config.ts';
import { openDesk } from './desk.ts';
import { MODEL, problemWith } from './reading/model.ts';
import { type ModelReader, openReader } from './reading/model-reader.ts';
import { within } from './store/store.ts';
import { talk } from './terminal/terminal.ts';
import { wording } from './wording.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
await start();

async function start(): Promise<void> {
  const loaded = loadConfig(process.env);
  if (loaded.kind !== 'config') return fail(loaded.variables.map(wording.badVariable));
  const choice = chooseArticle(loaded.config.contentDir, loaded.config.article);
  if (choice.kind !== 'article') return fail([wording.badArticle(choice)]);
  const notes = [
    ...(choice.others.length > 0 && !loaded.config.article ? [wording.otherArticles(choice.others)] : []),
    ...(/\p{Sentence_Terminal}/u.test(choice.article.text) ? [] : [wording.noFullStop]),
  ];
  const { model, discord } = loaded.config;
  const folder = model.folder ?? MODEL;
  const broken = problemWith(folder);
  if (broken) return fail([wording.badModel(broken)]);
  const reader = openReader(folder, model.threads);
  if (!discord) {
    const later = loadedOr(reader, (problem) => {
      console.error(problem);
      process.exit(1); // the prompt is there already
    });
    return talk(openDesk(choice.article, reader), notes, process.stdin, process.stdout, later);
  }
  for (const note of notes) console.log(note);
  const problem = await onDiscord(choice.article, reader, discord);
  if (problem !== undefined) fail([problem]);
}

/** What the host should know of the model, as soon as it is loaded; or what is wrong with it. */
async function loadedOr<T>({ loaded, most }: ModelReader, fail: (problem: string) => T): Promise<readonly string[] | T> {
  const tried = await loaded;
  if (tried.kind !== 'loaded') return fail(wording.badModel(tried));
  return tried.slow === undefined ? [] : [wording.slowHost(tried.slow, most)];
}

/** Only a host with a token waits for Discord's code, and that of the store, to load. */
async function onDiscord(article: Article, reader: ModelReader, config: DiscordConfig): Promise<string | undefined> {
  const [{ runBot }, { openLog, problemOf }, { openStore }] = await Promise.all([
    import('./discord/bot.ts'),
    import('./discord/log.ts'),
    import('./store/file.ts'),
  ]);
  const ready = await loadedOr(reader, (problem) => ({ problem }));
  if ('problem' in ready) return ready.problem;
  for (const note of ready) console.log(note);
  const opened = openStore(config.dataDir);
  if (opened.kind !== 'store') return wording.badStore(opened.folder, opened.reason);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const log = openLog(config.logLevel);
  const own = within(opened.store, `${botIdIn(config.token)}/`); // several bots may share the folder
  const desk = openDesk(article, reader, {
    store: own,
    silence: config.silence,
    gaps: config.gaps,
    report: (error) => log.error(problemOf(error), 'could not keep something, or look it up'),
  });
  const problem = await runBot(desk, config, { log, print: console.log, stop: stop.signal });
  await Promise.all([opened.close(), reader.close()]);
  return problem;
}

function fail(problems: readonly string[]): void {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
}
