import { type Client, Events, RESTEvents } from 'discord.js';
import type { Logger } from 'pino';
import { wording } from '../../wording.ts';
import { problemOf } from '../log.ts';

/** A line for each thing that happens to the connection, and to a request that got through late: one that never did is told of where it was made. */
export function watch(client: Client, log: Logger): void {
  let down = false;
  const back = (how: string) => () => {
    if (down) log.info(`connected again: ${how}`);
    down = false;
  };
  client.on(Events.ShardReconnecting, () => {
    if (!down) log.warn('the connection is lost; trying again until it is back');
    down = true;
  });
  client.on(Events.ShardResume, back('the session goes on'));
  client.on(Events.ShardReady, back('a new session'));
  client.on(Events.Error, (error) => log.error(problemOf(error), 'discord.js'));
  client.on(Events.ShardError, (error) => {
    if (!down) log.warn(problemOf(error), 'the connection has an error');
  });
  client.on(Events.Warn, (message) => log.warn(message));
  client.rest.on(RESTEvents.Response, ({ method, path, retries }, { status }) => {
    const request = `${method} /${path.split('/')[1]}`;
    if (status === 429) log.warn({ request, status }, 'Discord asks to wait: too many requests');
    else if (status < 400 && retries > 0) log.warn({ request, retries }, 'Discord had a problem; it worked after a retry');
  });
}

/** Settles when Discord ends the connection for good. */
export function endOf(client: Client, log: Logger): Promise<string> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      log.fatal({ code }, 'Discord has ended the connection for good');
      resolve(wording.disconnected(code));
    });
    client.on(Events.Invalidated, () => resolve(wording.badToken));
  });
}
