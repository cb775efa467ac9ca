import type { Gateway } from './gateway.ts';
import { allows, botMayIn, keptFrom, MANAGE_THREADS, problem, SEND_IN_THREADS } from './permissions.ts';
import type { Channel, Problem, World } from './world.ts';

type State = Partial<Pick<Channel, 'archived' | 'locked'>>;

const ARCHIVED = problem(400, 50083, 'Thread is archived');
const CLOSED = problem(403, 50083, 'Thread is archived');
const LOCKED = problem(403, 160005, 'Thread is locked');

/**
 * Threads that are archived, where nothing can be changed until they are opened, or locked, where only who manages threads writes.
 * An archived one is opened by whoever writes there.
 */
export interface Threads {
  /** What keeps the bot from changing something in a thread; elsewhere, nothing does. With `locked`, it may be locked. */
  keptFromChanging(channel: Channel, but?: { locked: boolean }): Problem | undefined;
  /** What keeps the bot from writing in a thread, in the same way. Where nothing does, the thread is open from now on. */
  keptFromWriting(channel: Channel, but?: { locked: boolean }): Problem | undefined;
  /** What keeps the bot from such a state of a thread. */
  keptFromSetting(channel: Channel, state: State): Problem | undefined;
  /** Somebody's client opens a thread before it does something there. */
  openedFor(channel: Channel, permissions: bigint): boolean;
  set(channel: Channel, state: State): void;
}

export function threadsOf(world: World, gateway: Gateway): Threads {
  const isLocked = (channel: Channel) => channel.locked === true && !allows(botMayIn(channel, world), MANAGE_THREADS);

  function set(channel: Channel, { archived = channel.archived ?? false, locked = channel.locked ?? false }: State): void {
    if (channel.type !== 11) throw new Error('only a thread is archived or locked');
    Object.assign(channel, { archived, locked });
    gateway.changed(channel);
  }

  return {
    set,
    keptFromChanging: (channel, but) => {
      if (channel.archived) return ARCHIVED;
      return isLocked(channel) && !but?.locked ? LOCKED : undefined;
    },
    keptFromWriting: (channel, but) => {
      if (isLocked(channel) && channel.archived) return CLOSED;
      if (isLocked(channel) && !but?.locked) return LOCKED;
      if (channel.archived) set(channel, { archived: false });
      return undefined;
    },
    // Who has not made a thread opens it with what writing takes, unless it is locked, and needs more for all else.
    keptFromSetting: (channel, { archived, locked }) => {
      if (channel.archived && archived !== false) return ARCHIVED;
      const opens = archived === false && locked === undefined && !channel.locked;
      return keptFrom(channel, opens ? SEND_IN_THREADS : MANAGE_THREADS, world);
    },
    openedFor: (channel, permissions) => {
      if (channel.locked && !allows(permissions, MANAGE_THREADS)) return false;
      if (channel.archived) set(channel, { archived: false });
      return true;
    },
  };
}
