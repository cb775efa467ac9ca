import type { Article } from '../article/article.ts';
import type { Desk, Keeping } from '../desk.ts';

/** The host's text, and how it was before while this process has run. */
export interface HostText {
  readonly now: Desk;
  /** An earlier version, by its fingerprint. */
  earlier(fingerprint: string): Desk | undefined;
  /** Lets it have another version: what was said of the one before goes on from there. */
  renew(article: Article): void;
}

/** So many earlier versions are kept, in memory alone. */
const VERSIONS = 3;

export function openHost(article: Article, open: (article: Article, more: Pick<Keeping, 'earlier'>) => Desk): HostText {
  let earlier: readonly Desk[] = [];
  const version = (fingerprint: string) => earlier.find((one) => one.fingerprint === fingerprint);
  const opened = (one: Article) => open(one, { earlier: async (fingerprint) => version(fingerprint)?.article });
  let now = opened(article);
  return {
    get now() {
      return now;
    },
    earlier: version,
    renew: (next) => {
      const before = now;
      now = opened(next);
      earlier = [before, ...earlier].filter(({ fingerprint }) => fingerprint !== now.fingerprint).slice(0, VERSIONS);
    },
  };
}
