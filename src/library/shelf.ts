import type { By } from '../moderation/records.ts';

/** A text that a guild has brought in. */
export interface Text {
  readonly id: number;
  readonly title: string;
  /** The fingerprint of its article, as it is now. */
  readonly article: string;
  /** Those of the versions before it that are still kept, the latest first. */
  readonly earlier: readonly string[];
  /** Where it came from, where that is a page. */
  readonly link?: string;
  /** Who brought it, when (in milliseconds since 1970), and in which channel. */
  readonly by: By;
  readonly at: number;
  readonly channel: string;
  /** How long it is, in bytes of UTF-8. */
  readonly bytes: number;
  /** When its page was looked at last, in milliseconds since 1970; undefined where nobody has since it was brought. */
  readonly looked?: number;
  /** The fingerprint of a version that its page has now, and that nobody has decided on. */
  readonly offered?: string;
  /** The fingerprint of the one that managers were told of last. */
  readonly told?: string;
  /** The fingerprint of the one that was declined last. */
  readonly declined?: string;
}

/** The texts of a guild, and which of them its channels talk about. */
export interface Shelf {
  readonly guild: string;
  readonly texts: readonly Text[];
  /** By a channel's id: the ids of its texts. A channel that is not there talks about all. */
  readonly channels: Readonly<Record<string, readonly number[]>>;
  /** Whether nobody is to look whether the pages have changed. */
  readonly unwatched?: true;
}

/** What a host allows each guild. */
export interface Limits {
  readonly texts: number;
  /** Of one text, and of all together, in bytes of UTF-8. */
  readonly bytes: number;
  readonly allBytes: number;
}

/** Where the host says nothing. */
export const LIMITS: Limits = { texts: 50, bytes: 5 * 2 ** 20, allBytes: 50 * 2 ** 20 };

/** Why a text has no room on a shelf. */
export type Full =
  | { readonly kind: 'too many'; readonly most: number }
  | { readonly kind: 'too long'; readonly most: number }
  | { readonly kind: 'no room'; readonly most: number }
  /** It is there already, as the text of that title. */
  | { readonly kind: 'known'; readonly title: string };

/** So many earlier versions of a text are kept, so that what was quoted from them can still be looked up. */
const VERSIONS = 3;

/** A text with its next version. @param article the fingerprint of that @param bytes its length, in UTF-8 */
export function next({ offered: _decided, told: _known, declined: _before, ...before }: Text, article: string, bytes: number): Text {
  const earlier = [before.article, ...before.earlier].filter((one) => one !== article).slice(0, VERSIONS);
  return { ...before, article, earlier, bytes };
}

/** The shelf with a text of it changed. */
export function withText(shelf: Shelf, id: number, change: (text: Text) => Text): Shelf {
  return { ...shelf, texts: shelf.texts.map((text) => (text.id === id ? change(text) : text)) };
}

/** The shelf without a text, and the channels that talked about that alone: they talk about all again. */
export function withoutText(shelf: Shelf, id: number): { readonly shelf: Shelf; readonly freed: readonly string[] } {
  const left = Object.entries(shelf.channels).map(([channel, ids]) => [channel, ids.filter((one) => one !== id)] as const);
  return {
    shelf: {
      ...shelf,
      texts: shelf.texts.filter((one) => one.id !== id),
      channels: Object.fromEntries(left.filter(([, ids]) => ids.length > 0)),
    },
    freed: left.filter(([, ids]) => ids.length === 0).map(([channel]) => channel),
  };
}

/** What a guild has before anybody brings a text in. */
export function empty(guild: string): Shelf {
  return { guild, texts: [], channels: {} };
}

/** The fingerprints of all of its versions that are kept. */
export function articlesOf({ article, earlier, offered }: Text): string[] {
  return [article, ...earlier, ...(offered === undefined ? [] : [offered])];
}

/** Why a text has no room on a shelf; undefined where it has. @param article its fingerprint @param bytes its length, in UTF-8 */
export function roomFor({ texts }: Shelf, article: string, bytes: number, limits: Limits): Full | undefined {
  const known = texts.find((one) => one.article === article);
  if (known) return { kind: 'known', title: known.title };
  if (texts.length >= limits.texts) return { kind: 'too many', most: limits.texts };
  if (bytes > limits.bytes) return { kind: 'too long', most: limits.bytes };
  const all = texts.reduce((sum, one) => sum + one.bytes, 0);
  return all + bytes > limits.allBytes ? { kind: 'no room', most: limits.allBytes } : undefined;
}

/** A title that none of these texts has: "Rules (2)". */
export function newTitle(title: string, texts: readonly { readonly title: string }[]): string {
  const taken = new Set(texts.map((one) => one.title.toLowerCase()));
  let [free, number] = [title, 2];
  while (taken.has(free.toLowerCase())) free = `${title} (${number++})`;
  return free;
}
