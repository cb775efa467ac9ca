import type { File } from '../../commands/command.ts';
import type { Sources } from '../library/bring.ts';
import { newNumber } from '../store/number.ts';

/** The files that were chosen on the page. */
export interface Uploads {
  /** Takes one in place of the one before. @returns the link that it is known by */
  put(name: string, bytes: Uint8Array): string;
  /** What commands know of it. */
  named(link: string | undefined): File | undefined;
  /** What brings texts in, and such files too. */
  with(sources: Sources): Sources;
}

export function openUploads(): Uploads {
  let last: (File & { readonly bytes: Uint8Array }) | undefined;
  return {
    put: (name, bytes) => {
      const link = `upload:${newNumber()}`;
      last = { name, link, bytes };
      return link;
    },
    named: (link) => (link !== undefined && last?.link === link ? { name: last.name, link } : undefined),
    with: ({ fetcher, reader }) => ({
      reader,
      fetcher: {
        ...fetcher,
        attachment: async (link) =>
          last?.link === link ? { kind: 'fetched', bytes: last.bytes, url: link, name: last.name } : fetcher.attachment(link),
      },
    }),
  };
}
