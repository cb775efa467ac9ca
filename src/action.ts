import type { Offer } from './reply.ts';

/** What a button's `custom_id` says: which action, about which article, where in it. */
export interface Action {
  readonly name: string;
  /** The article's fingerprint. */
  readonly fingerprint: string;
  readonly args: readonly number[];
}

/** Of the way that they are written here. What another version wrote is not read. */
const VERSION = '1';

/** Discord's limit, in UTF-16 units. */
const LONGEST = 100;

/**
 * An offer as a `custom_id`: `1:more:k3x9a0bz:4,c,1z`, its arguments in base 36; as many of them, from the first, as there is room for.
 * @param fingerprint the article's
 */
export function customId({ action, args }: Offer, fingerprint: string): string {
  const head = `${VERSION}:${action}:${fingerprint}:`;
  let list = '';
  for (const arg of args) {
    const longer = list === '' ? arg.toString(36) : `${list},${arg.toString(36)}`;
    if (head.length + longer.length > LONGEST) break;
    list = longer;
  }
  return head + list;
}

/** Reads what `customId` wrote; undefined where something else did. */
export function readCustomId(id: string): Action | undefined {
  const [, version, name, fingerprint, list] = /^(\d+):([a-z]+):([0-9a-z]+):((?:[0-9a-z]{1,9}(?:,(?!$)|$))*)$/.exec(id) ?? [];
  if (version !== VERSION || !name || !fingerprint) return undefined;
  return { name, fingerprint, args: list ? list.split(',').map((arg) => Number.parseInt(arg, 36)) : [] };
}
