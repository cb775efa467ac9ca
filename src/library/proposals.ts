import { newNumber } from '../store/number.ts';
import type { Found } from './bring.ts';

/** A text that a moderator has been shown, and that is kept once they say so. It is in memory alone. */
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
export interface Proposals {
  /** Begins to bring a text into a guild. @returns how to end it; undefined where others are being brought in there */
  begin(guild: string): (() => void) | undefined;
  /** @returns its number: a new one where none is given */
  keep(proposal: Proposal, id?: number): number;
  /** Undefined once it is let go, and where it is somebody else's. */
  get(id: number, of: { readonly user: string; readonly guild?: string }): Proposal | undefined;
  remove(id: number): void;
}

/** A proposal can be decided on for so many milliseconds, which is as long as Discord lets its message be changed; of more, or of more text, the oldest go. */
const LASTS = 15 * 60_000;
const MOST = 100;
const MOST_LETTERS = 20_000_000;

export function openProposals(now: () => number = Date.now): Proposals {
  const kept = new Map<number, { proposal: Proposal; at: number }>();
  const busy = new Set<string>();
  const letters = () => [...kept.values()].reduce((sum, { proposal }) => sum + proposal.found.article.text.length, 0);
  const tidy = () => {
    for (const [id, { at }] of kept)
      if (now() - at > LASTS || kept.size > MOST || (kept.size > 1 && letters() > MOST_LETTERS)) kept.delete(id);
  };
  return {
    begin: (guild) => {
      if (busy.has(guild)) return undefined;
      busy.add(guild);
      return () => busy.delete(guild);
    },
    keep: (proposal, id = newNumber()) => {
      kept.delete(id);
      kept.set(id, { proposal, at: now() });
      tidy();
      return id;
    },
    get: (id, { user, guild }) => {
      tidy();
      const { proposal } = kept.get(id) ?? {};
      return proposal?.user === user && proposal.guild === guild ? proposal : undefined;
    },
    remove: (id) => void kept.delete(id),
  };
}
