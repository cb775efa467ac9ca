import type { Library } from '../src/library/library.ts';
import type { Changed } from '../src/library/watch.ts';
import type { Post } from '../src/surface.ts';
import { wording } from '../src/wording.ts';
import { changed } from './proposal.ts';

/** What managers are told of a text whose page has changed; undefined where it has gone meanwhile, or no sentence has changed. */
export async function newsOf({ guild, text }: Changed, library: Library): Promise<Post | undefined> {
  const before = await library.open(guild, text);
  const after = text.offered === undefined ? undefined : await library.version(guild, text, text.offered);
  if (!before || !after) return undefined;
  return {
    blocks: [{ kind: 'words', text: wording.pageChanged(text.title) }, ...changed(before.article, after.article)],
    offers: [
      { action: 'takenew', args: [text.id] },
      { action: 'keepold', args: [text.id] },
    ],
    article: library.host.fingerprint,
  };
}
