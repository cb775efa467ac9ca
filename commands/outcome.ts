import type { Channel, Failure } from '../src/surface.ts';
import { wording } from '../src/wording.ts';

/** What went wrong in a channel, in words. */
export function problem(outcome: Failure, { name }: Channel): string {
  switch (outcome.kind) {
    case 'gone':
      return wording.goneThere(name);
    case 'not allowed':
      return wording.botLacks(outcome.permissions, name);
    case 'full':
      return wording.noMorePins(name);
    case 'archived':
      return wording.archived(name);
    case 'no room':
      return wording.noRoomForCard;
    case 'failed':
      return wording.discordFailed;
  }
}
