import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';

type BuildStrategy = NonNullable<WebSocketOptions['buildStrategy']>;

/**
 * Lets a client connect as long as it isn't closed. @discordjs/ws asks for the session each time before it connects; `destroy()` does nothing on
 * a shard that waits half a second before it connects again, or is about to: such a shard finds the door shut.
 */
export function door(closed: AbortSignal, build: BuildStrategy = (manager) => new SimpleShardingStrategy(manager)): BuildStrategy {
  return (manager) => {
    const { retrieveSessionInfo } = manager.options;
    manager.options.retrieveSessionInfo = (shard) => (closed.aborted ? new Promise<never>(() => undefined) : retrieveSessionInfo(shard));
    return build(manager);
  };
}
