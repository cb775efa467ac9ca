/** Why nothing was fetched. */
export type NotFetched =
  | {
      readonly kind:
        | 'no address' // it is no link to a page
        | 'credentials' // a name or a password is in it
        | 'port'
        | 'private address' // of this machine, its network, or of no machine at all
        | 'not from Discord' // an attachment that is elsewhere
        | 'no such site'
        | 'certificate'
        | 'unreachable'
        | 'too slow'
        | 'too large'
        | 'too many redirects'
        | 'robots'; // the site asks programs not to fetch the page
    }
  | { readonly kind: 'status'; readonly status: number }
  /** The page is no text, but of this type; undefined where it doesn't say of which. */
  | { readonly kind: 'type'; readonly type?: string }
  /** Too much was fetched in an hour for a guild, or in a second from a site. `until`: in milliseconds since 1970. */
  | { readonly kind: 'too often'; readonly of: 'guild' | 'site'; readonly until: number };

/** What came of it. */
export type Fetched =
  | {
      readonly kind: 'fetched';
      readonly bytes: Uint8Array;
      /** Where it was found in the end. */
      readonly url: string;
      /** A file name for it, with the extension of its type. */
      readonly name: string;
      /** The encoding that the site names. */
      readonly charset?: string;
    }
  | NotFetched;
