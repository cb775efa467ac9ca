import { DiscordAPIError, HTTPError } from 'discord.js';
import { destination, type Logger, pino } from 'pino';
import type { LogLevel } from '../config.ts';

/** The log: a line of JSON for each thing that happens, on standard error. It never holds what people wrote. @param shard which writes it, of several */
export function openLog(level: LogLevel, shard?: number): Logger {
  return pino({ level, base: shard === undefined ? null : { shard } }, destination({ dest: 2, sync: true }));
}

/** What the log says of an error. Discord's errors hold the request with what people wrote: of these, only the number and its meaning. */
export function problemOf(error: unknown): object {
  if (error instanceof DiscordAPIError) return { discord: error.code, status: error.status, problem: error.message.split('\n')[0] };
  if (error instanceof HTTPError) return { status: error.status, problem: error.message };
  if (error instanceof Error) return { problem: error.stack ?? error.message };
  return { problem: String(error) };
}
