import { loadConfig } from '../config.ts';
import { wording } from '../wording.ts';
import { findings } from '../wording-doctor.ts';
import { onDiscord, skipped } from './discord.ts';
import { type Finding, fine, wrong } from './finding.ts';
import { kept } from './keeping.ts';
import { nodeVersion } from './machine.ts';
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
