import { openCollection } from '../store/collection.ts';
import { allOf, type Store } from '../store/store.ts';
import type { InTurn } from '../store/turns.ts';
import { type By, personsOf, SOMEBODY, type Where } from './records.ts';

/** A summary that is pinned in a channel. */
export interface Card extends Where {
  /** The message's id. */
  readonly message: string;
  /** The fingerprint of the article that it sums up. */
  readonly article: string;
  /** Its sentences, counting from 0, in the article's order. */
  readonly sentences: readonly number[];
  /** What it is about; empty: the whole article. */
  readonly topic: string;
  /** Who pinned it, or changed it last. */
  readonly by: By;
  /** When that was, in milliseconds since 1970. */
  readonly at: number;
  /** When the press for it came in. */
  readonly pressed: number;
  /** The number of the draft that it was made of. */
  readonly draft: number;
  /** Whether it says already that the article has changed since. */
  readonly outdated?: boolean;
}

/** The cards, one a channel. */
export interface Cards {
  of(channel: string): Promise<Card | undefined>;
  /** Those that it is asked for, of all. */
  which(wanted: (card: Card) => boolean): Promise<readonly Card[]>;
  /** Those of a guild. */
  in(guild: string): Promise<readonly Card[]>;
  keep(card: Card): Promise<void>;
  remove(channel: string): Promise<void>;
  /** The cards stay; who pinned them is forgotten. */
  forgetUser(user: string): Promise<void>;
  forgetGuild(guild: string): Promise<void>;
  adopt(): Promise<void>;
}

/** @param inTurn what changes a channel's card does so in turn */
export function openCards(store: Store, inTurn: InTurn): Cards {
  const cards = openCollection<Card>(store, 'card', ({ guild, by }) => ({ guild, users: personsOf(by) }));
  return {
    of: cards.get,
    which: async (wanted) => {
      const found: Card[] = [];
      for await (const page of cards.list()) found.push(...page.map(([, card]) => card).filter(wanted));
      return found;
    },
    in: (guild) => allOf(cards.listOf({ guild })),
    keep: (card) => cards.keep(card.channel, card),
    remove: cards.remove,
    forgetUser: (user) => cards.changeEach({ user }, (card) => ({ ...card, by: SOMEBODY }), inTurn),
    forgetGuild: (guild) => cards.changeEach({ guild }, () => undefined),
    adopt: cards.adopt,
  };
}
