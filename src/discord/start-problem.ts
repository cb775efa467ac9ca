import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import type { Connection } from '../config.ts';
import { wording } from '../wording.ts';
import { refusedBy } from './refused.ts';
import { CommandsTwice } from './register.ts';

/** Why the bot can't start, in words. */
export function startProblem(error: unknown, { api, guildId }: Connection): string {
  if (error instanceof CommandsTwice) return wording.commandsTwice(guildId ?? '');
  if (isTokenProblem(error)) return wording.badToken;
  if (refusedBy(error) === 'not allowed') return wording.noAccess(guildId ?? '');
  if (error instanceof DiscordAPIError) return wording.refused(`${error.message.split('\n')[0]} (${error.code})`);
  if (error instanceof HTTPError) return wording.refused(wording.answersStatus(error.status));
  if (error instanceof Error && codeOf(error)) return wording.noNetwork(api, codeOf(error));
  return wording.refused(error instanceof Error ? error.message : String(error));
}

function isTokenProblem(error: unknown): boolean {
  return refusedBy(error) === 'no token' || (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid);
}

/** The code of a problem with the network, as Node gives it: `ECONNREFUSED`. */
function codeOf(error: Error): string | undefined {
  for (const one of [error, error.cause]) if (one instanceof Error && 'code' in one && typeof one.code === 'string') return one.code;
  return undefined;
}
