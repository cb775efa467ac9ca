import type { Found } from './bring.ts';
import { type Held, openHeld } from './held.ts';

/** A text that a moderator has been shown, and that is kept once they say so. */
export interface Proposal {
  readonly guild: string;
  readonly user: string;
  readonly found: Found;
  readonly title: string;
  /** The text that it is a new version of, by its id. */
  readonly replaces?: number;
  /** Questions that it answers. */
  readonly questions: readonly string[];
}

/** What was proposed and not decided on. */
export interface Proposals extends Omit<Held<Proposal>, 'get'> {
  /** Begins to bring a text into a guild. @returns how to end it; undefined where others are being brought in there */
  begin(guild: string): (() => void) | undefined;
  /** Undefined once it is let go, and where it is somebody else's. */
  get(id: number, of: { readonly user: string; readonly guild?: string }): Proposal | undefined;
}

export function openProposals(now?: () => number): Proposals {
  const held = openHeld<Proposal>(({ found }) => found.article.text.length, now);
  const busy = new Set<string>();
  return {
    ...held,
    begin: (guild) => {
      if (busy.has(guild)) return undefined;
      busy.add(guild);
      return () => busy.delete(guild);
    },
    get: (id, { user, guild }) => {
      const proposal = held.get(id);
      return proposal?.user === user && proposal.guild === guild ? proposal : undefined;
    },
  };
}
