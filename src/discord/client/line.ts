import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import type { Connection } from '../../config.ts';
import { atMost } from '../again.ts';
import { clientFor } from './client.ts';
import { endOf, watch } from './connection.ts';

/** A connection to Discord. */
export interface Line {
  readonly client: Client;
  /** Settles, with the reason in words, when Discord ends it for good. */
  readonly ended: Promise<string>;
  /** Logs in. @returns undefined when it is ready, or why Discord has ended it for good @throws Error where it can't be reached */
  open(): Promise<string | undefined>;
  /** From then on it does not connect again. */
  close(): Promise<void>;
}

/** So long, in milliseconds, Discord may take to agree that a connection is closed. */
const CLOSING = 500;

/** @param answeredElsewhere is called where somebody else has answered what the bot was asked */
export function lineTo(config: Connection, log: Logger, answeredElsewhere: () => void): Line {
  const closed = new AbortController();
  const client = clientFor(config, log, { closed: closed.signal, answeredElsewhere });
  const ended = endOf(client, log);
  watch(client, log);
  const close = async () => {
    closed.abort();
    client.removeAllListeners(Events.ShardReconnecting); // a connection that is closed is not lost
    await atMost(CLOSING, client.destroy());
  };
  return {
    client,
    ended,
    close,
    open: async () => {
      const ready = new Promise<undefined>((resolve) => client.once(Events.ClientReady, () => resolve(undefined)));
      try {
        return await Promise.race([ended, client.login(config.token).then(() => ready)]);
      } catch (error) {
        await close(); // what has failed once would try on beside the next one
        throw error;
      }
    },
  };
}
