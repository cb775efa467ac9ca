import type { Offer } from '../reply.ts';
import type { Store } from '../store/store.ts';
import type { Correction } from './corrections.ts';
import type { Gap } from './gaps.ts';
import { DAY, newNumber, SOMEBODY, type Where } from './records.ts';

/** What a moderator is about to do: kept, so that it can be done after a restart too. */
export type Draft = Where & {
  /** Whose it is: nobody else may go on with it. */
  readonly user: string;
} & (CardDraft | CorrectionDraft);

/** A summary that is being put together. */
export interface CardDraft {
  readonly kind: 'card';
  readonly sentences: readonly number[];
  readonly topic: string;
  /** When the card in the channel had been changed last; undefined where there was none. */
  readonly seen?: number;
  /** When it was asked whether the card of another is to give way. */
  readonly asked?: number;
  /** How often it could not be pinned. */
  readonly failed?: number;
}

/** A question that is about to get its sentence. */
export interface CorrectionDraft {
  readonly kind: 'correction';
  readonly question: string;
  readonly about?: string;
  /** The message that is to be corrected, as it was; undefined where only the question is known. */
  readonly message?: { readonly id: string; readonly content: string; readonly offers: readonly Offer[] };
  /** The question that was asked in vain, where it comes from there. */
  readonly gap?: Gap;
  /** What the question had been answered with before anything was chosen here: null, where nothing had been chosen at all. */
  readonly before?: Correction | null;
  /** What was chosen: to undo it. */
  readonly chosen?: { readonly id: number; readonly at: number };
}

export interface Drafts {
  /** @param id its number; undefined once it is let go, and where it is somebody else's, or of another channel */
  get<K extends Draft['kind']>(kind: K, id: number, of: { user: string; channel: string }): (Draft & { kind: K }) | undefined;
  /** @returns its number: a new one where none is given */
  keep(draft: Draft, id?: number): Promise<number>;
  remove(id: number): Promise<void>;
  forgetUser(user: string): Promise<void>;
  forgetGuilds(goes: (guild: string) => boolean): Promise<void>;
  /** Lets go of those that are older than a day. */
  tidy(): Promise<void>;
}

const DRAFTS = 'draft/';

interface DraftRecord {
  readonly draft: Draft;
  readonly article: string;
  readonly at: number;
}

/** @param article its fingerprint: a draft about another text is of no use */
export function openDrafts(store: Store, article: string, now: () => number): Drafts {
  const removeWhere = async (goes: (record: DraftRecord) => boolean) => {
    const records = store.list(DRAFTS) as [string, DraftRecord][];
    await Promise.all(records.flatMap(([key, record]) => (goes(record) ? store.delete(key) : [])));
  };
  return {
    get: (kind, id, { user, channel }) => {
      const { draft, article: about } = (store.get(DRAFTS + id) as DraftRecord | undefined) ?? {};
      const own = draft?.kind === kind && draft.user === user && draft.channel === channel;
      return own && about === article ? (draft as Draft & { kind: typeof kind }) : undefined;
    },
    keep: async (draft, id = newNumber()) => {
      await store.set(DRAFTS + id, { draft, article, at: now() } satisfies DraftRecord);
      return id;
    },
    remove: (id) => store.delete(DRAFTS + id),
    forgetUser: async (user) => {
      await removeWhere(({ draft }) => draft.user === user);
      const records = store.list(DRAFTS) as [string, DraftRecord][];
      await Promise.all(
        records.flatMap(([key, record]) => {
          const { draft } = record;
          if (draft.kind !== 'correction' || draft.before?.by.id !== user) return [];
          return store.set(key, { ...record, draft: { ...draft, before: { ...draft.before, by: SOMEBODY } } } satisfies DraftRecord);
        }),
      );
    },
    forgetGuilds: (goes) => removeWhere(({ draft }) => goes(draft.guild)),
    tidy: () => removeWhere(({ at }) => now() - at >= DAY),
  };
}
