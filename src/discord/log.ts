import type { Writable } from 'node:stream';
import { DiscordAPIError, HTTPError } from 'discord.js';
import { type Logger, pino } from 'pino';
import type { LogLevel } from '../config.ts';
import { NotKept } from '../store/writes.ts';

/** So many bytes wait at most for whoever reads the log. */
const WAITING = 1024 * 1024;

/**
 * The log: a line of JSON for each thing that happens. It never holds what people wrote. Nothing waits until it is read: where it isn't, lines are left out, and counted.
 * @param shard which of several writes it
 * @param out on a pipe, standard error takes what it is given at once and writes when it can
 */
export function openLog(level: LogLevel, { out = process.stderr, shard }: { out?: Writable; shard?: number } = {}): Logger {
  let dropped = 0;
  out.on('error', () => undefined); // nobody will read it any more: the bot goes on
  const write = (line: string) => {
    if (out.writableLength > WAITING) {
      dropped += 1;
      return;
    }
    const lines = dropped;
    dropped = 0;
    if (lines > 0) log.warn({ lines }, 'lines were left out here: nothing read the log');
    out.write(line);
  };
  const log = pino({ level, base: shard === undefined ? null : { shard } }, { write });
  return log;
}

/** What the log says of an error. Discord's errors hold the request with what people wrote: of these, only the number and its meaning. */
export function problemOf(error: unknown): object {
  if (error instanceof DiscordAPIError) return { discord: error.code, status: error.status, problem: error.message.split('\n')[0] };
  if (error instanceof HTTPError) return { status: error.status, problem: error.message };
  if (error instanceof NotKept) return { problem: error.message };
  if (error instanceof Error) return { problem: error.stack ?? error.message };
  return { problem: String(error) };
}
