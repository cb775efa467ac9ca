import { openBuckets } from './buckets.ts';
import type { Place } from './conversation/conversations.ts';

/** How many questions may be asked a minute: by a person, in a channel, in a guild. */
export interface Limits {
  readonly person: number;
  readonly channel: number;
  readonly guild: number;
}

/** Why a question is not answered now. */
export interface TooMuch {
  /** Whose limit it is. */
  readonly limit: keyof Limits;
  /** When the next question may come, in milliseconds since 1970. */
  readonly until: number;
}

export interface Cooldown {
  /** Counts a question where it may be asked now; otherwise says why not, and counts nothing. @param now in milliseconds since 1970 */
  ask(place: Place, now: number): TooMuch | undefined;
  /** Whether it may be said where everybody sees it: once a minute to a person, and of what others have asked too, once in a channel. */
  mayTell(limit: keyof Limits, place: Place, now: number): boolean;
}

const MINUTE = 60_000;

export function openCooldown(limits: Limits): Cooldown {
  const [questions, told] = [openBuckets(MINUTE), openBuckets(MINUTE)];
  const keysOf = ({ user, channel, guild }: Place) => [
    ['person', `person ${user}`] as const,
    ['channel', `channel ${channel}`] as const,
    ...(guild === undefined ? [] : [['guild', `guild ${guild}`] as const]),
  ];
  return {
    ask: (place, now) => {
      const keys = keysOf(place);
      const late = keys
        .map(([limit, key]) => ({ limit, until: questions.next(key, limits[limit], now) }))
        .sort((a, b) => b.until - a.until)[0];
      if (late && late.until > now) return late;
      for (const [limit, key] of keys) questions.take(key, limits[limit], now);
      return undefined;
    },
    mayTell: (limit, { user, channel }, now) => {
      const key = limit === 'person' ? user : channel;
      if (told.next(key, 1, now) > now) return false;
      told.take(key, 1, now);
      return true;
    },
  };
}
