import type { Offer } from '../reply.ts';
import { openCollection } from '../store/collection.ts';
import { newNumber } from '../store/number.ts';
import type { Store } from '../store/store.ts';
import type { Correction } from './corrections.ts';
import type { Gap } from './gaps.ts';
import { DAY, personsOf, SOMEBODY, type Where } from './records.ts';

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
  get<K extends Draft['kind']>(kind: K, id: number, of: { user: string; channel: string }): Promise<(Draft & { kind: K }) | undefined>;
  /** @returns its number: a new one where none is given */
  keep(draft: Draft, id?: number): Promise<number>;
  remove(id: number): Promise<void>;
  forgetUser(user: string): Promise<void>;
  forgetGuild(guild: string): Promise<void>;
  adopt(): Promise<void>;
  /** Lets go of those that are older than a day. */
  tidy(): Promise<void>;
}

interface DraftRecord {
  readonly draft: Draft;
  readonly article: string;
  readonly at: number;
}

/** @param article its fingerprint: a draft about another text is of no use */
export function openDrafts(store: Store, article: string, now: () => number): Drafts {
  const drafts = openCollection<DraftRecord>(store, 'draft', ({ draft, at }) => {
    const before = draft.kind === 'correction' && draft.before ? personsOf(draft.before.by) : [];
    return { guild: draft.guild, users: [draft.user, ...before.filter((user) => user !== draft.user)], at };
  });
  const gone = () => undefined;
  return {
    get: async (kind, id, { user, channel }) => {
      const { draft, article: about } = (await drafts.get(String(id))) ?? {};
      const own = draft?.kind === kind && draft.user === user && draft.channel === channel;
      return own && about === article ? (draft as Draft & { kind: typeof kind }) : undefined;
    },
    keep: async (draft, id = newNumber()) => {
      await drafts.keep(String(id), { draft, article, at: now() });
      return id;
    },
    remove: (id) => drafts.remove(String(id)),
    forgetUser: (user) => drafts.changeEach({ user }, (record) => (record.draft.user === user ? undefined : unnamed(record))),
    forgetGuild: (guild) => drafts.changeEach({ guild }, gone),
    tidy: () => drafts.changeEach({ until: now() - DAY }, gone),
    adopt: drafts.adopt,
  };
}

/** The same, where who made the correction that there was is not known. */
function unnamed(record: DraftRecord): DraftRecord {
  const { draft } = record;
  if (draft.kind !== 'correction' || !draft.before) return record;
  return { ...record, draft: { ...draft, before: { ...draft.before, by: SOMEBODY } } };
}
