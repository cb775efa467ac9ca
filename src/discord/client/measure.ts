import { type Client, Events, RESTEvents, Status } from 'discord.js';
import type { Meter } from '../../monitoring/meter.ts';

/** Of so many interactions, it is remembered when they came in: those that are never acknowledged are few, and too old after three seconds. */
const REMEMBERED = 10_000;

/** Tells a meter how soon interactions are acknowledged, and lets it look at the connection. */
export function measure(client: Client, meter: Meter): void {
  const came = new Map<string, number>();
  client.on(Events.InteractionCreate, ({ id }) => {
    came.set(id, performance.now());
    if (came.size > REMEMBERED) for (const [oldest] of came) return void came.delete(oldest);
  });
  client.rest.on(RESTEvents.Response, ({ path }, { status }) => {
    const id = /^\/interactions\/(\d+)\//.exec(path)?.[1] ?? '';
    const at = came.get(id);
    if (at === undefined || status >= 400) return;
    came.delete(id);
    meter.acknowledged(performance.now() - at);
  });
  meter.connection(() => {
    const { shards, ping } = client.ws;
    return { ready: shards.size > 0 && shards.every(({ status }) => status === Status.Ready), ping, guilds: client.guilds.cache.size };
  });
}
