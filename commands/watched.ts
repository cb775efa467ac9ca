import { changesBetween } from '../src/article/versions.ts';
import type { Library } from '../src/library/library.ts';
import type { Changed } from '../src/library/watch.ts';
import type { Post } from '../src/surface.ts';
import { wording } from '../src/wording.ts';
import { changed } from './proposal.ts';

/** A fingerprint as a button's argument. */
export function numberOf(fingerprint: string): number {
  return Number.parseInt(fingerprint, 36);
}

/** Room for who decided what, in UTF-16 units. */
const RESERVE = 500;

/** What managers are told of a text whose page has changed; undefined where it has gone meanwhile, or no sentence has changed. */
export async function newsOf({ guild, text }: Changed, library: Library): Promise<Post | undefined> {
  const before = await library.open(guild, text);
  const after = text.offered === undefined ? undefined : await library.version(guild, text, text.offered);
  if (!before || !after || changesBetween(before.article, after.article)?.length === 0) return undefined;
  const offered = numberOf(after.fingerprint);
  return {
    blocks: [{ kind: 'words', text: wording.pageChanged(text.title) }, ...changed(before.article, after.article)],
    offers: [
      { action: 'takenew', args: [text.id, offered] },
      { action: 'keepold', args: [text.id, offered] },
    ],
    article: before.fingerprint,
    reserve: RESERVE,
  };
}
