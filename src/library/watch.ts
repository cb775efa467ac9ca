import { fingerprint } from '../article/fingerprint.ts';
import { bring, brought, type Sources } from './bring.ts';
import type { Library } from './library.ts';
import type { Text } from './shelf.ts';

/** A text's page is looked at once in so many milliseconds: a day. */
const EVERY = 24 * 60 * 60 * 1000;

/** A text whose page says something else now. */
export interface Changed {
  readonly guild: string;
  readonly text: Text;
}

/**
 * Looks at the pages of texts that were brought in by a link, each once a day.
 * @param guilds those whose texts are looked at
 * @param now in milliseconds since 1970
 * @param report is told where one could not be looked at
 * @returns the texts that have changed, each time until it is kept that managers were told. The new version is kept, so that they can use it
 */
export async function* lookAt(
  guilds: AsyncIterable<string>,
  library: Library,
  sources: Sources,
  now: number,
  report: (error: unknown) => void,
): AsyncGenerator<Changed> {
  for await (const guild of guilds) {
    const { texts, unwatched } = await library.shelves.of(guild);
    if (unwatched) continue;
    for (const text of texts) {
      if (text.offered !== undefined && text.told !== text.offered) {
        yield { guild, text }; // the bot was stopped before it could tell
        continue;
      }
      if (text.link === undefined || now - (text.looked ?? text.at) < EVERY) continue;
      try {
        const found = await bring({ kind: 'link', link: text.link }, guild, sources);
        if (found.kind === 'not fetched' && found.problem.kind === 'too often') break; // the rest of them in an hour
        await library.shelves.looked(guild, text.id, now); // a page that can't be had is tried again tomorrow
        const mark = found.kind === 'found' ? fingerprint(found.article) : text.article;
        if (mark === text.article && found.kind === 'found' && text.offered) await library.shelves.withdraw(guild, text.id);
        if (found.kind !== 'found' || [text.article, text.offered, text.declined].includes(mark)) continue;
        const offered = await library.shelves.offer(guild, text.id, brought(found));
        if (offered) yield { guild, text: offered };
      } catch (error) {
        report(error);
        await library.shelves.looked(guild, text.id, now).catch(report);
      }
    }
  }
}
