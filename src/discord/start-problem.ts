import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import type { Connection } from '../config.ts';
import { wording } from '../wording.ts';
import { NotDiscord } from './application.ts';
import { refusedBy } from './interaction/refused.ts';
import { CommandsTwice } from './register.ts';

/** Why the bot can't start, in words. */
export function startProblem(error: unknown, { api, guildId }: Connection): string {
  if (error instanceof CommandsTwice) return wording.commandsTwice(guildId ?? '');
  if (isTokenProblem(error)) return wording.badToken;
  if (guildId !== undefined && refusedBy(error) === 'not allowed') return wording.noAccess(guildId);
  if (isOfSomethingElse(error)) return wording.notDiscord(api, error.status);
  if (error instanceof DiscordAPIError) return wording.refused(`${error.message.split('\n')[0]} (${error.code})`);
  if (error instanceof Error && statusOf(error)) return wording.outOfOrder(statusOf(error));
  if (error instanceof Error && codeOf(error)) return wording.noNetwork(api, codeOf(error));
  if (isOutOfStarts(error)) return wording.noStartsLeft;
  return wording.refused(error instanceof Error ? error.message : String(error));
}

/** Whether it may pass by itself: Discord is out of order or can't be reached, or has been greeted too often today. */
export function passes(error: unknown): boolean {
  return error instanceof Error && (statusOf(error) > 0 || /^(?!ERR_)/.test(codeOf(error) ?? 'ERR_') || isOutOfStarts(error)); // Node's own ERR_… are mistakes
}

function isTokenProblem(error: unknown): boolean {
  return refusedBy(error) === 'no token' || (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid);
}

/** Discord's own errors have a code, and it knows all that is asked for at the start. */
function isOfSomethingElse(error: unknown): error is DiscordAPIError | NotDiscord {
  if (error instanceof NotDiscord) return true;
  return error instanceof DiscordAPIError && (error.code === undefined || (error.status === 404 && error.code === 0));
}

/** The status of a problem that Discord has, from its API or its gateway; 0 where it is another one. */
function statusOf(error: Error): number {
  const status = error instanceof HTTPError ? error.status : Number(/^Unexpected server response: (\d+)$/.exec(error.message)?.[1] ?? 0);
  return status >= 500 || status === 429 ? status : 0;
}

/** @discordjs/ws says so with a plain error. */
function isOutOfStarts(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Not enough sessions remaining');
}

/** The code of a problem with the network, as Node gives it: `ECONNREFUSED`. A request that takes too long is aborted. */
function codeOf(error: Error): string | undefined {
  if (error instanceof DiscordAPIError || error instanceof DiscordjsError) return undefined;
  if (error.name === 'AbortError') return 'ETIMEDOUT';
  for (const one of [error, error.cause]) if (one instanceof Error && 'code' in one && typeof one.code === 'string') return one.code;
  return undefined;
}
