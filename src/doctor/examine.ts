import { type Config, loadConfig } from '../config.ts';
import { wording } from '../wording.ts';
import { findings } from '../wording-doctor.ts';
import { onDiscord, skipped } from './discord.ts';
import { type Finding, fine, notChecked, wrong } from './finding.ts';
import { dataFolder, dataInRedis, freeDisk, nodeVersion } from './machine.ts';
import { theArticle, theModel } from './reading.ts';

/** Looks at all that Verbatim needs, one thing after another, and changes nothing. Without sound settings, nothing behind them can be looked at. */
export async function* examine(env: Readonly<Record<string, string | undefined>>): AsyncGenerator<Finding> {
  yield nodeVersion();
  const loaded = loadConfig(env);
  if (loaded.kind !== 'config') {
    for (const variable of loaded.variables) yield wrong('settings', wording.badVariable(variable));
    return;
  }
  const { config } = loaded;
  yield fine('settings', config.discord ? findings.withToken : findings.withoutToken);
  yield await theArticle(config);
  yield await theModel(config);
  yield* kept(config);
  if (config.discord) yield* onDiscord(config.discord);
  else yield* skipped('network', findings.noToken);
}

/** What is kept is kept on Discord alone. */
async function* kept({ discord }: Config): AsyncGenerator<Finding> {
  if (!discord) {
    yield notChecked('data', findings.noToken);
    yield notChecked('disk', findings.noToken);
    return;
  }
  if (discord.redis !== undefined) {
    yield await dataInRedis(discord.redis);
    yield notChecked('disk', findings.diskOfRedis);
    return;
  }
  yield dataFolder(discord.dataDir);
  yield freeDisk(discord.dataDir);
}
