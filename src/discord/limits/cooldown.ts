import { PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { Place } from '../../conversation/conversations.ts';
import type { Cooldown } from '../../cooldown.ts';
import type { Reply } from '../../reply.ts';
import { wording } from '../../wording.ts';

/**
 * Undefined where somebody may ask; otherwise what they are told: nothing, where everybody would see it and it has just been said.
 * @param may what they may do there; null in direct messages
 */
export type Gate = (place: Place, may: Readonly<PermissionsBitField> | null, seenByAll?: boolean) => readonly Reply[] | undefined;

/** Who manages messages may ask as much as they like. @param cooldown undefined: so may everybody */
export function gateOf(cooldown: Cooldown | undefined): Gate {
  return (place, may, seenByAll = false) => {
    if (!cooldown || may?.has(PermissionFlagsBits.ManageMessages)) return undefined;
    const now = Date.now();
    const tooMuch = cooldown.ask(place, now);
    if (!tooMuch) return undefined;
    const { limit, until } = tooMuch;
    if (seenByAll && !cooldown.mayTell(limit, place, now)) return [];
    const blocks = [{ kind: 'words', text: wording.tooMuch(limit), until } as const];
    return [{ kind: 'reply', blocks, offers: [], audience: 'asker', result: 'refused' }];
  };
}
