import { type Client, Events, SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';
import type { Logger } from 'pino';
import { problemOf } from '../log.ts';
import { type Packet, readable } from './readable.ts';

type BuildStrategy = NonNullable<WebSocketOptions['buildStrategy']>;

interface Sent {
  readonly data: Packet;
  readonly shardId: number;
}

/** discord.js takes these before all servers are there; others it would keep, and parse where nobody catches what it throws. */
const FIRST: readonly string[] = ['READY', 'RESUMED', 'GUILD_CREATE', 'GUILD_DELETE'];

/** Where the greeting can't be read, another one is asked for after so many milliseconds: Discord gives 1,000 a day. */
const AGAIN = 2 * 60 * 1000;

/**
 * Hands on to discord.js what the gateway sends. What can't be parsed would throw inside the socket's handler, and end the process: it is
 * left out, and the log has a line.
 * @param client who gets it
 * @param again see `AGAIN`
 */
export function readingPackets(client: () => Client, log: Logger, again = AGAIN): BuildStrategy {
  return (manager) => {
    const strategy = new SimpleShardingStrategy(manager);
    const emit = manager.emit.bind(manager) as (event: string, payload: Sent) => boolean;
    const greeted = new Set<number>();
    const held: Sent[] = [];

    function parse(sent: Sent): void {
      const { data, shardId } = sent;
      const isGreeting = data.t === 'READY';
      if (isGreeting) greeted.delete(shardId);
      else if (!greeted.has(shardId)) return;
      try {
        const packet = readable(data);
        if (isGreeting) emit('ready', { ...sent, data: packet.d as Packet });
        emit('dispatch', { ...sent, data: packet });
        if (isGreeting) greeted.add(shardId);
      } catch (error) {
        log.error({ event: data.t, ...problemOf(error) }, 'Discord sent something that can not be read; it is ignored');
        if (isGreeting)
          setTimeout(() => greetAgain().catch((problem) => log.error(problemOf(problem), 'could not connect')), again).unref();
      }
    }

    async function greetAgain(): Promise<void> {
      if (client().token === null) return; // the bot has ended
      await strategy.destroy({ reason: 'READY can not be read' });
      await strategy.spawn(await manager.getShardIds());
      await strategy.connect();
    }

    manager.emit = ((event: string, payload: Sent) => {
      if (event === 'ready') return true; // it is told with the packet
      if (event !== 'dispatch') return emit(event, payload);
      if (client().isReady() || FIRST.includes(payload.data.t)) parse(payload);
      else if (held.push(payload) === 1) client().once(Events.ClientReady, () => held.splice(0).forEach(parse));
      return true;
    }) as typeof manager.emit;
    return strategy;
  };
}
