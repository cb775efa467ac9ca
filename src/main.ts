import 'dotenv/config';
import { chooseArticle } from './article/choose.ts';
import { loadConfig } from './config.ts';
import { openDesk } from './desk.ts';
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
  await talk(openDesk(choice.article), notes, process.stdin, process.stdout);
}

function fail(problems: readonly string[]): void {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
}
