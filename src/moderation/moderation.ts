import { fingerprint } from '../article/fingerprint.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import { inEach } from '../store/collection.ts';
import { takeTurnsIn } from '../store/leases.ts';
import type { Store } from '../store/store.ts';
import type { InTurn } from '../store/turns.ts';
import { type Cards, openCards } from './cards.ts';
import { type Corrections, openCorrections } from './corrections.ts';
import { type Drafts, openDrafts } from './drafts.ts';
import { type Gaps, openGaps } from './gaps.ts';

/** What moderators do, and what they need to know for it. */
export interface Moderation {
  readonly cards: Cards;
  readonly corrections: Corrections;
  readonly drafts: Drafts;
  readonly gaps: Gaps;
  /** What reads a record and changes it does so in turn, whichever process it is in: for a channel's card, and for what is kept of a guild. */
  readonly inTurn: InTurn;
  forgetUser(user: string): Promise<void>;
  forgetGuild(guild: string): Promise<void>;
  tidy(): Promise<void>;
  /** Takes in what earlier versions kept. */
  adopt(): Promise<void>;
}

/** @param keepsGaps whether questions that were asked in vain are kept */
export function openModeration(store: Store, index: ArticleIndex, keepsGaps: boolean, now: () => number = Date.now): Moderation {
  const inTurn = takeTurnsIn(store);
  const cards = openCards(store, inTurn);
  const corrections = openCorrections(store, index, inTurn, now);
  const drafts = openDrafts(store, fingerprint(index.article), now);
  const gaps = openGaps(store, index, keepsGaps, inTurn, now);
  const all = [cards, corrections, drafts, gaps];
  return {
    cards,
    corrections,
    drafts,
    gaps,
    inTurn,
    forgetUser: (user) => inEach([cards, corrections, drafts], (one) => one.forgetUser(user)),
    forgetGuild: (guild) => inEach(all, (one) => one.forgetGuild(guild)),
    tidy: () => inEach([drafts, gaps], (one) => one.tidy()),
    adopt: () => inEach(all, (one) => one.adopt()),
  };
}
