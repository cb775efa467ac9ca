import type { Store } from '../store/store.ts';
import type { InTurn } from '../store/turns.ts';
import { type By, SOMEBODY, type Where } from './records.ts';

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
  of(channel: string): Card | undefined;
  all(): readonly Card[];
  keep(card: Card): Promise<void>;
  remove(channel: string): Promise<void>;
  /** The cards stay; who pinned them is forgotten. */
  forgetUser(user: string): Promise<void>;
  forgetGuilds(goes: (guild: string) => boolean): Promise<void>;
}

const CARDS = 'card/';

/** @param inTurn what changes a channel's card does so in turn */
export function openCards(store: Store, inTurn: InTurn): Cards {
  const of = (channel: string) => store.get(CARDS + channel) as Card | undefined;
  const all = () => store.list(CARDS).map(([, card]) => card as Card);
  const keep = (card: Card) => store.set(CARDS + card.channel, card);
  const remove = (channel: string) => store.delete(CARDS + channel);
  return {
    of,
    all,
    keep,
    remove,
    forgetUser: async (user) => {
      const own = all().filter(({ by }) => by.id === user);
      await Promise.all(
        own.map(({ channel }) =>
          inTurn(channel, async () => {
            const now = of(channel);
            if (now?.by.id === user) await keep({ ...now, by: SOMEBODY });
          }),
        ),
      );
    },
    forgetGuilds: async (goes) => {
      await Promise.all(all().flatMap(({ guild, channel }) => (goes(guild) ? remove(channel) : [])));
    },
  };
}
