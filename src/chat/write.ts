import { actions } from '../../commands/index.ts';
import { customId } from '../action.ts';
import type { Block, Choice, Menu, Offer } from '../reply.ts';
import { contentOf, LONGEST } from './content.ts';

/** A message as it is shown: Markdown, below it a menu a row, and one row of buttons. */
export interface Sheet {
  readonly content: string;
  readonly menus: readonly MenuRow[];
  readonly buttons: readonly Button[];
}

export interface Button {
  readonly customId: string;
  readonly label: string;
}

export interface MenuRow extends Button {
  readonly choices: readonly Choice[];
  /** How many may be chosen at once, at most. */
  readonly most: number;
}

interface More {
  readonly menus?: readonly Menu[] | undefined;
  /** How many UTF-16 units must stay free. */
  readonly reserve?: number | undefined;
  /** Undefined instead of a message that leaves something out. */
  readonly whole?: true | undefined;
}

/** What a message says and what can be done with it; undefined where there is no room for it. @param fingerprint of the article that the offers are about */
export function write(
  blocks: readonly Block[],
  offers: readonly Offer[],
  fingerprint: string,
  { menus = [], reserve = 0, whole }: More = {},
): Sheet | undefined {
  const content = contentOf(blocks, LONGEST - reserve, whole);
  if (content === undefined) return undefined;
  return {
    content,
    menus: menus.map(({ offer, label, choices, most = 1 }) => ({
      customId: customId(offer, fingerprint),
      label,
      choices,
      most: Math.min(most, choices.length),
    })),
    buttons: offers.flatMap((offer) => {
      const action = actions.find(({ name }) => name === offer.action);
      return action ? { customId: customId(offer, fingerprint), label: action.label } : [];
    }),
  };
}
