import type { Connection } from '../config.ts';
import { wording } from '../wording.ts';
import { atMost, type Persistence, persist } from './again.ts';
import { applicationOf } from './application.ts';
import type { Surroundings } from './bot.ts';
import { restTo } from './client/requests.ts';
import { inviteLink } from './invite.ts';
import { problemOf } from './log.ts';
import { clearGuilds, registerCommands, rememberGuild } from './register.ts';
import { startProblem } from './start-problem.ts';

/** So long, in milliseconds, the bot waits for its commands to be registered before it connects: Discord may have a problem with just that. */
const PATIENCE = 3000;

/**
 * Prints the invite link, and registers the commands: now, or as soon as Discord takes them. That comes before the bot connects, so that one
 * which may not register them, and is started again and again, doesn't use up the 1,000 times that Discord lets it connect a day.
 * @returns when the bot may connect; `failed` settles, with the reason in words, where the commands never can be registered
 */
export async function introduce(
  config: Connection,
  { log, print, memory }: Surroundings,
  persistence: Persistence,
): Promise<{ failed: Promise<string> }> {
  const rest = restTo(config);
  const { id } = await persist(() => applicationOf(rest), persistence);
  print(wording.invite(inviteLink(id)));
  const { guildId } = config;
  const registering = persist(() => registerCommands(rest, id, guildId), persistence);
  const failed = new Promise<string>((resolve) => {
    registering.catch((error) => persistence.stop.aborted || resolve(startProblem(error, config)));
  });
  registering.then(
    () =>
      (guildId === undefined ? clearGuilds(rest, id, memory, log) : rememberGuild(memory, guildId)).catch((error) =>
        log.warn(problemOf(error), 'could not save in which servers commands are registered'),
      ),
    () => undefined,
  );
  await atMost(PATIENCE, registering);
  return { failed };
}
