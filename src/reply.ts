import type { Quote } from './article/article.ts';
import type { Span } from './article/span.ts';

/** A part of a reply, shown below the one before it. */
export type Block =
  /** The question, as it was understood. */
  | { kind: 'question'; text: string }
  /** A whole sentence of the article. `phrase` (offsets into the quote's text) may be set in bold; `place` says where the quote stands. */
  | { kind: 'quote'; quote: Quote; phrase?: Span; place: string }
  /** A passage of the article, behind its paragraph's number. */
  | { kind: 'passage'; paragraph: number; text: string }
  /** The bot's own words. */
  | { kind: 'words'; text: string }
  /** The bot's own words, in small print. */
  | { kind: 'note'; text: string }
  /** Terms, each with what it means. */
  | { kind: 'terms'; terms: readonly (readonly [string, string])[] };

/** What can be done next with a reply: which action, with which of its arguments. The arguments say all that the action needs. */
export interface Offer {
  readonly action: 'context' | 'more';
  /** Sentences of the article, counting from 0. */
  readonly sentences: readonly number[];
}

export type Reply =
  | { kind: 'reply'; blocks: readonly Block[]; offers: readonly Offer[] }
  /** The last words of a conversation. */
  | { kind: 'leave'; blocks: readonly Block[] };

export function reply(blocks: readonly Block[], offers: readonly Offer[] = []): Reply {
  return { kind: 'reply', blocks, offers };
}
