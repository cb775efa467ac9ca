import type { Desk } from '../src/desk.ts';
import type { Library } from '../src/library/library.ts';
import { articlesOf, type Text } from '../src/library/shelf.ts';
import type { Card } from '../src/moderation/cards.ts';
import type { Correction } from '../src/moderation/corrections.ts';
import type { Here } from './command.ts';
import { sayWhetherOutdated } from './outdated.ts';

/** What is made of a text in a guild: pinned summaries, and corrected answers. */
export async function madeOf(
  text: Text,
  guild: string,
  { moderation }: Pick<Desk, 'moderation'>,
): Promise<{ readonly cards: readonly Card[]; readonly corrections: readonly Correction[] }> {
  const own = new Set(articlesOf(text));
  const [cards, corrections] = [await moderation.cards.in(guild), await moderation.corrections.list(guild)];
  return { cards: cards.filter(({ article }) => own.has(article)), corrections: corrections.filter(({ article }) => own.has(article)) };
}

/** Lets the pinned summaries of a text say whether they still stand, where it has changed or gone. */
export async function tellCards(cards: readonly Card[], { elsewhere }: Pick<Here, 'elsewhere'>, library: Library): Promise<void> {
  for (const { channel } of cards) if (elsewhere) await sayWhetherOutdated(channel, elsewhere(channel), library);
}
