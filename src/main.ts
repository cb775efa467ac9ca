import 'dotenv/config';
import { chooseArticle } from './article/choose.ts';
import { type DiscordConfig, loadConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
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
  const desk = openDesk(choice.article);
  if (!loaded.config.discord) return talk(desk, notes, process.stdin, process.stdout);
  for (const note of notes) console.log(note);
  const problem = await onDiscord(desk, loaded.config.discord);
  if (problem !== undefined) fail([problem]);
}

/** Only a host with a token waits for Discord's code to load. */
async function onDiscord(desk: Desk, config: DiscordConfig): Promise<string | undefined> {
  const [{ runBot }, { openLog }] = await Promise.all([import('./discord/bot.ts'), import('./discord/log.ts')]);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  return runBot(desk, config, { log: openLog(config.logLevel), print: console.log, stop: stop.signal });
}

function fail(problems: readonly string[]): void {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
}
